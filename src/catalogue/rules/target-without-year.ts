import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "target-without-year",
  severity: "info",
  table: "target",
  field: "target_year",
  of: "targets",
  name: "Objectif sans échéance imprimée",
  looksAt: "Un objectif dont le plan n’imprime pas l’année.",
  repairs: "Rien : il n’est pas publié comme cible.",
  reference: "Aucune année n’est devinée.",
  example: {declared: "part de déchets valorisés", repaired: null}
});
