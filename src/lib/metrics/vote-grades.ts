/** How many ballots gave each grade, from the worst to the best; whole numbers ≥ 0. */
export type GradeCounts = readonly number[];

/** A majority judgment, read on one side: its grade, the ballots above and below it, and whether it leans up or down. */
export interface MajorityGauge {
  /** Place of the grade, from 0, the worst. */
  grade: number;
  /** Share of the ballots strictly above the grade, in [0, 1]: `p`. */
  above: number;
  /** Share strictly below: `q`. */
  below: number;
  /** `+` when more ballots are above than below; else `-`. */
  sign: "+" | "-";
}

/**
 * Middle of an ordered scale: the grade of the middle ballot, or those of the two middle ones when their number is even.
 *
 * @returns Places of the lower and the upper middle, from 0; equal for an odd number of ballots. Null without a ballot.
 * @throws {RangeError} On a count that is no whole number ≥ 0.
 * @see An ordered scale has a median and no mean: S. Jamieson, Likert scales: how to (ab)use them, Medical Education 38 (12), 2004.
 */
export function medianGrades(counts: GradeCounts): {lower: number; upper: number} | null {
  const total = totalOf(counts);
  if (total === 0) return null;
  return {lower: gradeAt(counts, Math.ceil(total / 2)), upper: gradeAt(counts, Math.floor(total / 2) + 1)};
}

/**
 * Share of each grade, from the worst to the best.
 *
 * @returns Ratios that add up to 1; null without a ballot.
 * @throws {RangeError} As {@link medianGrades}.
 */
export function distribution(counts: GradeCounts): number[] | null {
  const total = totalOf(counts);
  return total === 0 ? null : counts.map((count) => count / total);
}

/**
 * Majority grade with its gauge: the grade is the middle one, the lower of two when the number of ballots is even, so that a
 * majority finds the item at least that good.
 *
 * @returns Null without a ballot.
 * @throws {RangeError} As {@link medianGrades}.
 * @see M. Balinski, R. Laraki, A theory of measuring, electing, and ranking, PNAS 104 (21), 2007; Majority Judgment, MIT Press, 2011.
 */
export function majorityGauge(counts: GradeCounts): MajorityGauge | null {
  const total = totalOf(counts);
  const middle = medianGrades(counts);
  if (middle === null) return null;
  const grade = middle.lower;
  const [above, below] = [sum(counts.slice(grade + 1)), sum(counts.slice(0, grade))];
  return {grade, above: above / total, below: below / total, sign: above > below ? "+" : "-"};
}

/**
 * Order of two items by their gauges: higher grade, then `+` before `-`, then more ballots above among `+`, fewer below among
 * `-`.
 *
 * @returns Negative when `a` comes first (is better), positive when `b` does, 0 when the gauges do not part them.
 * @see Balinski and Laraki 2011, chapter 14 (the majority-gauge).
 */
export function compareGauges(a: MajorityGauge, b: MajorityGauge): number {
  if (a.grade !== b.grade) return b.grade - a.grade;
  if (a.sign !== b.sign) return a.sign === "+" ? -1 : 1;
  return a.sign === "+" ? b.above - a.above : a.below - b.below;
}

/**
 * Order of two items by majority judgment itself: the middle ballots are compared, one of each is taken away, and so on until they
 * differ. It parts items that the gauges leave tied, and is 0 only when both have the same share of every grade.
 *
 * Items with unlike numbers of ballots are compared as if each ballot stood for as many as it takes to make them equal.
 * It takes at most as many steps as the common multiple of the two numbers of ballots: colleges, not nations.
 *
 * @returns Negative when `a` is better, positive when `b` is.
 * @throws {RangeError} When the scales differ in length, an item has no ballot, or the common multiple of the two numbers of ballots
 * is no safe integer.
 * @see Balinski and Laraki 2007 (the majority-ranking).
 */
export function compareJudgments(a: GradeCounts, b: GradeCounts): number {
  const [totalA, totalB] = [totalOf(a), totalOf(b)];
  if (a.length !== b.length || totalA === 0 || totalB === 0)
    throw new RangeError(
      `majority judgment: expected two counts over one scale, got ${a.length} grades and ${totalA} ballots, ${b.length} and ${totalB}. Leave out an item without ballots.`
    );
  const common = greatestDivisor(totalA, totalB);
  const shared = totalA * (totalB / common);
  if (!Number.isSafeInteger(shared))
    throw new RangeError(
      `majority judgment: expected numbers of ballots whose common multiple is under 2^53, got ${totalA} and ${totalB}. Compare shares rounded to a common total.`
    );
  const left = a.map((count) => count * (totalB / common));
  const right = b.map((count) => count * (totalA / common));
  for (let remaining = shared; remaining > 0;) {
    const [one, other] = [left, right].map((counts) => gradeAt(counts, Math.ceil(remaining / 2))) as [number, number];
    if (one !== other) return other - one;
    // As long as the middle stays on the same grade in both, the ballots taken away are equal: they go at once.
    const taken = Math.min(staying(left, one), staying(right, one)) + 1;
    left[one] = (left[one] as number) - taken;
    right[one] = (right[one] as number) - taken;
    remaining -= taken;
  }
  return 0;
}

/** How many ballots of the middle grade can be taken away while the middle stays on it. */
function staying(counts: GradeCounts, grade: number): number {
  const [above, below] = [sum(counts.slice(grade + 1)), sum(counts.slice(0, grade))];
  return (counts[grade] as number) - Math.max(below - above + 1, above - below, 1);
}

/** Grade of the `rank`-th ballot from the worst, `rank` from 1 to their number. */
function gradeAt(counts: GradeCounts, rank: number): number {
  let seen = 0;
  return counts.findIndex((count) => (seen += count) >= rank);
}

function totalOf(counts: GradeCounts): number {
  const wrong = counts.find((count) => !Number.isInteger(count) || count < 0);
  if (wrong !== undefined)
    throw new RangeError(`vote: expected whole numbers of ballots ≥ 0, got ${wrong}. Correct the total.`);
  return sum(counts);
}

function sum(counts: GradeCounts): number {
  return counts.reduce((a, b) => a + b, 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
