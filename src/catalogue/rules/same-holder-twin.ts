import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "same-holder-twin",
  severity: "info",
  table: "award",
  field: "award_uid",
  of: "distinct",
  name: "Deux contrats pareils du même titulaire",
  looksAt:
    "Deux contrats du même acheteur, avec le même montant, la même date de notification, le même objet en entier et les mêmes titulaires, sous deux identifiants : deux lots pareils, ou un contrat publié deux fois.",
  repairs:
    "Rien : ils restent deux attributions, et le total ne change pas. Le constat dit ce que le total perdrait s’ils n’en faisaient qu’une.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 2 contrats, 47 115 € entre les 2 140 attributions retenues et les 2 138 que donneraient le montant, la date et l’objet seuls.",
  example: {declared: "217500016-2024F00285", repaired: null}
});
