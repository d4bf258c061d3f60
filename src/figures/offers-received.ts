import {ranking} from "../components/ranking.js";
import medianOffers from "../indicators/median-offers.js";
import singleBidShareOpen from "../indicators/single-bid-share-open.js";
import singleBidShare from "../indicators/single-bid-share.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatRatio} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import {coverageOf} from "../lib/slices.js";
import {offersInWords, scoreboard} from "./competition.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Offers {
  bins: {name: string; count: number}[];
  used: number;
  coverage: number | null;
  median: number | null;
  single: number | null;
  singleOpen: number | null;
  period: string;
  isDeclared: boolean;
}

/** Lower bound of each bin; the last has no upper bound. */
const bounds = [1, 2, 3, 4, 6, 11];

export default defineFigure<Offers>({
  id: "offers-received",
  tables: ["award"],
  indicators: [singleBidShare, singleBidShareOpen, medianOffers],
  obeysCorrections: true,
  prepare: ({award}, params) => {
    const single = measure(singleBidShare, award);
    const answers = award.filter(
      (row) => singleBidShare.covers?.(row) !== false && singleBidShare.leaveOut?.(row) === null
    );
    return {
      bins: bounds.map((from, i) => {
        const next = bounds[i + 1] ?? Number.MAX_SAFE_INTEGER;
        const inside = answers.filter(({offers_received: n}) => n !== null && n >= from && n < next);
        return {name: binName(from, bounds[i + 1]), count: inside.length};
      }),
      used: single.used,
      coverage: coverageOf(single),
      median: measure(medianOffers, award).value,
      single: single.value,
      singleOpen: measure(singleBidShareOpen, award).value,
      period: periodOf(award),
      isDeclared: correctionsState(params) === "sans"
    };
  },
  title: ({single}) =>
    single === null ? "Offres reçues par marché" : `${formatRatio(single)} des marchés n’ont reçu qu’une seule offre`,
  subtitle: ({period, isDeclared}) =>
    `Part des ${isDeclared ? "enregistrements" : "attributions"} selon le nombre d’offres reçues, parmi celles qui le disent, ${period}`,
  bigNumbers: ({median, single, singleOpen, used}) => [
    ...(single === null
      ? []
      : [
          {
            label: "Offre unique, toutes procédures",
            value: formatRatio(single),
            comparison: `de ${counted(used, "attribution qui répond", "attributions qui répondent")}`
          }
        ]),
    ...(singleOpen === null
      ? []
      : [
          {
            label: "Offre unique, procédures ouvertes",
            value: formatRatio(singleOpen),
            comparison: "quand toute entreprise pouvait répondre"
          }
        ]),
    ...(median === null
      ? []
      : [
          {
            label: "Médiane",
            value: offersInWords(median),
            comparison: "une attribution sur deux en a reçu autant ou plus"
          }
        ])
  ],
  chart: ({bins, used}, context) =>
    used === 0
      ? null
      : ranking(
          bins.map(({name, count}, i) => ({
            name,
            to: count,
            color: i === 0 ? colors.singleBid : colors.offers,
            label: formatRatio(count / used),
            title: `${name} : ${counted(count, "attribution", "attributions")}, ${formatRatio(count / used)}`
          })),
          context
        ),
  table: ({bins, used}) => ({
    columns: [
      {key: "offers", label: "Offres reçues"},
      {key: "share", label: "Part", format: formatRatio},
      {key: "awards", label: "Attributions"}
    ],
    rows: used === 0 ? [] : bins.map(({name, count}) => ({offers: name, share: count / used, awards: count}))
  }),
  notes: ({coverage}) => [
    ...(coverage === null ? [] : [`${formatRatio(coverage)} des marchés disent combien d’offres ils ont reçu.`]),
    "Deux définitions, jamais mélangées : toutes les procédures (celle d’opentender.eu), et les seules procédures ouvertes (celle de l’Open Contracting Partnership).",
    `Le tableau de bord européen annonce ${percent(scoreboard.singleBidder)} de marchés à un seul soumissionnaire en ${scoreboard.year} (${scoreboard.population}) : une autre population, à ne pas comparer terme à terme.`
  ],
  empty: noAward,
  reading: ({bins, used}) => {
    const first = bins[0];
    return first && used > 0
      ? `sur ${counted(used, "attribution qui répond", "attributions qui répondent")}, ${formatCount(first.count)} n’ont reçu qu’une offre.`
      : "aucune attribution ne répond.";
  },
  scope: () =>
    "Marchés, accords-cadres compris, comptés une fois par attribution ; sans les concessions, à qui la question n’est pas posée.",
  source: () => [...procurementSource, scoreboard.source]
});

function binName(from: number, next: number | undefined): string {
  if (next === undefined) return `${from} offres ou plus`;
  if (next === from + 1) return from === 1 ? "Une seule offre" : `${from} offres`;
  return `${from} à ${next - 1} offres`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
