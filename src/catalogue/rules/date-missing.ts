import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "date-missing",
  severity: "warning",
  table: "contract",
  field: "notified_on",
  of: "declared",
  name: "Date de notification absente",
  looksAt: "Un enregistrement sans date de notification (de signature pour une concession).",
  repairs: "Rien : le contrat n’entre dans aucune année.",
  reference: "Mesure sur le fichier AIFE de 2019 : 2 511 enregistrements sur 4 530.",
  example: {declared: "", repaired: null}
});
