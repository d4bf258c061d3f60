const units: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/_eur$/, "€ hors taxes"],
  [/_(?:share|ratio)$/, "part, de 0 à 1"],
  [/_months$/, "mois"],
  [/_days$/, "jours"],
  [/_mt$/, "millions de tonnes"],
  [/(?:^|_)bytes$/, "octets"],
  [/(?:^|_)(?:year|edition)$/, "année"]
];

/**
 * The unit that a column's name carries as its ending, as a reader says it: `amount_eur` is in `€ hors taxes`.
 *
 * @returns Null when the name carries none: the label then says what is counted.
 */
export function unitOfColumn(name: string): string | null {
  return units.find(([ending]) => ending.test(name))?.[1] ?? null;
}
