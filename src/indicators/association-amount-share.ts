import {defineIndicator} from "../lib/indicator.js";
import {shareOfEuros} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "association-amount-share",
  version: 1,
  ...shareOfEuros(traits.association, "firm"),
  name: "Part des associations dans les montants fermes",
  question: "Quelle part de l’argent des marchés va à des associations ?",
  formula:
    "Somme des montants des marchés hors accords-cadres attribués à des associations, divisée par la somme de ceux dont cela est connu. Un montant est réparti à parts égales entre ses titulaires.",
  example: {
    rows: [
      {is_association: true, amount_eur: 20_000, is_framework: false},
      {is_association: false, amount_eur: 60_000, is_framework: false},
      {is_association: true, amount_eur: 900_000, is_framework: true},
      {is_association: null, amount_eur: 50_000, is_framework: false},
      {is_association: true, amount_eur: null, is_framework: false}
    ],
    value: 0.25
  }
});
