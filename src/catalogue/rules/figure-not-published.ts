import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "figure-not-published",
  severity: "info",
  table: "target",
  field: "status",
  of: "climate",
  name: "Valeur qui n’est pas une publication",
  looksAt: "Une émission ou un objectif arrondi, déclaré, projeté, estimé ou à vérifier.",
  repairs: "Rien : la valeur n’est pas publiée.",
  reference: "Seules les valeurs publiées par un organisme officiel, ou par la presse qui le cite, sont montrées.",
  example: {declared: "a_verifier", repaired: null}
});
