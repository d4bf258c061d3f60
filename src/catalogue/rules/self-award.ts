import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "self-award",
  severity: "warning",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "L’acheteur est son propre titulaire",
  looksAt: "Un titulaire dont le SIREN est celui de l’acheteur.",
  repairs:
    "Rien : le titulaire reste celui qui est déclaré. Une faute de saisie est probable, une attribution à une autre entité de la même personne morale n’est pas exclue.",
  reference: "Contrôle « acheteur = titulaire » de ColinMaudry/decp-table-schema-utils (detect-anomalies.jq).",
  example: {declared: "21750001600019", repaired: null}
});
