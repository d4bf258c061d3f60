import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "supplier-id-siren-plus-prefix",
  severity: "warning",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "SIRET fait du SIREN et de ses propres cinq premiers chiffres",
  looksAt: "Quatorze chiffres dont les cinq derniers répètent les cinq premiers, la clé étant fausse.",
  repairs: "Le SIREN : les neuf premiers chiffres, leur clé étant juste.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 32 identifiants ; le SIREN obtenu existe au répertoire Sirene.",
  example: {declared: "73282932073282", repaired: "732829320"}
});
