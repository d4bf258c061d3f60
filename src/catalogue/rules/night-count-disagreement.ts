import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "night-count-disagreement",
  severity: "warning",
  table: "night_count",
  field: "people_count",
  of: "open_data_nights",
  name: "Jeu ouvert de la Ville en désaccord",
  looksAt:
    "Le nombre du jeu ouvert de la Ville pour une édition n’est aucun de ceux que la table des totaux a pour elle, ou l’édition y manque.",
  repairs: "Rien : le nombre publié reste celui de la table ; celui de la Ville est écrit à côté.",
  reference: "Comparaison édition par édition.",
  example: {declared: "3608", repaired: null}
});
