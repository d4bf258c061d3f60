import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "night-places-below-total",
  severity: "info",
  table: "night_count_place",
  field: "people_count",
  of: "night_places",
  name: "Lieux qui ne font pas le total",
  looksAt: "La somme des lieux publiés d’une édition est plus petite que le total publié.",
  repairs: "Rien : le reste est montré comme « non détaillé ».",
  reference: "Comparaison du détail et du total d’une même édition et d’un même statut.",
  example: {declared: "3635", repaired: null}
});
