import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "published-answers",
  version: 1,
  domain: "solidarite",
  unit: "count",
  needs: "night_count_profile",
  columns: ["edition", "perimeter", "indicator"],
  name: "Réponses publiées sur les personnes rencontrées",
  question: "Combien de nombres sont publiés sur qui sont les personnes rencontrées à Paris ?",
  formula:
    "Nombre de parts, d’effectifs et de moyennes publiés pour Paris entier, toutes éditions et tous statuts ; sous une figure, ceux de ses questions seulement.",
  origin: "Ces carnets : dire combien peu est publié.",
  reference: "Table des profils, avec la page lue pour chaque nombre.",
  limits: [
    "Il compte des nombres publiés, pas des personnes : le nombre de personnes qui ont répondu n’est pas publié.",
    "Les questions sur la santé, la grossesse ou le parcours de vie n’y sont pas."
  ],
  excludes: {},
  covers: ({perimeter}) => perimeter === "paris",
  example: {
    rows: [
      {edition: 2024, perimeter: "paris", indicator: "sexe"},
      {edition: 2025, perimeter: "paris", indicator: "sexe"},
      {edition: 2025, perimeter: "metropole", indicator: "sexe"}
    ],
    value: 2
  },
  compute: (rows) => rows.length
});
