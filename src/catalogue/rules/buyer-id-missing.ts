import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "buyer-id-missing",
  severity: "error",
  table: "contract",
  field: "buyer_siret",
  of: "declared",
  name: "Acheteur sans identifiant",
  looksAt: "Un enregistrement dont l’acheteur n’a pas d’identifiant.",
  repairs: "Rien : le contrat est compté sous « acheteur-inconnu ».",
  reference:
    "Arrêtés du 22 décembre 2022 relatifs aux données essentielles des marchés publics et des contrats de concession : l’identifiant de l’acheteur est obligatoire.",
  example: {declared: "", repaired: null}
});
