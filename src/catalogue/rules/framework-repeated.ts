import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "framework-repeated",
  severity: "warning",
  table: "award",
  field: "award_uid",
  of: "distinct",
  name: "Accord-cadre déclaré une fois par titulaire",
  looksAt:
    "Des contrats du même acheteur, avec le même montant (plus de 10 €), la même date de notification et le même objet en entier, qui nomment des titulaires différents : un seul accord-cadre, dont le plafond est répété sur chaque ligne.",
  repairs:
    "Les contrats sont réunis en une attribution, son montant compté une fois. Elle est un accord-cadre, même si aucun d’eux ne le dit ; ses autres réponses sont celles du premier contrat, dans l’ordre des identifiants. Deux lignes d’un même titulaire restent deux attributions.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : sans cette règle, le total est multiplié par 1,79.",
  example: {declared: "217500016-2024F00285", repaired: "217500016-2024F00284"}
});
