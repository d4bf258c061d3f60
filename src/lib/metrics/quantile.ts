/**
 * Quantile of a sample in the definition R-8: straight line between the order statistics around h = (n + 1/3) p + 1/3.
 * It is nearly unbiased for the median whatever the distribution, and the one that Cardinal's red flags were built on.
 *
 * @param values Finite numbers, in any order.
 * @param p In [0, 1]; 0.5 is the median.
 * @returns A number between the least and the greatest value; null without values.
 * @throws {RangeError} When `p` lies outside [0, 1] or a value is not finite.
 * @see Hyndman and Fan, 1996, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), definition 8.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: expected p in [0, 1], got ${p}. A median is 0.5.`);
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined)
    throw new RangeError(`quantile: expected finite values, got ${wrong}. Leave the row out with a reason.`);
  const n = values.length;
  if (n === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const h = Math.min(Math.max((n + 1 / 3) * p + 1 / 3, 1), n);
  const below = Math.floor(h + rounding);
  const low = sorted[below - 1] as number;
  const high = sorted[Math.min(below, n - 1)] as number;
  return h - below < rounding ? low : low + (h - below) * (high - low);
}

/** Middle of a sample: {@link quantile} at one half. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** Thirds are no binary fractions: without it the median of three values might miss the second by a hair. */
const rounding = 1e-12;
