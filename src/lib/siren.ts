/** SIREN of La Poste, whose establishments follow their own check. */
const laPoste = "356000000";

/**
 * Whether a text is a SIREN: nine digits, not all zero, whose Luhn sum is a multiple of ten.
 *
 * @see INSEE, "Numéro Siren"; ISO/IEC 7812-1, annex B.
 */
export function isSiren(text: string): boolean {
  return /^[0-9]{9}$/.test(text) && text !== "000000000" && luhnSum(text) % 10 === 0;
}

/**
 * Whether a text is a SIRET: fourteen digits, the first nine not all zero, whose Luhn sum is a multiple of ten.
 * Establishments of La Poste
 * (356000000 …) may instead have a plain digit sum that is a multiple of five.
 *
 * @see INSEE, "Numéro Siret".
 */
export function isSiret(text: string): boolean {
  if (!/^[0-9]{14}$/.test(text) || text.startsWith("000000000")) return false;
  if (luhnSum(text) % 10 === 0) return true;
  return text.startsWith(laPoste) && Array.from(text, Number).reduce((sum, digit) => sum + digit, 0) % 5 === 0;
}

/** Luhn sum of a text of digits: every second digit from the right is doubled, less nine when above nine. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
  }
  return sum;
}
