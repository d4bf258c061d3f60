import trainedVolunteers from "../indicators/trained-volunteers.js";
import {defineFigure} from "../lib/figure.js";
import {formatPeriod, formatYear} from "../lib/format.js";
import {sourceColumn, statusColumn, valueWithPrecision} from "./solidarity.js";

interface Fabrique {
  rows: {period: string; indicator: string; value: number; precision: string; status: string; source: string}[];
  lastYear: number | null;
}

export default defineFigure<Fabrique>({
  id: "fabrique-figures",
  tables: ["fabrique_figure"],
  indicators: [trainedVolunteers],
  prepare: ({fabrique_figure}) => ({
    rows: fabrique_figure.map(({period, indicator, value, precision, status, source_url}) => ({
      period,
      indicator,
      value,
      precision,
      status,
      source: source_url
    })),
    lastYear: fabrique_figure.length === 0 ? null : Math.max(...fabrique_figure.map(({year}) => year))
  }),
  title: ({lastYear}) =>
    lastYear === null
      ? "La Fabrique de la Solidarité en chiffres"
      : `Aucun chiffre de la Fabrique trouvé après ${formatYear(lastYear)}`,
  subtitle: () => "Ce qui a été publié sur les bénévoles, les formations et les collectes de la Fabrique",
  table: ({rows}) => ({
    columns: [
      {key: "indicator", label: "Ce qui est compté"},
      {key: "value_words", label: "Nombre"},
      {key: "period", label: "Date", format: formatPeriod},
      statusColumn,
      sourceColumn
    ],
    rows: rows.map(({value, precision, ...row}) => ({...row, value_words: valueWithPrecision(value, precision)}))
  }),
  notes: () => [
    "Chiffres épars, cités par des pages différentes : ils ne font pas une série.",
    "« Non trouvé » ne veut pas dire « n’existe pas » : un rapport peut exister sans être en ligne."
  ],
  empty: "Aucun chiffre de la Fabrique dans ces données.",
  reading: ({rows}) => {
    const row = rows.find(({indicator}) => indicator.startsWith("volontaires formés")) ?? rows[0];
    return row
      ? `${row.indicator} : ${valueWithPrecision(row.value, row.precision)} (${formatPeriod(row.period)}).`
      : "aucun chiffre.";
  },
  scope: () => "Chiffres publiés par la Ville ou la presse depuis 2018, tels quels.",
  source: ({rows}) => {
    const last = rows.at(-1);
    return [
      {
        label: "Ville de Paris, Fabrique de la Solidarité",
        url: "https://www.paris.fr/pages/la-solidarite-envers-les-personnes-sans-abri-se-fabrique-a-paris-7277"
      },
      ...(last ? [{label: `page lue pour ${formatPeriod(last.period)}`, url: last.source}] : [])
    ];
  }
});
