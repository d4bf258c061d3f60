import {shares} from "../components/shares.js";
import marketLeaderShare from "../indicators/market-leader-share.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatEuros, formatEurosExact, formatIndex, formatRatio} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {totalBySupplier} from "../lib/metrics/concentration.js";
import {hillNumber} from "../lib/metrics/diversity.js";
import {sumEuros} from "../lib/money.js";
import {colors} from "../lib/palette.js";
import {fewestToChart} from "../lib/slices.js";
import {divisionName} from "./division.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Division {
  division: string;
  suppliers: number;
  amountEur: number;
  /** Null below {@link fewestToChart} suppliers: the first always has most of it. */
  firstShare: number | null;
  effective: number | null;
}

interface Divisions {
  /** The largest amount first. */
  divisions: Division[];
  share: number | null;
  period: string;
  isDeclared: boolean;
}

const shown = 12;
const longestName = 46;

export default defineFigure<Divisions>({
  id: "concentration-by-division",
  tables: ["award_supplier"],
  indicators: [marketLeaderShare],
  obeysCorrections: true,
  prepare: ({award_supplier: links}, params) => ({
    divisions: Array.from(
      groupBy(links, ({cpv_division}) => cpv_division),
      ([division, rows]) => {
        const amounts = [...totalBySupplier(rows).values()];
        const isLarge = amounts.length >= fewestToChart;
        return {
          division: division ?? "",
          suppliers: amounts.length,
          amountEur: sumEuros(amounts),
          firstShare: isLarge ? measure(marketLeaderShare, rows).value : null,
          effective: isLarge ? hillNumber(amounts, 1) : null
        };
      }
    )
      .filter(({division, suppliers}) => division !== "" && suppliers > 0)
      .toSorted((a, b) => b.amountEur - a.amountEur || (a.division < b.division ? -1 : 1)),
    share: measure(marketLeaderShare, links).value,
    period: periodOf(links),
    isDeclared: correctionsState(params) === "sans"
  }),
  title: ({share, isDeclared}) =>
    share === null
      ? "Part du premier titulaire, par domaine d’achat"
      : `${formatRatio(share)} de l’argent va au premier ${isDeclared ? "identifiant" : "titulaire"} de son domaine d’achat`,
  subtitle: ({period, isDeclared}) =>
    `Part du premier titulaire dans le montant ${isDeclared ? "déclaré" : "corrigé"} hors taxes de chaque division CPV, les ${shown} plus gros montants d’abord, ${period}`,
  chart: ({divisions}, context) => {
    const charted = divisions.filter(({firstShare}) => firstShare !== null).slice(0, shown);
    return charted.length === 0
      ? null
      : shares(
          charted.map(({division, suppliers, firstShare, amountEur}) => ({
            name: `${shortName(division)} · ${formatCount(suppliers)}`,
            parts: [{share: firstShare ?? 0, color: colors.supplier}],
            label: formatRatio(firstShare ?? 0),
            title: `${divisionName(division)} : ${formatRatio(firstShare ?? 0)} de ${formatEuros(amountEur)} au premier de ${counted(suppliers, "titulaire", "titulaires")}`
          })),
          context
        );
  },
  table: ({divisions}) => ({
    columns: [
      {
        key: "cpv_division",
        label: "Domaine d’achat",
        format: (code: string) => `${code} · ${divisionName(code)}`
      },
      {
        key: "largest_share",
        label: "Part du premier",
        format: formatRatio,
        missing: `moins de ${fewestToChart} titulaires`
      },
      {key: "suppliers", label: "Titulaires"},
      {key: "effective_suppliers", label: "Nombre effectif", format: formatIndex, missing: "–"},
      {key: "amount_eur", label: "Montant, € hors taxes", format: formatEurosExact}
    ],
    rows: divisions.map(({division, suppliers, amountEur, firstShare, effective}) => ({
      cpv_division: division,
      largest_share: firstShare,
      suppliers,
      effective_suppliers: effective,
      amount_eur: amountEur
    }))
  }),
  notes: ({divisions}) => {
    const small = divisions.filter(({firstShare}) => firstShare === null).length;
    return [
      "Le nombre à côté du nom est celui des titulaires de ce domaine. Une division CPV réunit des métiers divers : un métier précis peut être plus concentré.",
      "Les plafonds d’accords-cadres comptent en entier : un seul peut faire la part d’un premier.",
      ...(small > 0
        ? [
            `${counted(small, "domaine a", "domaines ont")} moins de ${fewestToChart} titulaires : la part du premier n’y est pas donnée.`
          ]
        : [])
    ];
  },
  empty: noAward,
  reading: ({divisions}) => {
    const first = divisions.find(({firstShare}) => firstShare !== null);
    return first
      ? `dans « ${divisionName(first.division)} », le premier de ${formatCount(first.suppliers)} titulaires reçoit ${formatRatio(first.firstShare ?? 0)} de ${formatEuros(first.amountEur)}.`
      : "aucun domaine n’a assez de titulaires.";
  },
  scope: () => "Titulaires identifiés par un SIREN, montants retenus, attributions dont la division CPV est connue.",
  source: () => procurementSource
});

function shortName(code: string): string {
  const name = divisionName(code);
  return name.length <= longestName ? name : `${name.slice(0, longestName).replace(/[\s,;(]+\S*$/, "")}…`;
}
