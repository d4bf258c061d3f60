import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "duplicate-id-padded",
  severity: "info",
  table: "contract",
  field: "contract_id",
  of: "declared",
  name: "Identifiant suivi de deux zéros",
  looksAt:
    "Un identifiant qui est celui d’un autre contrat du même acheteur suivi de « 00 », avec le même montant et la même date : la première version d’un même contrat.",
  repairs: "L’identifiant sans les deux zéros ; les enregistrements sont réunis en un contrat.",
  reference: "Les plateformes ajoutent un numéro de version : 20220118 et 2022011800.",
  example: {declared: "2022011800", repaired: "20220118"}
});
