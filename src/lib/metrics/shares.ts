/**
 * What each supplier's amount is of the whole.
 *
 * @param amounts One entry per supplier, each ≥ 0, in any order and any unit (euros, number of awards).
 * @returns Ratios that add up to 1, the largest first; suppliers of nothing are left out. Null when nothing was spent.
 * @throws {RangeError} On a negative or non-finite amount: repair it in staging, where it becomes a finding.
 */
export function sharesOf(amounts: readonly number[]): number[] | null {
  const total = sum(positive(amounts));
  return total === 0 ? null : positive(amounts).map((amount) => amount / total);
}

/**
 * The amounts above zero, the largest first: a fixed order, so that sums never depend on that of the rows.
 *
 * @throws {RangeError} On a negative or non-finite amount.
 */
export function positive(amounts: readonly number[]): number[] {
  const wrong = amounts.find((amount) => !(amount >= 0 && amount < Infinity));
  if (wrong !== undefined)
    throw new RangeError(`shares: expected finite amounts ≥ 0, got ${wrong}. Repair it in staging.`);
  return amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
}

/** Sum in the order given. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
