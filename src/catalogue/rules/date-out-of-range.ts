import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "date-out-of-range",
  severity: "warning",
  table: "contract",
  field: "notified_on",
  of: "declared",
  name: "Date illisible ou impossible",
  looksAt:
    "Une date de notification ou de publication, du contrat ou d’une modification, qui ne se lit pas AAAA-MM-JJ ou qui sort de 1990–2100. L’heure et le fuseau sont coupés.",
  repairs: "Rien : la date est inconnue.",
  reference: "Les fichiers publics portent des années comme 0218, 2921 ou 5021.",
  example: {declared: "0218-10-29", repaired: null}
});
