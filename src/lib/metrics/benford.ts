/** Below, first digits stray from any law by chance alone. */
export const benfordMinimum = 500;

/** Expected share of each first digit, from 1 to 9. */
export const benfordLaw: readonly number[] = Array.from({length: 9}, (_, i) => Math.log10(1 + 1 / (i + 1)));

/**
 * Mean absolute gap between the first digits of amounts and Benford's law. A screening only: publication thresholds and
 * ceilings in round numbers break the law without any fault.
 *
 * @param amounts Euros, in any order; zeros have no first digit and are left out.
 * @returns A ratio, 0 for a perfect fit, at most 0.22; null below {@link benfordMinimum} amounts.
 * @throws {RangeError} On a negative or non-finite amount.
 * @see Nigrini, 2012, "Benford's Law", Wiley: mean absolute deviation.
 */
export function benfordGap(amounts: readonly number[]): number | null {
  const digits = amounts.map(firstDigit).filter((digit) => digit > 0);
  if (digits.length < benfordMinimum) return null;
  const counts = benfordLaw.map((_, i) => digits.filter((digit) => digit === i + 1).length);
  const gaps = benfordLaw.map((expected, i) => Math.abs((counts[i] ?? 0) / digits.length - expected));
  return gaps.reduce((total, gap) => total + gap, 0) / gaps.length;
}

/** First significant digit, 1 to 9; 0 for zero. */
function firstDigit(amount: number): number {
  if (!(amount >= 0 && amount < Infinity))
    throw new RangeError(`benfordGap: expected finite amounts ≥ 0, got ${amount}. Repair it in staging.`);
  return Number(amount.toExponential()[0]);
}
