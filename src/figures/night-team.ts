import nightParticipants from "../indicators/night-participants.js";
import {defineFigure} from "../lib/figure.js";
import {formatYear} from "../lib/format.js";
import {sourceColumn, statusColumn, valueWithPrecision} from "./solidarity.js";

interface Team {
  rows: {edition: number; indicator: string; value: number; precision: string; status: string; source: string}[];
}

const names: Readonly<Record<string, string>> = {
  nb_volontaires: "bénévoles",
  nb_professionnels: "professionnels",
  nb_participants_total: "participants en tout",
  nb_equipes: "équipes",
  nb_associations: "associations"
};

export default defineFigure<Team>({
  id: "night-team",
  tables: ["night_figure"],
  indicators: [nightParticipants],
  prepare: ({night_figure}) => ({
    rows: night_figure
      .filter(({perimeter, indicator}) => perimeter === "paris" && indicator in names)
      .map(({edition, indicator, value, precision, status, source_url}) => ({
        edition,
        indicator,
        value,
        precision,
        status,
        source: source_url
      }))
      .toSorted(
        (a, b) =>
          b.edition - a.edition || Object.keys(names).indexOf(a.indicator) - Object.keys(names).indexOf(b.indicator)
      )
  }),
  title: ({rows}) => {
    const last = rows.find(({indicator}) => indicator === "nb_participants_total");
    return last
      ? `${capital(valueWithPrecision(last.value, last.precision))} personnes mobilisées pour la Nuit de ${formatYear(last.edition)}`
      : "Qui fait la Nuit de la Solidarité";
  },
  subtitle: () => "Bénévoles, professionnels, équipes et associations de chaque Nuit, Paris",
  table: ({rows}) => ({
    columns: [
      {key: "team", label: "Édition et rôle"},
      {key: "value_words", label: "Nombre"},
      statusColumn,
      sourceColumn
    ],
    rows: rows.map(({edition, indicator, value, precision, status, source}) => ({
      team: `${edition}, ${names[indicator] ?? indicator}`,
      value_words: valueWithPrecision(value, precision),
      status,
      source
    }))
  }),
  notes: () => [
    "Nombres souvent ronds, annoncés avant ou après la nuit. Quand deux sources ne s’accordent pas, les deux lignes restent.",
    "Moins de bénévoles peut vouloir dire moins de rues parcourues, donc moins de personnes rencontrées."
  ],
  empty: "Aucun chiffre d’organisation dans ces données.",
  reading: ({rows}) => {
    const last = rows.find(({indicator}) => indicator === "nb_participants_total") ?? rows[0];
    return last
      ? `en ${formatYear(last.edition)}, ${names[last.indicator] ?? last.indicator} : ${valueWithPrecision(last.value, last.precision)}.`
      : "aucun chiffre.";
  },
  scope: () => "Paris, une nuit par an.",
  source: ({rows}) => [
    {label: "Ville de Paris, Apur et presse, cités ligne à ligne", url: "https://paris.fr/nuitdelasolidarite"},
    ...(rows[0] ? [{label: `page lue pour ${rows[0].edition}`, url: rows[0].source}] : [])
  ]
});

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
