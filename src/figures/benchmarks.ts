/**
 * The national census of public contracts: what share goes to SMEs. Contracts of 90,000 € or more of all buyers, State and
 * hospitals included, declared by them.
 */
export const smeCensus = {
  floorEur: 90_000,
  year: 2023,
  byNumber: 0.599,
  byValue: 0.272,
  before: {year: 2022, byNumber: 0.608, byValue: 0.295},
  /** Contracts of local authorities alone, by number; their value is not published there. */
  localByNumber: 0.64,
  source: {
    label: "OECP, recensement 2023, par Achat Logistique Info",
    url: "https://achat-logistique.info/fonction-achat/moins-de-contrats-publics-pour-les-pme-en-2023"
  }
} as const;
