import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "night-cell-small",
  severity: "info",
  table: "night_count_place",
  field: "people_count",
  of: "night_cells",
  name: "Nombre de moins de 11 personnes",
  looksAt: "Un nombre de personnes de 0 à 10, par type de lieu, par zone ou par réponse, même imprimé par la source.",
  repairs:
    "Rien : la page écrit « moins de 11 », et une seconde case est cachée quand une soustraction rendrait la première.",
  reference:
    "Seuil de la diffusion des données fiscales par l’Insee (11), repris par ces carnets ; aucun seuil officiel pour un décompte de rue.",
  example: {declared: "moins de 11", repaired: null}
});
