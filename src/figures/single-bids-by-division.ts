import {shorten} from "../components/chart.js";
import {shares} from "../components/shares.js";
import medianOffers from "../indicators/median-offers.js";
import singleBidShareOpen from "../indicators/single-bid-share-open.js";
import singleBidShare from "../indicators/single-bid-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatRatio} from "../lib/format.js";
import {wilson} from "../lib/metrics/rate.js";
import {colors} from "../lib/palette.js";
import {measureBy} from "../lib/slices.js";
import {offersInWords} from "./competition.js";
import {divisionName} from "./division.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Division {
  code: string;
  used: number;
  single: number;
  low: number;
  high: number;
  singleOpen: number | null;
  median: number | null;
  isChartable: boolean;
}

interface Divisions {
  divisions: Division[];
  period: string;
}

const divisionsShown = 12;
const half = 0.5;

export default defineFigure<Divisions>({
  id: "single-bids-by-division",
  tables: ["award"],
  indicators: [singleBidShare, singleBidShareOpen, medianOffers],
  obeysCorrections: true,
  prepare: ({award}) => {
    const of = (indicator: typeof singleBidShareOpen | typeof medianOffers) =>
      new Map(measureBy(indicator, award, "cpv_division").map(({key, measure}) => [key, measure.value]));
    const [open, medians] = [of(singleBidShareOpen), of(medianOffers)];
    return {
      divisions: measureBy(singleBidShare, award, "cpv_division")
        .flatMap(({key, measure: {value, used}, isChartable}) => {
          if (typeof key !== "string" || value === null) return [];
          const {low = 0, high = 1} = wilson(Math.round(value * used), used) ?? {};
          return [
            {
              code: key,
              used,
              single: value,
              low,
              high,
              singleOpen: open.get(key) ?? null,
              median: medians.get(key) ?? null,
              isChartable
            }
          ];
        })
        .toSorted((a, b) => b.used - a.used || (a.code < b.code ? -1 : 1)),
      period: periodOf(award)
    };
  },
  title: ({divisions}) => {
    const most = drawn(divisions).filter(({low}) => low > half).length;
    if (most === 0) return "Offre unique, par domaine d’achat";
    return most === 1
      ? "Dans un domaine d’achat, plus de la moitié des marchés n’a qu’une offre"
      : `Dans ${most} domaines d’achat, plus de la moitié des marchés n’a qu’une offre`;
  },
  subtitle: ({divisions, period}) =>
    `Part des marchés à offre unique, toutes procédures, dans les ${Math.min(divisionsShown, divisions.length)} divisions CPV qui ont le plus d’attributions, ${period}`,
  chart: ({divisions}, context) => {
    const some = drawn(divisions);
    if (some.length === 0) return null;
    return shares(
      some.map(({code, single, low, high, used}) => ({
        name: shorten(nameOf(code), (context.width - 66) / 6.4),
        parts: [{share: single, color: colors.singleBid}],
        label: formatRatio(single),
        title: `${nameOf(code)} : ${formatRatio(single)} de ${counted(used, "attribution", "attributions")}, entre ${formatRatio(low)} et ${formatRatio(high)}`
      })),
      context
    );
  },
  table: ({divisions}) => ({
    columns: [
      {key: "division", label: "Division CPV"},
      {key: "single_bid_share", label: "Offre unique, toutes procédures", format: formatRatio},
      {key: "low", label: "au moins", format: formatRatio},
      {key: "high", label: "au plus", format: formatRatio},
      {
        key: "single_bid_share_open",
        label: "Offre unique, procédures ouvertes",
        format: formatRatio,
        missing: "aucune"
      },
      {key: "median_offers", label: "Offres, médiane", format: offersInWords, missing: "–"},
      {key: "awards", label: "Attributions qui répondent"}
    ],
    rows: divisions.map(({code, used, single, low, high, singleOpen, median}) => ({
      division: nameOf(code),
      single_bid_share: single,
      low,
      high,
      single_bid_share_open: singleOpen,
      median_offers: median,
      awards: used
    }))
  }),
  notes: ({divisions}) => [
    "« Au moins » et « au plus » : l’intervalle de Wilson à 95 %. Le titre ne compte que les divisions dont le « au moins » passe la moitié. Deux divisions dont les intervalles se recouvrent ne se classent pas.",
    "Une offre unique peut venir d’un marché sans mise en concurrence : le tableau donne aussi la part des seules procédures ouvertes.",
    ...(divisions.some(({isChartable}) => !isChartable)
      ? ["Une division de moins de cinq attributions n’est pas dessinée ; le tableau la donne."]
      : []),
    ...(divisions.length > divisionsShown ? [`Le tableau donne les ${formatCount(divisions.length)} divisions.`] : [])
  ],
  empty: noAward,
  reading: ({divisions}) => {
    const first = divisions[0];
    return first
      ? `« ${nameOf(first.code)} » : ${formatRatio(first.single)} de ${counted(first.used, "attribution n’a", "attributions n’ont")} reçu qu’une offre.`
      : "aucune division.";
  },
  scope: () =>
    "Marchés qui disent combien d’offres ils ont reçu, comptés une fois par attribution ; sans code CPV lisible, ils ne sont dans aucune division.",
  source: () => procurementSource
});

/** The divisions that may be drawn, most awards first, then put in the order of their share. */
function drawn(divisions: readonly Division[]): Division[] {
  return divisions
    .filter(({isChartable}) => isChartable)
    .slice(0, divisionsShown)
    .toSorted((a, b) => b.single - a.single || (a.code < b.code ? -1 : 1));
}

function nameOf(code: string): string {
  return `${code} · ${divisionName(code)}`;
}
