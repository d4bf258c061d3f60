import {isSiren, isSiret} from "../../src/lib/siren.js";

/**
 * First digits of every fictional SIREN.
 *
 * INSEE hands SIREN out in sequence, public bodies under a first digit 1 or 2. The lowest number in the public SIRENE
 * stock file is 000325175, and the lowest seen in commercial registers 000199968. Numbers under 000100000 therefore
 * belong to nobody that we know of, while they pass the key: every check of the pipeline runs on them.
 */
export const fictionalPrefix = "0000";

/** How many fictional SIREN there are; the one made of zeros alone is left out. */
export const fictionalCount = 9_999;

/**
 * The fictional SIREN of a rank.
 *
 * @param rank 1 to `fictionalCount`.
 * @returns Nine digits that pass Luhn's key.
 * @throws {RangeError} On another rank.
 */
export function fictionalSiren(rank: number): string {
  if (!Number.isInteger(rank) || rank < 1 || rank > fictionalCount)
    throw new RangeError(`fictionalSiren: expected a rank from 1 to ${fictionalCount}, got ${rank}. Reuse a supplier.`);
  return withKey(`${fictionalPrefix}${String(rank).padStart(4, "0")}`, isSiren);
}

/**
 * The SIRET of an establishment.
 *
 * @param siren Nine digits.
 * @param establishment 1 to 9999.
 * @returns Fourteen digits that pass Luhn's key.
 */
export function siretOf(siren: string, establishment: number): string {
  return withKey(`${siren}${String(establishment).padStart(4, "0")}`, isSiret);
}

function withKey(digits: string, isRight: (text: string) => boolean): string {
  let key = 0;
  while (!isRight(`${digits}${key}`)) key++;
  return `${digits}${key}`;
}
