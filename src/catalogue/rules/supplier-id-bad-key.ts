import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "supplier-id-bad-key",
  severity: "warning",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "SIRET dont la clé est fausse",
  looksAt:
    "Quatorze chiffres dont la clé de Luhn est fausse, alors que celle des neuf premiers est juste. Les établissements de La Poste (356 000 000) suivent leur propre règle : somme des chiffres multiple de cinq.",
  repairs: "Le SIREN : les neuf premiers chiffres.",
  reference: "INSEE, numéro Siret ; ISO/IEC 7812-1, annexe B.",
  example: {declared: "73282932000075", repaired: "732829320"}
});
