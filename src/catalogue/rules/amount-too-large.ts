import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "amount-too-large",
  severity: "error",
  table: "contract",
  field: "amount_eur",
  of: "declared",
  name: "Montant de plus de trois milliards",
  looksAt: "Un montant déclaré de plus de 3 milliards d’euros et de moins de 100 milliards.",
  repairs: "Le montant retenu est nul ; le montant déclaré reste à côté.",
  reference: "Consolidation du ministère (139bercy/decp-arr2022) : un montant de plus de 3 milliards est invalide.",
  example: {declared: "4500000000.00", repaired: null}
});
