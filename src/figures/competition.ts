import {formatCount, formatDecimal} from "../lib/format.js";

/** The European yardstick of single bids and of awards without a call; its population is not ours. */
export const scoreboard = {
  year: 2024,
  singleBidder: 0.28,
  noCall: 0.05,
  population: "pays médian, marchés au-dessus des seuils européens publiés au TED",
  source: {
    label: "Commission européenne, tableau de bord du marché unique, accès aux marchés publics, 2024",
    url: "https://single-market-scoreboard.ec.europa.eu/node/452_sv"
  }
} as const;

/** A median number of offers in words: `3 offres`, `2,5 offres`, `1 offre`. */
export function offersInWords(median: number): string {
  return `${Number.isInteger(median) ? formatCount(median) : formatDecimal(median)}\u00a0offre${median >= 2 ? "s" : ""}`;
}
