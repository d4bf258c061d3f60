import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "people-met-outside-paris",
  version: 1,
  domain: "solidarite",
  unit: "people",
  needs: "night_count",
  columns: ["edition", "perimeter", "is_headline", "people_count"],
  name: "Personnes rencontrées dans les communes volontaires",
  question: "Combien de personnes sans abri ont été rencontrées dans les communes volontaires du Grand Paris ?",
  formula:
    "Nombre de personnes rencontrées hors de Paris la nuit de la dernière édition : résultat définitif s’il existe, sinon premier résultat.",
  origin: "Nuit de la Solidarité métropolitaine, Métropole du Grand Paris et Apur, depuis 2022.",
  reference: "Études de l’Apur sur la Nuit de la Solidarité métropolitaine.",
  limits: ["Les communes ne sont jamais les mêmes d’une édition à l’autre : deux éditions ne se comparent pas."],
  excludes: {},
  covers: ({perimeter, is_headline}) => perimeter === "metropole" && is_headline,
  example: {
    rows: [
      {edition: 2024, perimeter: "metropole", is_headline: true, people_count: 785},
      {edition: 2025, perimeter: "metropole", is_headline: true, people_count: 768},
      {edition: 2025, perimeter: "paris", is_headline: true, people_count: 3507}
    ],
    value: 768
  },
  compute: (rows) => rows.toSorted((a, b) => b.edition - a.edition)[0]?.people_count ?? null
});
