import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "supplier-id-wrong-scheme",
  severity: "info",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "SIRET déclaré comme numéro de TVA",
  looksAt: "Un SIRET à clé juste, déclaré avec le type TVA.",
  repairs: "Le SIREN : les neuf premiers chiffres.",
  reference:
    "Arrêtés du 22 mars 2019 et du 22 décembre 2022 relatifs aux données essentielles de la commande publique : le type d’identifiant dit comment le lire.",
  example: {declared: "73282932000074", repaired: "732829320"}
});
