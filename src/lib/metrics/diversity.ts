import {herfindahl} from "./concentration.js";
import {positive, sharesOf, sum} from "./shares.js";

/**
 * Hill number of order q: how many suppliers of equal size would be as diverse as these.
 *
 * @param amounts One entry per supplier, each ≥ 0, in any order.
 * @param q 0 counts suppliers; 1 weighs each by its share (exponential of Shannon's entropy); 2 mostly hears the large
 * ones (1 ÷ Herfindahl).
 * @returns A number in [1, S] for S suppliers, falling with q; null when nothing was spent.
 * @throws {RangeError} On a negative or non-finite amount.
 * @see Hill, 1973, "Diversity and evenness: a unifying notation", Ecology 54(2).
 */
export function hillNumber(amounts: readonly number[], q: 0 | 1 | 2): number | null {
  const shares = sharesOf(amounts);
  if (shares === null) return null;
  if (q === 0) return shares.length;
  return q === 1 ? Math.exp(entropy(shares)) : 1 / sum(shares.map((share) => share ** 2));
}

/**
 * Gini-Simpson index: the chance that two euros drawn at random went to two different suppliers.
 *
 * @param amounts One entry per supplier, each ≥ 0, in any order.
 * @returns A ratio in [0, 1 − 1/S]; null when nothing was spent.
 * @throws {RangeError} On a negative or non-finite amount.
 * @see Simpson, 1949, "Measurement of diversity", Nature 163.
 */
export function giniSimpson(amounts: readonly number[]): number | null {
  const index = herfindahl(amounts);
  return index === null ? null : Math.max(0, 1 - index);
}

/**
 * Pielou's evenness: Shannon's entropy over the entropy of equal shares.
 *
 * @param amounts One entry per supplier, each ≥ 0, in any order.
 * @returns A ratio in [0, 1], 1 when all suppliers have the same amount; null below two suppliers, where evenness has no
 * meaning.
 * @throws {RangeError} On a negative or non-finite amount.
 * @see Pielou, 1966, "The measurement of diversity in different types of biological collections", J. Theor. Biol. 13.
 */
export function evenness(amounts: readonly number[]): number | null {
  const shares = sharesOf(amounts);
  return shares === null || shares.length < 2 ? null : Math.min(1, entropy(shares) / Math.log(shares.length));
}

/**
 * Rarefied richness: how many different suppliers a draw of `size` awards without replacement meets on average.
 *
 * @param counts Number of awards of each supplier, whole numbers ≥ 0, in any order.
 * @param size Awards drawn; an integer ≥ 1.
 * @returns A number in [1, min(S, size)]; null when there are fewer awards than that: richness is not extrapolated.
 * The chance of missing a supplier of k awards is the product of k ratios, each exact to 2⁻⁵³, so that the relative error
 * stays below 3 k × 2⁻⁵³: better than by log-gamma, whose error grows with the number of awards.
 * @throws {RangeError} On a count that is negative or not whole, or a size below 1.
 * @see Hurlbert, 1971, Ecology 52(4); Heck, van Belle and Simberloff, 1975, Ecology 56(6).
 */
export function rarefiedRichness(counts: readonly number[], size: number): number | null {
  const wrong = [...counts, size].find((count) => !Number.isInteger(count));
  if (wrong !== undefined || size < 1)
    throw new RangeError(
      `rarefiedRichness: expected whole numbers and a size ≥ 1, got ${wrong ?? size}. Count awards.`
    );
  const ascending = positive(counts).toReversed();
  const all = sum(ascending);
  if (all < size) return null;
  let missed = 1;
  let taken = 0;
  let expected = 0;
  for (const count of ascending) {
    for (; taken < count; taken++) missed *= Math.max(0, all - size - taken) / (all - taken);
    expected += 1 - missed;
  }
  return expected;
}

function entropy(shares: readonly number[]): number {
  return -sum(shares.map((share) => share * Math.log(share)));
}
