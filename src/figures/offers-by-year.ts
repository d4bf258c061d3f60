import {stack} from "../components/stack.js";
import medianOffers from "../indicators/median-offers.js";
import singleBidShareOpen from "../indicators/single-bid-share-open.js";
import singleBidShare from "../indicators/single-bid-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatPoints, formatRatio, formatYear} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {offersInWords} from "./competition.js";
import {divisionSlice, inDivision} from "./division.js";
import {noAward, periodOf, procurementSource} from "./procurement.js";
import {byYear, fewNote, latestOf, yearPanel, type YearValue} from "./yearly.js";

interface OfferYears {
  medians: YearValue[];
  singles: YearValue[];
  openSingles: YearValue[];
  period: string;
}

export default defineFigure<OfferYears>({
  id: "offers-by-year",
  tables: ["award"],
  indicators: [singleBidShare, singleBidShareOpen, medianOffers],
  obeysCorrections: true,
  slice: divisionSlice,
  prepare: (tables, params) => {
    const {award} = inDivision(tables, params);
    return {
      medians: byYear(medianOffers, award),
      singles: byYear(singleBidShare, award),
      openSingles: byYear(singleBidShareOpen, award),
      period: periodOf(award)
    };
  },
  title: ({singles}) => {
    const drawn = singles.filter(({isChartable, value}) => isChartable && value !== null);
    const [before, last] = drawn.slice(-2);
    if (!before || !last || last.year !== before.year + 1) return "Offres reçues, année par année";
    const change = (last.value ?? 0) - (before.value ?? 0);
    return `Offre unique : ${formatPoints(change)} entre ${formatYear(before.year)} et ${formatYear(last.year)}`;
  },
  subtitle: ({period}) =>
    `Nombre médian d’offres reçues et part des marchés à offre unique, par année de notification, ${period}`,
  chart: ({medians, singles, openSingles}, context) =>
    singles.length === 0
      ? null
      : stack(
          [
            yearPanel("Offre unique, toutes procédures", singleBidShare, singles, {color: colors.singleBid}, context),
            yearPanel(
              "Offre unique, procédures ouvertes",
              singleBidShareOpen,
              openSingles,
              {color: colors.singleBid},
              context
            ),
            yearPanel("Offres, médiane", medianOffers, medians, {color: colors.offers}, context)
          ],
          context
        ),
  table: ({medians, singles, openSingles}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {
        key: "single_bid_share",
        label: "Offre unique, toutes procédures",
        format: formatRatio,
        missing: "pas de réponse"
      },
      {
        key: "single_bid_share_open",
        label: "Offre unique, procédures ouvertes",
        format: formatRatio,
        missing: "pas de réponse"
      },
      {key: "median_offers", label: "Offres, médiane", format: offersInWords, missing: "pas de réponse"},
      {key: "awards", label: "Attributions qui répondent"},
      {key: "answered_share", label: "Part qui répond", format: formatRatio, missing: "–"}
    ],
    rows: singles.map(({year, value, used, coverage}, i) => ({
      year,
      single_bid_share: value,
      single_bid_share_open: openSingles[i]?.value ?? null,
      median_offers: medians[i]?.value ?? null,
      awards: used,
      answered_share: coverage
    }))
  }),
  notes: () => [
    fewNote,
    "Le format de 2019 ne demandait pas le nombre d’offres : une année sans réponse n’est pas une année sans concurrence.",
    "Deux années ne font pas une tendance."
  ],
  empty: noAward,
  reading: ({singles}) => {
    const last = latestOf(singles);
    return last
      ? `en ${formatYear(last.year)}, ${formatRatio(last.value)} des marchés qui répondent n’ont reçu qu’une offre.`
      : "aucune année n’a assez de réponses.";
  },
  scope: () => "Marchés comptés une fois par attribution, dans l’année de leur notification.",
  source: () => procurementSource
});
