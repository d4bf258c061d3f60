import type {FigureTable} from "../lib/figure.js";
import {formatEurosExact, formatRatio, formatSiren} from "../lib/format.js";
import type {Row} from "../lib/schema.js";
import {sumEuros} from "../lib/money.js";
import {supplierName, supplierPage} from "./suppliers.js";

/** The columns of `supplier` that the list of suppliers shows. */
export const listedColumns = [
  "supplier_siren",
  "supplier_name",
  "enterprise_category",
  "commune_name",
  "award_count",
  "amount_eur"
] as const satisfies readonly (keyof Row<"supplier">)[];

/** One supplier of the list. */
export interface ListedSupplier extends Pick<
  Row<"supplier">,
  Exclude<(typeof listedColumns)[number], "supplier_siren">
> {
  supplier_siren: string;
  /** Its published name, else its number; never the name of a person. */
  name: string;
  /** Of the amount of all suppliers, known or not. */
  share: number | null;
}

/** Suppliers with a SIREN, the largest amount first, then by number. */
export function listSuppliers(
  supplier: readonly Pick<Row<"supplier">, (typeof listedColumns)[number]>[]
): ListedSupplier[] {
  const total = sumEuros(supplier.map(({amount_eur}) => amount_eur ?? 0));
  return supplier
    .flatMap(({supplier_siren: siren, ...row}) =>
      siren === null
        ? []
        : [
            {
              ...row,
              supplier_siren: siren,
              name: supplierName(siren, row.supplier_name),
              share: row.amount_eur === null || total === 0 ? null : row.amount_eur / total
            }
          ]
    )
    .toSorted((a, b) => (b.amount_eur ?? -1) - (a.amount_eur ?? -1) || (a.supplier_siren < b.supplier_siren ? -1 : 1));
}

/** The list of suppliers as a table. */
export function supplierTable(suppliers: readonly ListedSupplier[]): FigureTable {
  return {
    columns: [
      {key: "name", label: "Titulaire", href: ({supplier_siren}) => supplierPage(String(supplier_siren))},
      {key: "supplier_siren", label: "SIREN", format: formatSiren},
      {key: "award_count", label: "Attributions"},
      {key: "amount_eur", label: "Montant, € hors taxes", format: formatEurosExact, missing: "aucun montant connu"},
      {key: "share", label: "Part", format: formatRatio, missing: "–"},
      {key: "enterprise_category", label: "Catégorie", missing: "inconnue"},
      {key: "commune_name", label: "Commune du siège", missing: "inconnue"}
    ],
    rows: suppliers.map((supplier) => ({...supplier}))
  };
}

/**
 * Suppliers whose name, number or commune holds every word asked for; case, accents and spaces in numbers do not count.
 *
 * @param words As typed; nothing typed finds everybody.
 */
export function searchSuppliers(suppliers: readonly ListedSupplier[], words: string): ListedSupplier[] {
  const wanted = fold(words.replace(/(?<=\d)\s+(?=\d)/g, ""))
    .split(/\s+/)
    .filter(Boolean);
  return suppliers.filter((supplier) => {
    const text = fold(`${supplier.name} ${supplier.supplier_siren} ${supplier.commune_name ?? ""}`);
    return wanted.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
