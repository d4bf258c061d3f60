/**
 * Exact sum of amounts in euros, computed in whole cents, so that the order of the rows never changes the total.
 *
 * @param amounts Euros, at most two decimals, each below 10¹³ in absolute value.
 * @returns Euros; 0 for no amount.
 * @throws {RangeError} On NaN or infinity, or when the total leaves the range in which cents are exact (9 × 10¹³ €).
 */
export function sumEuros(amounts: Iterable<number>): number {
  let cents = 0;
  for (const amount of amounts) {
    if (!Number.isFinite(amount))
      throw new RangeError(`sumEuros: expected finite euros, got ${amount}. Leave the row out with a reason.`);
    cents += Math.round(amount * 100);
  }
  if (!Number.isSafeInteger(cents))
    throw new RangeError(`sumEuros: expected a total below 9 × 10¹³ €, got ${cents / 100}. Look for a filler amount.`);
  return cents / 100;
}
