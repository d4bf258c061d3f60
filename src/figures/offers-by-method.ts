import {shares} from "../components/shares.js";
import {stack} from "../components/stack.js";
import {ranking} from "../components/ranking.js";
import medianOffers from "../indicators/median-offers.js";
import singleBidShare from "../indicators/single-bid-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatRatio} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {wilson} from "../lib/metrics/rate.js";
import {colors} from "../lib/palette.js";
import {methodNames, procurementMethod, type ProcurementMethod} from "../lib/procedures.js";
import {fewestToChart} from "../lib/slices.js";
import {offersInWords} from "./competition.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Method {
  name: string;
  used: number;
  median: number;
  single: number;
  low: number;
  high: number;
}

interface Methods {
  methods: Method[];
  unknown: number;
  period: string;
}

const isChartable = ({used}: Method) => used >= fewestToChart;

export default defineFigure<Methods>({
  id: "offers-by-method",
  tables: ["award"],
  indicators: [singleBidShare, medianOffers],
  obeysCorrections: true,
  prepare: ({award}) => {
    const groups = groupBy(award, ({procedure}) => procurementMethod(procedure));
    return {
      methods: (Object.keys(methodNames) as ProcurementMethod[]).flatMap((method) => {
        const rows = groups.get(method) ?? [];
        const single = measure(singleBidShare, rows);
        const median = measure(medianOffers, rows).value;
        if (single.value === null || median === null) return [];
        const {low = 0, high = 1} = wilson(Math.round(single.value * single.used), single.used) ?? {};
        return [{name: methodNames[method], used: single.used, median, single: single.value, low, high}];
      }),
      unknown: groups.get(null)?.length ?? 0,
      period: periodOf(award)
    };
  },
  title: ({methods}) => {
    const known = methods.filter(isChartable);
    const most = known.toSorted((a, b) => b.median - a.median)[0];
    return most && known.length > 1 && known.filter(({median}) => median === most.median).length === 1
      ? `Le plus d’offres : ${offersInWords(most.median)}, procédures « ${most.name.toLowerCase()} »`
      : "Offres reçues selon la procédure";
  },
  subtitle: ({period}) =>
    `Nombre médian d’offres et part des marchés à offre unique, par famille de procédures, ${period}`,
  chart: ({methods}, context) => {
    const known = methods.filter(isChartable);
    if (known.length === 0) return null;
    const panel = {...context, width: Math.min(340, context.width)};
    const medians = known.map(({name, median, used}) => ({
      name,
      to: median,
      color: colors.offers,
      label: offersInWords(median),
      title: `${name} : ${offersInWords(median)}, ${counted(used, "attribution", "attributions")}`
    }));
    const singles = known.map(({name, single, low, high}) => ({
      name,
      parts: [{share: single, color: colors.singleBid}],
      label: formatRatio(single),
      title: `${name} : ${formatRatio(single)}, entre ${formatRatio(low)} et ${formatRatio(high)}`
    }));
    return stack(
      [
        {title: "Offres, médiane", svg: ranking(medians, panel)},
        {title: "Part à offre unique", svg: shares(singles, panel)}
      ],
      context
    );
  },
  table: ({methods}) => ({
    columns: [
      {key: "method", label: "Famille de procédures"},
      {key: "median_offers", label: "Offres, médiane", format: offersInWords},
      {key: "single_bid_share", label: "Part à offre unique", format: formatRatio},
      {key: "low", label: "au moins", format: formatRatio},
      {key: "high", label: "au plus", format: formatRatio},
      {key: "awards", label: "Attributions qui répondent"}
    ],
    rows: methods.map(({name, used, median, single, low, high}) => ({
      method: name,
      median_offers: median,
      single_bid_share: single,
      low,
      high,
      awards: used
    }))
  }),
  notes: ({unknown, methods}) => [
    "« Adaptées » : sous les seuils européens, l’acheteur choisit la publicité selon le montant ; la donnée ne dit pas laquelle. « Sans concurrence » : marché passé sans publicité ni mise en concurrence préalable.",
    "« Au moins » et « au plus » : l’intervalle de Wilson à 95 %, qui dit combien le hasard de ces seules attributions peut faire bouger la part.",
    ...(unknown > 0
      ? [`Procédure non dite ou de libellé inconnu : ${counted(unknown, "attribution", "attributions")}.`]
      : []),
    ...(methods.every(isChartable) ? [] : [`Une famille de moins de ${fewestToChart} attributions n’est pas dessinée.`])
  ],
  empty: noAward,
  reading: ({methods}) => {
    const first = methods[0];
    return first
      ? `procédures « ${first.name.toLowerCase()} » : une attribution sur deux a reçu ${offersInWords(first.median)} ou plus ; ${formatRatio(first.single)} n’en ont reçu qu’une.`
      : "aucune attribution ne répond.";
  },
  scope: () => "Marchés qui disent leur procédure et le nombre d’offres reçues, comptés une fois par attribution.",
  source: () => procurementSource
});
