/** A share with the bounds between which the true one lies 19 times out of 20, all in [0, 1]. */
interface Interval {
  low: number;
  high: number;
}

/** Quantile of the normal law that leaves 2.5 % on each side. */
const z95 = 1.959963984540054;

/**
 * Share of the rows that a condition holds for.
 *
 * @returns A ratio in [0, 1]; null without rows, because nothing counted is not none.
 */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(holds).length / items.length;
}

/**
 * Wilson's interval at 95 % around a share of counts. It stays inside [0, 1] and keeps its promise for small counts and
 * for shares near 0 or 1, where the usual one does not.
 *
 * @param hits How many had it, an integer in [0, n].
 * @param n How many answered, an integer ≥ 0.
 * @returns Null when nobody answered.
 * @throws {RangeError} When the counts are no counts.
 * @see Wilson, 1927, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22(158).
 */
export function wilson(hits: number, n: number): Interval | null {
  if (!Number.isInteger(hits) || !Number.isInteger(n) || hits < 0 || hits > n)
    throw new RangeError(`wilson: expected integers 0 ≤ hits ≤ n, got ${hits} of ${n}. Count rows.`);
  if (n === 0) return null;
  const p = hits / n;
  const z2 = z95 * z95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return {low: hits === 0 ? 0 : Math.max(0, centre - half), high: hits === n ? 1 : Math.min(1, centre + half)};
}
