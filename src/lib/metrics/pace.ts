import {compoundRate, type Goal, type Path} from "./trend.js";

/** What was measured, what it started from, and what is aimed at, in one unit. */
export interface Course {
  base: Goal;
  latest: Goal;
  /** Null when nothing is aimed at but a direction. */
  target: Goal | null;
  /** Which way is wanted. It is said, not guessed: a base that already beats the target would turn the sign. */
  wanted: "down" | "up";
  /** Goals dated before the target, such as those of an earlier plan; none when absent. */
  steps?: readonly Goal[];
}

/** The path from base to target of a course with a target. */
export function pathOfCourse({base}: Course, target: Goal): Path {
  return {baseYear: base.year, baseValue: base.value, targetYear: target.year, targetValue: target.value};
}

/** True when the latest value is at the target or beyond it. */
export function isMet({latest, target, wanted}: Course): boolean {
  return target !== null && (wanted === "down" ? latest.value <= target.value : latest.value >= target.value);
}

/** Mean yearly change so far, and the one that the target asks for from now on. */
export interface Paces {
  /** Units per year since the base. */
  past: number;
  /** Units per year from the latest value to the target. */
  needed: number;
  /** `needed` ÷ `past`: 2 asks for twice the past pace; negative asks to turn round; null when nothing moved. */
  ratio: number | null;
}

/**
 * Past pace and needed pace.
 *
 * @returns Null without target, or when the latest value is not strictly between the base year and the target year.
 * @see Haut Conseil pour le climat, report of 2023: mean yearly change observed against mean yearly change required.
 */
export function paces({base, latest, target}: Course): Paces | null {
  if (target === null || latest.year <= base.year || target.year <= latest.year) return null;
  const past = (latest.value - base.value) / (latest.year - base.year);
  const needed = (target.value - latest.value) / (target.year - latest.year);
  return {past, needed, ratio: past === 0 ? null : needed / past};
}

/**
 * Yearly rate in the wanted direction: positive is progress whichever way is wanted.
 *
 * @returns Null when a value is zero or the signs differ.
 */
export function progressRate({base, latest, wanted}: Course): number | null {
  const rate = compoundRate(base, latest);
  return rate === null ? null : towards(wanted, rate);
}

/** A change with its sign turned so that progress is positive. */
export function towards(wanted: Course["wanted"], change: number): number {
  return wanted === "down" ? 0 - change : change;
}

/**
 * Share of the change aimed at that the past yearly rate would bring by the target year.
 *
 * @returns A ratio: 1 reaches the target, 0 stays at the base. Null without target, with a zero or a change of sign, or
 * when base and target are equal.
 * @see UN SDG Progress Chart 2023, technical note: (v2030e − vb) ÷ (v2030 − vb), v2030e = vt (1 + CAGR)^(2030 − t).
 */
export function projectedRatio({base, latest, target, wanted}: Course): number | null {
  if (target === null || base.value * target.value <= 0) return null;
  const rate = compoundRate(base, latest);
  const way = target.value - base.value;
  if (rate === null || way === 0) return null;
  const expected = latest.value * (1 + rate) ** (target.year - latest.year);
  // Over the size of the way, not the way itself: a base beyond the target must not turn a fall into progress.
  return towards(wanted, expected - base.value) / Math.abs(way);
}

/**
 * Past yearly rate over the size of the rate that leads from base to target.
 *
 * @returns R: 1 is the rate aimed at, negative goes the other way. Null where {@link projectedRatio} is null.
 * @see Open SDG, progress measurement methodology (after Statistics Canada): R = d × CAGRi ÷ |CAGRT|.
 */
export function rateRatio(course: Course): number | null {
  if (course.target === null) return null;
  const needed = compoundRate(course.base, course.target);
  const past = progressRate(course);
  return past === null || needed === null || needed === 0 ? null : past / Math.abs(needed);
}

/**
 * Score of {@link rateRatio} from −5 to 5, piecewise linear through (−60 %, −5), (60 %, 0), (130 %, 5).
 *
 * @see Open SDG, progress measurement methodology, "score with target".
 */
export function rateScore(ratio: number): number {
  if (ratio <= -0.6) return -5;
  if (ratio >= 1.3) return 5;
  return ratio < 0.6 ? (25 / 6) * ratio - 2.5 : (50 / 7) * ratio - 30 / 7;
}
