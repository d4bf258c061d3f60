import {bars} from "../components/bars.js";
import distinctSuppliers from "../indicators/distinct-suppliers.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface SupplierYears {
  total: number;
  once: number;
  years: {year: number; suppliers: number}[];
  period: string;
  isDeclared: boolean;
}

export default defineFigure<SupplierYears>({
  id: "supplier-count",
  tables: ["award_supplier"],
  indicators: [distinctSuppliers],
  obeysCorrections: true,
  prepare: ({award_supplier: links}, params) => {
    const bySiren = groupBy(
      links.filter(({supplier_siren}) => supplier_siren !== null),
      ({supplier_siren}) => supplier_siren
    );
    return {
      total: measure(distinctSuppliers, links).value ?? 0,
      once: [...bySiren.values()].filter((rows) => rows.length === 1).length,
      years: Array.from(groupBy(links, ({year}) => year))
        .flatMap(([year, rows]) =>
          year === null ? [] : [{year, suppliers: measure(distinctSuppliers, rows).value ?? 0}]
        )
        .toSorted((a, b) => a.year - b.year),
      period: periodOf(links),
      isDeclared: correctionsState(params) === "sans"
    };
  },
  title: ({total, isDeclared}) => {
    if (total === 0) return "Nombre de titulaires";
    return isDeclared
      ? counted(total, "identifiant de titulaire différent", "identifiants de titulaires différents")
      : counted(total, "titulaire différent", "titulaires différents");
  },
  subtitle: ({period, isDeclared}) =>
    `Nombre ${isDeclared ? "d’identifiants de titulaires, tels que déclarés," : "de titulaires distincts (SIREN)"} par année de notification, ${period}`,
  bigNumbers: ({total, once, period, isDeclared}) => [
    {
      label: isDeclared ? "Identifiants différents" : "Titulaires différents",
      value: formatCount(total),
      comparison: period
    },
    {
      label: "Vus une seule fois",
      value: formatCount(once),
      comparison: `${isDeclared ? "identifiants d’un seul enregistrement" : "titulaires d’une seule attribution"} sur toute la période`
    }
  ],
  chart: ({years, isDeclared}, context) =>
    years.length === 0
      ? null
      : bars(
          years.map(({year, suppliers}) => ({
            x: year,
            y: suppliers,
            label: formatCount(suppliers),
            title: `${formatYear(year)} : ${isDeclared ? counted(suppliers, "identifiant", "identifiants") : counted(suppliers, "titulaire", "titulaires")}`
          })),
          {color: colors.supplier, height: 240, unit: ""},
          context
        ),
  table: ({years, isDeclared}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {key: "suppliers", label: isDeclared ? "Identifiants distincts" : "Titulaires distincts"}
    ],
    rows: years
  }),
  notes: ({isDeclared}) => [
    `Un ${isDeclared ? "identifiant" : "titulaire"} présent plusieurs années compte dans chacune : les années ne s’additionnent pas.`
  ],
  empty: noAward,
  reading: ({years, isDeclared}) => {
    const last = years.at(-1);
    return last
      ? `en ${formatYear(last.year)}, ${isDeclared ? counted(last.suppliers, "identifiant différent a reçu", "identifiants différents ont reçu") : counted(last.suppliers, "titulaire différent a reçu", "titulaires différents ont reçu")} au moins un marché.`
      : "aucune année.";
  },
  scope: () => "Titulaires et cotitulaires identifiés par un SIREN, réparé s’il le fallait ; sans les sous-traitants.",
  source: () => procurementSource
});
