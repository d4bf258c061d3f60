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

/**
 * Value that the same yearly rate from base to target expects in a year.
 *
 * @returns Null when base or target is zero, or their signs differ: no constant rate leads from one to the other.
 * @throws {RangeError} When base and target fall in the same year.
 */
export function geometricExpected(path: Path, year: number): number | null {
  const time = elapsed(path, year);
  const {baseValue, targetValue} = path;
  return baseValue * targetValue > 0 ? baseValue * (targetValue / baseValue) ** time : null;
}

/** A value that was promised for the end of a year. */
export interface Goal {
  year: number;
  value: number;
}

/**
 * The goal in force in a year: the last one dated at or before it.
 *
 * @returns Null when no goal is dated so early: nobody was late on a goal that nobody had set.
 */
export function steppedGoal(goals: readonly Goal[], year: number): Goal | null {
  return goals.filter((goal) => goal.year <= year).toSorted((a, b) => b.year - a.year)[0] ?? null;
}

/**
 * Years of lead (positive) or delay (negative) of a value on the straight line.
 *
 * @returns Null when base and target are equal.
 */
export function linearLead(path: Path, {year, value}: Goal): number | null {
  const done = completion(path, value);
  return done === null ? null : path.baseYear + (path.targetYear - path.baseYear) * done - year;
}

/**
 * Years of lead (positive) or delay (negative) of a value on the path of constant yearly rate.
 *
 * @returns Null where {@link geometricExpected} is null, when base and target are equal, or when the value is zero or
 * of the other sign.
 */
export function geometricLead(path: Path, {year, value}: Goal): number | null {
  const {baseYear, baseValue, targetYear, targetValue} = path;
  if (baseValue * targetValue <= 0 || baseValue * value <= 0 || baseValue === targetValue) return null;
  const done = Math.log(value / baseValue) / Math.log(targetValue / baseValue);
  return baseYear + (targetYear - baseYear) * done - year;
}

/**
 * Compound yearly rate between two values.
 *
 * @returns A ratio per year (−0.02 is 2 % less each year); null when a value is zero or their signs differ.
 * @throws {RangeError} When the second year is not after the first.
 */
export function compoundRate(from: Goal, to: Goal): number | null {
  if (to.year <= from.year)
    throw new RangeError(`compoundRate: expected a year after ${from.year}, got ${to.year}. Check the two points.`);
  return from.value * to.value > 0 ? (to.value / from.value) ** (1 / (to.year - from.year)) - 1 : null;
}
