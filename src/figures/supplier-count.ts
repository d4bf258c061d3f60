import {bars} from "../components/bars.js";
import distinctSuppliers from "../indicators/distinct-suppliers.js";
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
}

export default defineFigure<SupplierYears>({
  id: "supplier-count",
  tables: ["award_supplier"],
  indicators: [distinctSuppliers],
  prepare: ({award_supplier: links}) => {
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
      period: periodOf(links)
    };
  },
  title: ({total}) =>
    total === 0 ? "Nombre de titulaires" : `${counted(total, "titulaire différent", "titulaires différents")}`,
  subtitle: ({period}) => `Nombre de titulaires distincts (SIREN) par année de notification, ${period}`,
  bigNumbers: ({total, once, period}) => [
    {label: "Titulaires différents", value: formatCount(total), comparison: period},
    {
      label: "Vus une seule fois",
      value: formatCount(once),
      comparison: "titulaires d’une seule attribution sur toute la période"
    }
  ],
  chart: ({years}, context) =>
    years.length === 0
      ? null
      : bars(
          years.map(({year, suppliers}) => ({
            x: year,
            y: suppliers,
            label: formatCount(suppliers),
            title: `${formatYear(year)} : ${counted(suppliers, "titulaire", "titulaires")}`
          })),
          {color: colors.supplier, height: 240, unit: ""},
          context
        ),
  table: ({years}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {key: "suppliers", label: "Titulaires distincts"}
    ],
    rows: years
  }),
  notes: () => ["Un titulaire présent plusieurs années compte dans chacune : les années ne s’additionnent pas."],
  empty: noAward,
  reading: ({years}) => {
    const last = years.at(-1);
    return last
      ? `en ${formatYear(last.year)}, ${counted(last.suppliers, "titulaire différent a reçu", "titulaires différents ont reçu")} au moins un marché.`
      : "aucune année.";
  },
  scope: () => "Titulaires et cotitulaires identifiés par un SIREN, réparé s’il le fallait ; sans les sous-traitants.",
  source: () => procurementSource
});
