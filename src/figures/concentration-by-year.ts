import {bars} from "../components/bars.js";
import {stack} from "../components/stack.js";
import effectiveSuppliers from "../indicators/effective-suppliers.js";
import largestSupplierShare from "../indicators/largest-supplier-share.js";
import rarefiedSuppliers from "../indicators/rarefied-suppliers.js";
import supplierGini from "../indicators/supplier-gini.js";
import supplierHhi from "../indicators/supplier-hhi.js";
import topFourShare from "../indicators/top-four-share.js";
import topTenShare from "../indicators/top-ten-share.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatIndex, formatRatio, formatYear} from "../lib/format.js";
import {measure, type AnyIndicator} from "../lib/indicator.js";
import {totalBySupplier} from "../lib/metrics/concentration.js";
import {evenness, giniSimpson} from "../lib/metrics/diversity.js";
import {colors} from "../lib/palette.js";
import type {Row} from "../lib/schema.js";
import {fewestToChart} from "../lib/slices.js";
import {noAward, periodOf, procurementSource} from "./procurement.js";

interface Concentration {
  suppliers: number;
  effective: number | null;
  /** Without the ceilings of frameworks. */
  effectiveFirm: number | null;
  rarefied: number | null;
  hhi: number | null;
  first: number | null;
  four: number | null;
  ten: number | null;
  gini: number | null;
  evenness: number | null;
  twoDiffer: number | null;
}

interface ByYear {
  years: (Concentration & {year: number})[];
  all: Concentration;
  period: string;
  isDeclared: boolean;
}

type Link = Row<"award_supplier">;

const indicators = [effectiveSuppliers, rarefiedSuppliers, supplierHhi, largestSupplierShare, topFourShare];

export default defineFigure<ByYear>({
  id: "concentration-by-year",
  tables: ["award_supplier"],
  indicators,
  obeysCorrections: true,
  prepare: ({award_supplier: links}, params) => ({
    years: [...new Set(links.flatMap(({year}) => (year === null ? [] : [year])))]
      .toSorted((a, b) => a - b)
      .map((year) => ({year, ...concentrationOf(links.filter((link) => link.year === year))}))
      .filter(({suppliers}) => suppliers > 0),
    all: concentrationOf(links),
    period: periodOf(links),
    isDeclared: correctionsState(params) === "sans"
  }),
  title: ({all, isDeclared}) => {
    if (all.effective === null) return "Nombre effectif de titulaires par année";
    const noun = isDeclared ? "identifiants" : "titulaires";
    return `L’argent se répartit comme entre ${formatCount(all.effective)} ${noun} égaux, sur ${formatCount(all.suppliers)}`;
  },
  subtitle: ({period, isDeclared}) =>
    `Nombre effectif de ${isDeclared ? "titulaires, montants déclarés" : "titulaires, montants corrigés"} hors taxes (nombre de Hill d’ordre 1), et titulaires différents parmi 100 attributions tirées au hasard, par année de notification, ${period}`,
  chart: ({years}, context) => {
    const charted = years.filter(({suppliers}) => suppliers >= fewestToChart);
    if (charted.length === 0) return null;
    const panel = {...context, width: Math.min(340, context.width)};
    const toBars = (key: "effective" | "rarefied") =>
      charted.flatMap(({year, suppliers, [key]: value}) =>
        value === null
          ? []
          : [
              {
                x: year,
                y: value,
                label: formatCount(value),
                title: `${formatYear(year)} : ${formatIndex(value)}, sur ${formatCount(suppliers)} titulaires`
              }
            ]
      );
    const panels = [
      {title: "Nombre effectif de titulaires", color: colors.supplier, data: toBars("effective")},
      {title: "Titulaires pour 100 attributions", color: colors.awards, data: toBars("rarefied")}
    ].filter(({data}) => data.length > 0);
    return panels.length === 0
      ? null
      : stack(
          panels.map(({title, color, data}) => ({title, svg: bars(data, {color, height: 200, unit: ""}, panel)})),
          context
        );
  },
  table: ({years, all}) => {
    const index = (key: string, label: string) => ({key, label, format: formatIndex, missing: "–"});
    const share = (key: string, label: string) => ({key, label, format: formatRatio, missing: "–"});
    return {
      columns: [
        {key: "year", label: "Année", format: formatYear, missing: "toutes"},
        index("effective_suppliers", "Nombre effectif"),
        {key: "suppliers", label: "Titulaires"},
        index("effective_suppliers_firm", "Nombre effectif, hors accords-cadres"),
        index("rarefied_suppliers", "Pour 100 attributions"),
        index("hhi", "HHI (0 à 10 000)"),
        share("largest_share", "Premier"),
        share("top_four_share", "Quatre premiers"),
        share("top_ten_share", "Dix premiers"),
        index("gini", "Gini"),
        index("evenness", "Équitabilité"),
        share("two_differ_share", "Deux euros, deux titulaires")
      ],
      rows:
        all.suppliers === 0
          ? []
          : [...years, {year: null, ...all}].map((row) => ({
              year: row.year,
              effective_suppliers: row.effective,
              suppliers: row.suppliers,
              effective_suppliers_firm: row.effectiveFirm,
              rarefied_suppliers: row.rarefied,
              hhi: row.hhi,
              largest_share: row.first,
              top_four_share: row.four,
              top_ten_share: row.ten,
              gini: row.gini,
              evenness: row.evenness,
              two_differ_share: row.twoDiffer
            }))
    };
  },
  notes: ({all, years}) => [
    "Nombre effectif : combien de titulaires recevant tous autant donneraient la même diversité. Il dépend du nombre d’attributions ; « pour 100 attributions » permet de comparer des années de tailles différentes.",
    ...(all.effective === null || all.effectiveFirm === null
      ? []
      : [
          `Sans les plafonds d’accords-cadres, dont nul ne sait ce qui sera dépensé, le nombre effectif est ${formatIndex(all.effectiveFirm)} au lieu de ${formatIndex(all.effective)}.`
        ]),
    ...(years.some(({suppliers}) => suppliers < fewestToChart)
      ? [`Une année de moins de ${fewestToChart} titulaires est dans le tableau, pas dans le dessin.`]
      : [])
  ],
  empty: noAward,
  reading: ({all}) =>
    all.twoDiffer === null
      ? "aucun montant connu."
      : `deux euros pris au hasard vont à deux titulaires différents dans ${formatRatio(all.twoDiffer)} des cas.`,
  scope: () =>
    "Titulaires identifiés par un SIREN, montants retenus, dans l’année de notification ; un marché à plusieurs titulaires est réparti à parts égales.",
  source: () => procurementSource
});

function concentrationOf(links: readonly Link[]): Concentration {
  const amounts = [...totalBySupplier(links).values()];
  const valueOf = (indicator: AnyIndicator, rows = links) => measure(indicator, rows).value;
  return {
    suppliers: amounts.length,
    effective: valueOf(effectiveSuppliers),
    effectiveFirm: valueOf(
      effectiveSuppliers,
      links.filter(({is_framework}) => !is_framework)
    ),
    rarefied: valueOf(rarefiedSuppliers),
    hhi: valueOf(supplierHhi),
    first: valueOf(largestSupplierShare),
    four: valueOf(topFourShare),
    ten: amounts.length > 10 ? valueOf(topTenShare) : null,
    gini: valueOf(supplierGini),
    evenness: evenness(amounts),
    twoDiffer: giniSimpson(amounts)
  };
}
