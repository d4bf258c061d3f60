import type {Row} from "../schema.js";
import {paces, type Course} from "./pace.js";
import {completion} from "./trend.js";

/** The years of the health crisis: traffic and air travel had mostly stopped. A verdict is also given without them. */
export const exceptionalYears: readonly number[] = [2020, 2021];

type Emission = Pick<Row<"emission">, "year" | "emissions_mt" | "baseline_year" | "baseline_mt" | "target_2030_mt">;

/**
 * The course of one series towards its 2030 target.
 *
 * @param rows Totals, or one sector, of one series, in any order, million tonnes CO₂ equivalent.
 * @param skipped Years whose value is not looked at.
 * @returns Null without a year after the baseline, or when the series has no baseline or no target.
 */
export function courseTo2030(rows: readonly Emission[], skipped: readonly number[] = []): Course | null {
  const latest = rows.filter(({year}) => !skipped.includes(year)).toSorted((a, b) => b.year - a.year)[0];
  if (!latest || latest.baseline_year === null || latest.baseline_mt === null || latest.target_2030_mt === null)
    return null;
  if (latest.year <= latest.baseline_year) return null;
  return {
    base: {year: latest.baseline_year, value: latest.baseline_mt},
    latest: {year: latest.year, value: latest.emissions_mt},
    target: {year: 2030, value: latest.target_2030_mt},
    wanted: "down"
  };
}

/**
 * Needed pace over past pace towards 2030, see {@link paces}; null where {@link courseTo2030} is null or nothing moved.
 */
export function neededPace(rows: readonly Emission[]): number | null {
  const course = courseTo2030(rows);
  return course === null ? null : (paces(course)?.ratio ?? null);
}

/**
 * Share of the way to the 2030 target that the latest year of one series has done.
 *
 * @param rows Totals of one series, in any order, million tonnes CO₂ equivalent.
 * @returns A ratio, see {@link completion}; null without rows, or when the series has no baseline or no target.
 */
export function completionOfLatest(rows: readonly Emission[]): number | null {
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
