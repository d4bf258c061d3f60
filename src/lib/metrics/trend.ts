/** A published target: a value at a base year and the value wanted at a target year, in one unit. */
export interface Path {
  baseYear: number;
  baseValue: number;
  targetYear: number;
  targetValue: number;
}

/**
 * Share of the way from the base value to the target value that is done.
 *
 * @returns A ratio: 0 at the base, 1 at the target, above 1 beyond it, negative when things went the wrong way;
 * null when base and target are equal, because there is no way to go.
 * @see Kausal Watch, `_calculate_status_from_indicators`: (latest − first) / (goal − first).
 */
export function completion(path: Path, value: number): number | null {
  const way = path.targetValue - path.baseValue;
  return way === 0 ? null : (value - path.baseValue) / way;
}

/**
 * Value that the straight line from base to target expects in a year.
 *
 * @param year Any year; beyond the path the line goes on.
 * @throws {RangeError} When base and target fall in the same year.
 */
export function linearExpected(path: Path, year: number): number {
  return path.baseValue + (path.targetValue - path.baseValue) * elapsed(path, year);
}

/** Share of the time between base year and target year that has passed; see {@link linearExpected}. */
export function elapsed({baseYear, targetYear}: Path, year: number): number {
  if (baseYear === targetYear)
    throw new RangeError(`elapsed: expected a target year after ${baseYear}, got ${targetYear}. Check the target.`);
  return (year - baseYear) / (targetYear - baseYear);
}
