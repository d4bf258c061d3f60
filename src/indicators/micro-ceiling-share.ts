import {defineIndicator} from "../lib/indicator.js";
import {shareOfEuros} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "micro-ceiling-share",
  version: 1,
  ...shareOfEuros(traits.micro, "ceilings"),
  name: "Part des titulaires de moins de 10 salariés dans les plafonds d’accords-cadres",
  question: "Quelle part des plafonds d’accords-cadres va à des titulaires de moins de 10 salariés ?",
  formula:
    "Somme des plafonds des accords-cadres attribués à des titulaires de moins de 10 salariés, divisée par la somme de ceux dont cela est connu. Un montant est réparti à parts égales entre ses titulaires.",
  example: {
    rows: [
      {size_class: "0-9", amount_eur: 20_000, is_framework: true},
      {size_class: "10-49", amount_eur: 60_000, is_framework: true},
      {size_class: "0-9", amount_eur: 900_000, is_framework: false},
      {size_class: null, amount_eur: 50_000, is_framework: true},
      {size_class: "0-9", amount_eur: null, is_framework: true}
    ],
    value: 0.25
  }
});
