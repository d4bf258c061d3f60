import shelterScopes from "../indicators/shelter-scopes.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {sourceColumn, statusColumn, valueWithPrecision} from "./solidarity.js";

interface Shelter {
  rows: {
    period: string;
    category: string;
    scope: string;
    value: number;
    precision: string;
    status: string;
    source: string;
  }[];
  ways: number;
}

export default defineFigure<Shelter>({
  id: "shelter-figures",
  tables: ["shelter"],
  indicators: [shelterScopes],
  prepare: ({shelter}) => ({
    rows: shelter
      .map(({period, category, scope, value, precision, status, source_url}) => ({
        period,
        category,
        scope,
        value,
        precision,
        status,
        source: source_url
      }))
      .toSorted((a, b) => compare(`${a.scope} ${a.category} ${a.period}`, `${b.scope} ${b.category} ${b.period}`)),
    ways: measure(shelterScopes, shelter).value ?? 0
  }),
  title: ({ways}) =>
    ways > 1
      ? `L’hébergement est compté de ${formatCount(ways)} façons : aucune série ne se trace`
      : "Places et personnes hébergées",
  subtitle: () => "Places d’hébergement, ou personnes hébergées, chaque nombre avec ce qu’il couvre",
  table: ({rows}) => ({
    columns: [
      {key: "category", label: "Ce qui est compté"},
      {key: "value_words", label: "Nombre"},
      {key: "scope", label: "Champ"},
      {key: "period", label: "Date"},
      statusColumn,
      sourceColumn
    ],
    rows: rows.map(({value, precision, ...row}) => ({...row, value_words: valueWithPrecision(value, precision)}))
  }),
  notes: () => [
    "Un nombre se lit seul. Places ouvertes à Paris, personnes hébergées, places avec hôtels et mises à l’abri, places régulées depuis Paris : ces champs se suivent sans se recouvrir.",
    "Aucun rapport entre personnes rencontrées et places n’est calculé : il changerait avec le champ, pas avec la vie des gens."
  ],
  empty: "Aucun chiffre d’hébergement dans ces données.",
  reading: ({rows}) => {
    const [first] = rows;
    return first
      ? `« ${first.category} » : ${valueWithPrecision(first.value, first.precision)} (${first.scope}, ${first.period}).`
      : "aucun chiffre.";
  },
  scope: () =>
    "Chiffres publiés par la Ville, l’État ou la presse ; la colonne « Champ » dit ce que chacun couvre. Aucun lieu.",
  source: ({rows}) => {
    const last = rows.toSorted((a, b) => compare(a.period, b.period)).at(-1);
    return [
      {label: "Ville de Paris, Apur, État et presse, cités ligne à ligne", url: "https://www.apur.org"},
      ...(last ? [{label: `page lue pour ${last.period}`, url: last.source}] : [])
    ];
  }
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
