import type {Row} from "../schema.js";
import {completion} from "./trend.js";

/**
 * Share of the way to the 2030 target that the latest year of one series has done.
 *
 * @param rows Totals of one series, in any order, million tonnes CO₂ equivalent.
 * @returns A ratio, see {@link completion}; null without rows, or when the series has no baseline or no target.
 */
export function completionOfLatest(
  rows: readonly Pick<Row<"emission">, "year" | "emissions_mt" | "baseline_year" | "baseline_mt" | "target_2030_mt">[]
): number | null {
  const latest = rows.toSorted((a, b) => b.year - a.year)[0];
  if (!latest || latest.baseline_year === null || latest.baseline_mt === null || latest.target_2030_mt === null)
    return null;
  const path = {
    baseYear: latest.baseline_year,
    baseValue: latest.baseline_mt,
    targetYear: 2030,
    targetValue: latest.target_2030_mt
  };
  return completion(path, latest.emissions_mt);
}
