import {sumEuros} from "../money.js";
import {positive, sharesOf, sum} from "./shares.js";

/**
 * Share of the amount that goes to the `k` largest suppliers.
 *
 * @param amounts One entry per supplier (SIREN), euros excluding tax, each ≥ 0, in any order.
 * @param k How many suppliers count as "largest"; an integer ≥ 1.
 * @returns A ratio in [0, 1]; null when nothing was spent, because no spending is not low concentration.
 * @throws {RangeError} On a negative or non-finite amount: repair it in staging, where it becomes a finding.
 * @see The k-firm concentration ratio (CRk), OECD Glossary of Statistical Terms.
 */
export function concentrationRatio(amounts: readonly number[], k: number): number | null {
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`concentrationRatio: expected an integer k ≥ 1, got ${k}. Say how many suppliers.`);
  const sorted = positive(amounts);
  const total = sumEuros(sorted);
  if (total === 0) return null;
  return sumEuros(sorted.slice(0, k)) / total;
}

/**
 * Herfindahl-Hirschman index: the sum of the squared shares.
 *
 * @param amounts One entry per supplier, each ≥ 0, in any order.
 * @returns A ratio in [1/S, 1] for S suppliers, 1 for a single one; null when nothing was spent. Tools often print it
 * × 10,000.
 * @throws {RangeError} On a negative or non-finite amount.
 * @see Hirschman, 1964, "The paternity of an index", American Economic Review 54(5).
 */
export function herfindahl(amounts: readonly number[]): number | null {
  const shares = sharesOf(amounts);
  return shares && sum(shares.map((share) => share ** 2));
}

/** One point of a Lorenz curve: that share of the suppliers, from the smallest, has that share of the amount. */
export interface LorenzPoint {
  supplierShare: number;
  amountShare: number;
}

/**
 * Lorenz curve of the amounts.
 *
 * @param amounts One entry per supplier, each ≥ 0, in any order; suppliers of nothing are left out.
 * @returns One point per supplier after (0, 0), from the smallest to the largest; the last is (1, 1). Null when nothing
 * was spent.
 * @throws {RangeError} On a negative or non-finite amount.
 * @see Lorenz, 1905, Publications of the American Statistical Association 9(70).
 */
export function lorenzCurve(amounts: readonly number[]): LorenzPoint[] | null {
  const ascending = positive(amounts).toReversed();
  const total = sum(ascending);
  if (total === 0) return null;
  let reached = 0;
  const points = ascending.map((amount, i) => {
    reached += amount;
    return {supplierShare: (i + 1) / ascending.length, amountShare: reached / total};
  });
  return [{supplierShare: 0, amountShare: 0}, ...points];
}

/**
 * Gini coefficient: twice the area between the Lorenz curve and the line of equal amounts.
 *
 * @param amounts One entry per supplier, each ≥ 0, in any order; suppliers of nothing are left out.
 * @returns A ratio in [0, 1 − 1/S]; null below two suppliers, who cannot be unequal.
 * @throws {RangeError} On a negative or non-finite amount.
 * @see Gini, 1912, "Variabilità e mutabilità"; the formula on ranks is Sen's, 1973, "On Economic Inequality".
 */
export function gini(amounts: readonly number[]): number | null {
  const ascending = positive(amounts).toReversed();
  const count = ascending.length;
  if (count < 2) return null;
  const ranked = sum(ascending.map((amount, i) => (2 * i + 1 - count) * amount));
  return Math.max(0, ranked / (count * sum(ascending)));
}

/**
 * Adds up the amounts of each supplier.
 *
 * @param rows One entry per award and supplier; `amount_eur` in euros excluding tax.
 * @returns Total per key, in order of first appearance.
 */
export function totalBySupplier(
  rows: readonly {supplier_siren: string | null; amount_eur: number | null}[]
): Map<string, number> {
  const amounts = new Map<string, number[]>();
  for (const {supplier_siren: siren, amount_eur: amount} of rows) {
    if (siren === null || amount === null) continue;
    const known = amounts.get(siren);
    if (known) known.push(amount);
    else amounts.set(siren, [amount]);
  }
  return new Map(Array.from(amounts, ([siren, parts]) => [siren, sumEuros(parts)]));
}
