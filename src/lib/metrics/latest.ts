import type {Row} from "../schema.js";

type Published = Pick<Row<"climate_series">, "year" | "value" | "status">;

/**
 * The value of the last year that sources agree on: the producer's own (`publie`) when there is one, else the press's.
 *
 * @param rows Published values of one thing, in one unit, in any order; those without a year are older than any.
 * @returns Null without rows, or when two values of the same rank differ for that year.
 */
export function latestAgreed(rows: readonly Published[]): number | null {
  const last = Math.max(...rows.map(({year}) => year ?? 0));
  const ofLast = rows.filter(({year}) => (year ?? 0) === last);
  const own = ofLast.filter(({status}) => status === "publie");
  const values = new Set((own.length > 0 ? own : ofLast).map(({value}) => value));
  return values.size === 1 ? ([...values][0] as number) : null;
}
