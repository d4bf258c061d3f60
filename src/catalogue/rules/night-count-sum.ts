import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "night-count-sum",
  severity: "info",
  table: "night_count",
  field: "perimeter",
  of: "nights",
  name: "Somme de deux périmètres",
  looksAt: "Un total imprimé qui additionne Paris et les communes volontaires.",
  repairs: "Rien : la somme est vérifiée, puis laissée de côté pour ne compter personne deux fois.",
  reference: "Les communes changent chaque année.",
  example: {declared: "paris et metropole", repaired: null}
});
