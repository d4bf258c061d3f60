import {defineIndicator} from "../lib/indicator.js";
import {shareOfEuros} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "micro-amount-share",
  version: 1,
  ...shareOfEuros(traits.micro, "firm"),
  name: "Part des titulaires de moins de 10 salariés dans les montants fermes",
  question: "Quelle part de l’argent des marchés va à des titulaires de moins de 10 salariés ?",
  formula:
    "Somme des montants des marchés hors accords-cadres attribués à des titulaires de moins de 10 salariés, divisée par la somme de ceux dont cela est connu. Un montant est réparti à parts égales entre ses titulaires.",
  example: {
    rows: [
      {size_class: "0-9", amount_eur: 20_000, is_framework: false},
      {size_class: "50-249", amount_eur: 60_000, is_framework: false},
      {size_class: "0-9", amount_eur: 900_000, is_framework: true},
      {size_class: null, amount_eur: 50_000, is_framework: false},
      {size_class: "0-9", amount_eur: null, is_framework: false}
    ],
    value: 0.25
  }
});
