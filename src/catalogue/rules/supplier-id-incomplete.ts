import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "supplier-id-incomplete",
  severity: "warning",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "SIRET incomplet",
  looksAt: "Un SIREN seul, ou suivi d’autre chose qu’un numéro d’établissement de cinq chiffres.",
  repairs: "Le SIREN : les neuf premiers chiffres, leur clé étant juste.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 14 des 15 identifiants de dix chiffres commencent par un SIREN à clé juste, contre 1 sur 10 par hasard.",
  example: {declared: "7328293200", repaired: "732829320"}
});
