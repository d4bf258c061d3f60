import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "night-zone-finer",
  severity: "info",
  table: "night_count_area",
  field: "area",
  of: "night_cells",
  name: "Zone plus fine que l’arrondissement",
  looksAt:
    "Un nombre pour un bois seul, un lieu nommé ou un campement, ou pour un arrondissement avec un bois quand le nombre sans lui existe.",
  repairs: "Rien : le nombre n’est pas publié ; par type de lieu, les bois sont réunis.",
  reference: "Engagement des volontaires du décompte : rien qui permette de situer une personne.",
  example: {declared: "bois", repaired: null}
});
