import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "night-question-withheld",
  severity: "info",
  table: "night_count_profile",
  field: "indicator",
  of: "night_cells",
  name: "Question qui n’est pas publiée",
  looksAt:
    "Une réponse sur la santé, la grossesse ou le parcours de vie, ou un chiffre d’organisation hors de la liste close.",
  repairs: "Rien : la réponse n’est pas publiée.",
  reference: "Règles de ces carnets sur les personnes comptées la nuit : liste close de questions.",
  example: {declared: "couverture maladie", repaired: null}
});
