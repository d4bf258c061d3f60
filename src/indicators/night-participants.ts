import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "night-participants",
  version: 1,
  domain: "solidarite",
  unit: "people",
  needs: "night_figure",
  columns: ["edition", "perimeter", "indicator", "value"],
  name: "Participants à la Nuit de la Solidarité",
  question: "Combien de bénévoles et de professionnels ont pris part à la dernière Nuit de la Solidarité à Paris ?",
  formula: "Nombre total de participants publié pour Paris, dernière édition qui le donne.",
  origin: "Nuit de la Solidarité, Ville de Paris, depuis 2018.",
  reference: "Communiqués de la Ville de Paris, cités édition par édition.",
  limits: ["Nombre rond, souvent « près de » ou « plus de » ; il n’est pas compté de la même façon chaque année."],
  excludes: {},
  covers: ({perimeter, indicator}) => perimeter === "paris" && indicator === "nb_participants_total",
  example: {
    rows: [
      {edition: 2024, perimeter: "paris", indicator: "nb_participants_total", value: 1900},
      {edition: 2025, perimeter: "paris", indicator: "nb_participants_total", value: 2000},
      {edition: 2025, perimeter: "metropole", indicator: "nb_participants_total", value: 2200}
    ],
    value: 2000
  },
  compute: (rows) => rows.toSorted((a, b) => b.edition - a.edition || b.value - a.value)[0]?.value ?? null
});
