import publishedAnswers from "../indicators/published-answers.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatYear} from "../lib/format.js";
import {minimum, nightSources, sourceColumn, statusColumn, verificationColumn} from "./solidarity.js";

interface Children {
  rows: {edition: number; words: string; about: number; status: string; verification: string | null; source: string}[];
}

export default defineFigure<Children>({
  id: "children-met",
  tables: ["night_count_profile"],
  indicators: [publishedAnswers],
  slice: (_, row) => (row as {indicator?: string}).indicator === "enfants",
  prepare: ({night_count_profile}) => ({
    rows: night_count_profile
      .filter(
        ({perimeter, indicator, people_count}) =>
          perimeter === "paris" && indicator === "enfants" && people_count !== null
      )
      .map((row) => ({
        edition: row.edition,
        words: row.category,
        about: row.people_count as number,
        status: row.status,
        verification: row.verification,
        source: row.source_url
      }))
      .toSorted((a, b) => a.edition - b.edition)
  }),
  title: ({rows}) => {
    const last = rows.at(-1);
    return last
      ? `Des enfants dorment dehors : environ ${formatCount(last.about)} rencontrés en ${formatYear(last.edition)}`
      : "Des enfants dorment dehors";
  },
  subtitle: () => "Enfants rencontrés à Paris, arrondis à la dizaine ; une nuit par an",
  table: ({rows}) => ({
    columns: [
      {key: "edition", label: "Édition", format: formatYear},
      {key: "about_count", label: "Enfants, environ"},
      {key: "words", label: "Mots de la source"},
      statusColumn,
      verificationColumn,
      sourceColumn
    ],
    rows: rows.map(({about, ...row}) => ({...row, about_count: about}))
  }),
  notes: () => [
    "Nombres arrondis à la dizaine, pour Paris entier seulement. Rien d’autre sur les enfants n’est publié ici.",
    minimum
  ],
  empty: "Aucun nombre d’enfants dans ces données.",
  reading: ({rows}) => {
    const last = rows.at(-1);
    return last ? `en ${formatYear(last.edition)}, environ ${formatCount(last.about)} enfants.` : "aucun nombre.";
  },
  scope: () => "Paris entier, jamais par arrondissement.",
  source: ({rows}) => nightSources(rows.at(-1))
});
