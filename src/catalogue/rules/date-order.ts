import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "date-order",
  severity: "warning",
  table: "modification",
  field: "modification.notified_on",
  of: "modifications",
  name: "Modification antérieure au contrat",
  looksAt: "Une modification notifiée avant le contrat qu’elle modifie.",
  repairs: "Rien : les deux dates restent telles que déclarées.",
  reference:
    "Arrêtés du 22 décembre 2022 relatifs aux données essentielles des marchés publics et des contrats de concession.",
  example: {declared: "2024-02-01", repaired: null}
});
