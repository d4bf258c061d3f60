import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "contract-id-missing",
  severity: "error",
  table: "contract",
  field: "contract_id",
  of: "declared",
  name: "Contrat sans identifiant",
  looksAt: "Un enregistrement sans identifiant.",
  repairs: "Le contrat reçoit un identifiant tiré de son contenu : deux enregistrements identiques restent un contrat.",
  reference:
    "Arrêtés du 22 mars 2019 et du 22 décembre 2022 relatifs aux données essentielles de la commande publique : l’identifiant est obligatoire.",
  example: {declared: "", repaired: null}
});
