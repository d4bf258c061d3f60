import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "empty-months",
  version: 1,
  domain: "marches",
  unit: "count",
  needs: "coverage",
  columns: ["is_gap"],
  name: "Mois presque vides",
  question: "Combien de mois manquent, chez un acheteur qui publie d’habitude ?",
  formula:
    "Nombre de mois, par acheteur et par source, où presque rien n’est publié alors que l’acheteur publie avant et après.",
  origin: "Engagement de la Ville de Paris : fiabiliser la donnée de ses marchés publics.",
  reference: "Règle « coverage-gap » de ce site.",
  limits: [
    "Un mois vide d’un acheteur qui publie peu n’est pas compté : ce peut être le hasard.",
    "Un trou dans une source peut être comblé par une autre."
  ],
  excludes: {},
  example: {rows: [{is_gap: false}, {is_gap: true}, {is_gap: true}], value: 2},
  compute: (rows) => rows.filter(({is_gap}) => is_gap).length
});
