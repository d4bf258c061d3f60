import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "people-met",
  version: 1,
  domain: "solidarite",
  unit: "people",
  needs: "night_count",
  columns: ["edition", "perimeter", "is_headline", "people_count"],
  name: "Personnes sans abri rencontrées",
  question: "Combien de personnes sans abri ont été rencontrées à Paris lors de la dernière Nuit de la Solidarité ?",
  formula:
    "Nombre de personnes rencontrées dans Paris la nuit de la dernière édition : résultat définitif s’il existe, sinon premier résultat.",
  origin: "Nuit de la Solidarité, Ville de Paris et Apur, depuis 2018.",
  reference: "Études de l’Apur sur les personnes en situation de rue à Paris.",
  limits: [
    "C’est un minimum, une nuit d’hiver : les personnes en squat, hébergées ou cachées ne sont pas comptées.",
    "Les lieux visités changent d’une édition à l’autre : une différence n’est pas toujours une évolution."
  ],
  excludes: {},
  covers: ({perimeter, is_headline}) => perimeter === "paris" && is_headline,
  example: {
    rows: [
      {edition: 2024, perimeter: "paris", is_headline: true, people_count: 3491},
      {edition: 2025, perimeter: "paris", is_headline: true, people_count: 3507},
      {edition: 2025, perimeter: "metropole", is_headline: true, people_count: 768}
    ],
    value: 3507
  },
  compute: (rows) => rows.toSorted((a, b) => b.edition - a.edition)[0]?.people_count ?? null
});
