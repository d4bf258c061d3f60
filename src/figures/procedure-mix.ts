import {heat, type TileGroup} from "../components/heat.js";
import noCompetitionShare from "../indicators/no-competition-share.js";
import openProcedureAmountShare from "../indicators/open-procedure-amount-share.js";
import openProcedureShare from "../indicators/open-procedure-share.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatEuros, formatEurosExact, formatRatio, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {sumEuros} from "../lib/money.js";
import {methodNames, procurementMethod, type ProcurementMethod} from "../lib/procedures.js";
import type {Row} from "../lib/schema.js";
import {fewestToChart} from "../lib/slices.js";
import {scoreboard} from "./competition.js";
import {divisionSlice, inDivision} from "./division.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Year {
  year: number;
  /** One entry per method, in the order of `methodNames`. */
  methods: {awards: number; firmEur: number; ceilingEur: number}[];
  unknown: number;
}

interface Mix {
  years: Year[];
  open: number | null;
  openAmount: number | null;
  direct: number | null;
  unknown: number;
  period: string;
  isDeclared: boolean;
}

const yearsShown = 6;
const methods = Object.keys(methodNames) as ProcurementMethod[];
const measures = {
  awards: "En nombre",
  firmEur: "En montant ferme",
  ceilingEur: "En plafonds d’accords-cadres"
} as const;

export default defineFigure<Mix>({
  id: "procedure-mix",
  tables: ["award"],
  indicators: [openProcedureShare, openProcedureAmountShare, noCompetitionShare],
  obeysCorrections: true,
  slice: divisionSlice,
  prepare: (tables, params) => {
    const {award} = inDivision(tables, params);
    return {
      years: Array.from(groupBy(award, ({year}) => year))
        .flatMap(([year, rows]) => (year === null ? [] : [yearOf(year, rows)]))
        .toSorted((a, b) => a.year - b.year),
      open: measure(openProcedureShare, award).value,
      openAmount: measure(openProcedureAmountShare, award).value,
      direct: measure(noCompetitionShare, award).value,
      unknown: measure(openProcedureShare, award).leftOut.unknown ?? 0,
      period: periodOf(award),
      isDeclared: correctionsState(params) === "sans"
    };
  },
  title: ({open}) =>
    open === null
      ? "Procédures de passation, par année"
      : `${formatRatio(open)} des marchés attribués par procédure ouverte`,
  subtitle: ({period, isDeclared}) =>
    `Part, en %, de chaque famille de procédures, en nombre ${isDeclared ? "d’enregistrements" : "d’attributions"} et en montant hors taxes, par année de notification, ${period}`,
  bigNumbers: ({open, openAmount, direct}) => [
    ...(open === null
      ? []
      : [{label: "Procédures ouvertes", value: formatRatio(open), comparison: "du nombre d’attributions"}]),
    ...(openAmount === null
      ? []
      : [
          {
            label: "Procédures ouvertes",
            value: formatRatio(openAmount),
            comparison: "du montant ferme, hors accords-cadres"
          }
        ]),
    ...(direct === null
      ? []
      : [
          {
            label: "Sans publicité ni mise en concurrence",
            value: formatRatio(direct),
            comparison: "du nombre d’attributions"
          }
        ])
  ],
  chart: ({years}, context) => {
    const shown = years.slice(-yearsShown);
    if (shown.length === 0) return null;
    const groups = (Object.keys(measures) as (keyof typeof measures)[]).map((key): TileGroup => ({
      title: measures[key],
      rows: methods.map((method, i) => ({
        label: methodNames[method],
        tiles: shown.map((year) => {
          const total = year.methods.reduce((sum, one) => sum + one[key], 0);
          if (total === 0) return {step: null};
          const count = year.methods.reduce((sum, {awards}) => sum + awards, 0);
          if (count < fewestToChart) return {step: 0, label: "–"};
          const share = (year.methods[i]?.[key] ?? 0) / total;
          return {
            step: share === 0 ? 0 : 1 + Math.min(5, Math.floor(share * 6)),
            label: String(Math.round(share * 100))
          };
        })
      }))
    }));
    return heat(groups, {columns: shown.map(({year}) => formatYear(year)), labelWidth: 156, rowHeight: 28}, context);
  },
  table: ({years}) => ({
    columns: [
      {key: "method", label: "Année et procédure"},
      {key: "share", label: "Part en nombre", format: formatRatio},
      {key: "awards", label: "Attributions"},
      {key: "firm_eur", label: "Montant ferme, € hors taxes", format: formatEurosExact},
      {key: "ceiling_eur", label: "Plafonds d’accords-cadres, € hors taxes", format: formatEurosExact}
    ],
    rows: years.flatMap((year) => {
      const count = year.methods.reduce((sum, {awards}) => sum + awards, 0);
      return methods.flatMap((method, i) => {
        const one = year.methods[i];
        return one && count > 0
          ? [
              {
                method: `${formatYear(year.year)} · ${methodNames[method]}`,
                share: one.awards / count,
                awards: one.awards,
                firm_eur: one.firmEur,
                ceiling_eur: one.ceilingEur
              }
            ]
          : [];
      });
    })
  }),
  notes: ({unknown, years, isDeclared}) => [
    "Le plafond d’un accord-cadre n’est pas un montant dépensé : il est montré à part, jamais additionné au montant ferme.",
    "Une procédure adaptée n’est ni ouverte ni fermée : sous les seuils européens, l’acheteur choisit la publicité selon le montant, et la donnée ne dit pas laquelle.",
    ...(unknown > 0
      ? [
          `Procédure non dite ou de libellé inconnu : ${counted(unknown, isDeclared ? "enregistrement" : "attribution", isDeclared ? "enregistrements" : "attributions")}, hors de ces parts.`
        ]
      : []),
    `Une plus forte part, une case plus marquée ; un tiret : moins de ${fewestToChart} attributions cette année-là.`,
    ...(years.length > yearsShown ? [`Les ${yearsShown} dernières années ; le tableau les donne toutes.`] : []),
    `Repères : ${Math.round(scoreboard.noCall * 100)} % de marchés sans appel à la concurrence en ${scoreboard.year} au tableau de bord européen (${scoreboard.population}) ; 7,2 % sans publicité ni mise en concurrence et 33,7 % sur appel d’offres ouvert au recensement national de 2021 (marchés de 90 000 € ou plus). D’autres populations : elles ne se comparent pas terme à terme.`
  ],
  empty: noAward,
  reading: ({years}) => {
    const last = years.findLast(({methods: some}) => some.some(({awards}) => awards > 0));
    if (!last) return "aucune année.";
    const count = last.methods.reduce((sum, {awards}) => sum + awards, 0);
    const open = last.methods[0];
    return `en ${formatYear(last.year)}, ${formatCount(open?.awards ?? 0)} des ${formatCount(count)} attributions dont la procédure est connue sont passées par une procédure ouverte, pour ${formatEuros(open?.firmEur ?? 0)} fermes.`;
  },
  scope: () => "Marchés et concessions, comptés une fois par attribution, dans l’année de leur notification.",
  source: () => [
    ...procurementSource,
    scoreboard.source,
    {
      label: "OECP, recensement 2021, par Weka",
      url: "https://www.weka.fr/actualite/commande-publique/article/l-oecp-publie-les-donnees-de-la-commande-publique-issues-du-recensement-2021-des-marches-159941/"
    }
  ]
});

function yearOf(year: number, rows: readonly Row<"award">[]): Year {
  const groups = groupBy(rows, ({procedure}) => procurementMethod(procedure));
  const euros = (some: readonly Row<"award">[]) => sumEuros(some.map(({amount_eur}) => amount_eur ?? 0));
  return {
    year,
    methods: methods.map((method) => {
      const own = groups.get(method) ?? [];
      return {
        awards: own.length,
        firmEur: euros(own.filter(({is_framework}) => !is_framework)),
        ceilingEur: euros(own.filter(({is_framework}) => is_framework))
      };
    }),
    unknown: groups.get(null)?.length ?? 0
  };
}
