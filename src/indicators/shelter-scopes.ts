import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "shelter-scopes",
  version: 1,
  domain: "solidarite",
  unit: "count",
  needs: "shelter",
  columns: ["category", "scope"],
  name: "Façons de compter l’hébergement",
  question: "De combien de façons différentes l’hébergement a-t-il été compté dans ce qui est publié ?",
  formula: "Nombre de couples différents d’une catégorie (places, personnes) et d’un champ.",
  origin: "Ces carnets : dire pourquoi aucun rapport d’une année à l’autre n’est calculé.",
  reference: "Table des chiffres d’hébergement, avec la page lue pour chacun.",
  limits: ["Deux chiffres de même catégorie et de même champ peuvent encore différer par leur date."],
  excludes: {},
  example: {
    rows: [
      {category: "places", scope: "Paris"},
      {category: "places", scope: "Paris"},
      {category: "personnes", scope: "Paris"}
    ],
    value: 2
  },
  compute: (rows) => new Set(rows.map(({category, scope}) => `${category} | ${scope}`)).size
});
