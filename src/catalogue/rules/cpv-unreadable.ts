import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "cpv-unreadable",
  severity: "warning",
  table: "contract",
  field: "cpv",
  of: "declared",
  name: "Code CPV illisible",
  looksAt: "Un code qui n’a pas huit chiffres, ou dont la division n’existe pas.",
  repairs: "Rien : le contrat n’a pas de code CPV.",
  reference: "Règlement (CE) n° 213/2008, annexe I.",
  example: {declared: "99000000", repaired: null}
});
