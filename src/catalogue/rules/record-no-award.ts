import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "record-no-award",
  severity: "info",
  table: "contract",
  field: "record",
  of: "records",
  name: "Publication sans attribution",
  looksAt: "Une publication OCDS qui n’attribue rien : avis, appel d’offres, attribution annulée ou infructueuse.",
  repairs: "Rien : la publication est lue et comptée, mais n’est pas un contrat.",
  reference: "OCDS 1.1 : awards et contracts d’une release ; liste de codes awardStatus.",
  example: {declared: "", repaired: null}
});
