import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "filler-amount",
  severity: "error",
  table: "contract",
  field: "amount_eur",
  of: "declared",
  name: "Montant tapé au hasard du clavier",
  looksAt:
    "Un même chiffre autre que zéro répété sept fois ou plus (9999999), ou un montant qui commence par 123456789. Les suites de 3 et de 6, qui sont aussi le tiers d’une somme ronde, ne comptent qu’à partir de 100 millions.",
  repairs: "Le montant retenu est nul ; le montant déclaré reste à côté.",
  reference:
    "Consolidation du ministère (139bercy/decp-arr2022, check_montant), qui oublie le chiffre 6 ; ici, les neuf chiffres comptent.",
  example: {declared: "666666666.00", repaired: null}
});
