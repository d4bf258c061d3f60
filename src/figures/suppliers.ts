import {formatSiren} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {sumEuros} from "../lib/money.js";
import type {Row} from "../lib/schema.js";

/** What a supplier, or all suppliers without identifier together, received. */
export interface RankedSupplier {
  /** SIREN, or the identifier as declared; null for those that have none. */
  siren: string | null;
  awards: number;
  amountEur: number;
}

/** Suppliers of nothing left out, the largest amount first, then by identifier. */
export function rankSuppliers(links: readonly Row<"award_supplier">[]): RankedSupplier[] {
  const groups = groupBy(links, ({supplier_siren}) => supplier_siren);
  return Array.from(groups, ([siren, rows]) => ({
    siren,
    awards: rows.length,
    amountEur: sumEuros(rows.map(({amount_eur}) => amount_eur ?? 0))
  }))
    .filter(({amountEur}) => amountEur > 0)
    .toSorted((a, b) => b.amountEur - a.amountEur || ((a.siren ?? "") < (b.siren ?? "") ? -1 : 1));
}

/** Name of a supplier on screen: its published name, else its number. */
export function supplierName(siren: string, name: string | null | undefined): string {
  return name ?? `SIREN ${formatSiren(siren)}`;
}

/** The page of a supplier, from the root of the site. */
export function supplierPage(siren: string): string {
  return `marches/fournisseur?id=${siren}`;
}

/** Published name of each supplier, by SIREN. */
export function namesOf(supplier: readonly Row<"supplier">[]): Map<string | null, string | null> {
  return new Map(supplier.map(({supplier_siren, supplier_name}) => [supplier_siren, supplier_name]));
}
