import {sumEuros} from "../money.js";

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
  const negative = amounts.find((amount) => !(amount >= 0));
  if (negative !== undefined)
    throw new RangeError(`concentrationRatio: expected amounts ≥ 0, got ${negative}. Repair it in staging.`);
  const total = sumEuros(amounts);
  if (total === 0) return null;
  return sumEuros(amounts.toSorted((a, b) => b - a).slice(0, k)) / total;
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
