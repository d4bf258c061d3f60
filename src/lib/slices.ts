import {groupBy} from "./group-by.js";
import {measure, type AnyIndicator, type Measure} from "./indicator.js";

/** The columns by which procurement indicators are cut, each with its name on screen. */
export const dimensions = {
  year: "Année de notification",
  cpv_division: "Domaine d’achat (division CPV)",
  procedure: "Procédure",
  buyer_siren: "Acheteur"
} as const;

/** A column by which procurement indicators are cut. */
export type Dimension = keyof typeof dimensions;

/** Below this number of suppliers, or of rows where the table names no supplier, a slice is not charted. */
export const fewestToChart = 5;

/** One indicator over the rows that share one value of a dimension. */
export interface Slice {
  /** The shared value; null where the rows have none. */
  key: string | number | null;
  measure: Measure;
  /** False when too few stand behind the value for a chart: one contract would then draw it alone. */
  isChartable: boolean;
}

/** What {@link measureBy} reads besides the columns of the indicator. */
type SlicedRow = Partial<Record<Dimension, string | number | null>> & {supplier_id?: string};

/**
 * Computes an indicator once per value of a dimension.
 *
 * @param rows Rows of the table that the indicator needs, in any order, with the column of the dimension; with
 * `supplier_id`, when the table has it, so that suppliers are counted rather than rows.
 * @returns One slice per value, in ascending order (numbers by size, texts by alphabet); last the rows that have none.
 * @throws {RangeError} As `measure` does.
 */
export function measureBy(indicator: AnyIndicator, rows: readonly SlicedRow[], dimension: Dimension): Slice[] {
  const groups = groupBy(rows, (row) => row[dimension] ?? null);
  return Array.from(groups, ([key, members]) => ({
    key,
    measure: measure(indicator, members),
    isChartable: countBehind(indicator, members) >= fewestToChart
  })).toSorted((a, b) => compareKeys(a.key, b.key));
}

/**
 * Share of the rows in question that could be used.
 *
 * @returns A ratio in [0, 1]; null when the question covers no row.
 */
export function coverageOf({used, leftOut}: Measure): number | null {
  const all = Object.values(leftOut).reduce((sum, count) => sum + count, used);
  return all === 0 ? null : used / all;
}

function countBehind(indicator: AnyIndicator, rows: readonly SlicedRow[]): number {
  const counted = rows.filter(
    (row) => indicator.covers?.(row) !== false && (indicator.leaveOut?.(row) ?? null) === null
  );
  const suppliers = new Set(counted.flatMap(({supplier_id}) => (supplier_id === undefined ? [] : [supplier_id])));
  return suppliers.size > 0 ? suppliers.size : counted.length;
}

function compareKeys(a: Slice["key"], b: Slice["key"]): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
