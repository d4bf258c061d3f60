import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "supplier-id-siren-plus-ape",
  severity: "warning",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "SIRET fait du SIREN et du code APE",
  looksAt: "Un SIREN suivi de quatre chiffres et d’une lettre, comme 7120B.",
  repairs: "Le SIREN : les neuf premiers chiffres, leur clé étant juste.",
  reference: "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 45 identifiants.",
  example: {declared: "7328293207120B", repaired: "732829320"}
});
