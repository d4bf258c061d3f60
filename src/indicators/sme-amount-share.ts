import {defineIndicator} from "../lib/indicator.js";
import {shareOfEuros} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "sme-amount-share",
  version: 1,
  ...shareOfEuros(traits.sme, "firm"),
  name: "Part des PME dans les montants fermes",
  question: "Quelle part de l’argent des marchés va à des PME ?",
  formula:
    "Somme des montants des marchés hors accords-cadres attribués à des PME, divisée par la somme de ceux dont cela est connu. Un montant est réparti à parts égales entre ses titulaires.",
  example: {
    rows: [
      {enterprise_category: "PME", amount_eur: 20_000, is_framework: false},
      {enterprise_category: "ETI", amount_eur: 60_000, is_framework: false},
      {enterprise_category: "PME", amount_eur: 900_000, is_framework: true},
      {enterprise_category: null, amount_eur: 50_000, is_framework: false},
      {enterprise_category: "PME", amount_eur: null, is_framework: false}
    ],
    value: 0.25
  }
});
