import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "supplier-id-malformed",
  severity: "error",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "Identifiant de titulaire illisible",
  looksAt: "Un identifiant déclaré comme SIRET, dont les neuf premiers caractères ne sont pas un SIREN.",
  repairs: "Rien : le titulaire n’a pas de SIREN.",
  reference: "INSEE, numéro Siret.",
  example: {declared: "BE043191150400", repaired: null}
});
