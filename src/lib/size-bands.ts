/** Classes in which supplier sizes are published, smallest first. */
export const sizeClasses = ["0-9", "10-49", "50-249", "250-4999", "5000+"] as const;

/** A class of staff numbers. */
export type SizeClass = (typeof sizeClasses)[number];

/**
 * Class of each band of staff numbers; a band is INSEE's code.
 * `NN` has none: it says "without staff, or presumed so for want of data".
 *
 * @see INSEE, Sirene, trancheEffectifsUniteLegale.
 */
export const sizeClassOfBand: Readonly<Record<string, SizeClass | null>> = {
  NN: null,
  "00": "0-9",
  "01": "0-9",
  "02": "0-9",
  "03": "0-9",
  "11": "10-49",
  "12": "10-49",
  "21": "50-249",
  "22": "50-249",
  "31": "50-249",
  "32": "250-4999",
  "41": "250-4999",
  "42": "250-4999",
  "51": "250-4999",
  "52": "5000+",
  "53": "5000+"
};
