import {groupBy} from "../../lib/group-by.js";
import {sumEuros} from "../../lib/money.js";
import type {Row} from "../../lib/schema.js";
import {lastRows} from "../../methode/last-build.js";

/** A CPV division of the last data build, in numbers. */
export interface Division {
  /** Two digits. */
  division: string;
  awards: number;
  suppliers: number;
  /** Amounts of awards that are no framework. */
  firmEur: number;
  /** Ceilings of frameworks. */
  ceilingEur: number;
}

const columns = ["cpv_division", "award_uid", "supplier_id", "amount_eur", "is_framework"] as const;

/** The columns that {@link divisionsOf} reads. */
type DivisionLink = Pick<Row<"award_supplier">, (typeof columns)[number]>;

/** Divisions with at least one award, in the order of their numbers; awards without a readable code are in none. */
export function divisionsOf(links: readonly DivisionLink[]): Division[] {
  return Array.from(groupBy(links, ({cpv_division}) => cpv_division))
    .flatMap(([division, rows]) => (division === null ? [] : [{division, rows}]))
    .map(({division, rows}) => {
      const euros = (isFramework: boolean) =>
        sumEuros(rows.filter(({is_framework}) => is_framework === isFramework).map(({amount_eur}) => amount_eur ?? 0));
      return {
        division,
        awards: new Set(rows.map(({award_uid}) => award_uid)).size,
        suppliers: new Set(rows.map(({supplier_id}) => supplier_id)).size,
        firmEur: euros(false),
        ceilingEur: euros(true)
      };
    })
    .toSorted((a, b) => (a.division < b.division ? -1 : 1));
}

/** The divisions of the last data build; none when there is no build. */
export function lastDivisions(): Division[] {
  return divisionsOf(lastRows("award_supplier", columns) ?? []);
}
