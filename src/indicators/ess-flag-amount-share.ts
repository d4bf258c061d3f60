import {defineIndicator} from "../lib/indicator.js";
import {shareOfEuros} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "ess-flag-amount-share",
  version: 1,
  ...shareOfEuros(traits.essFlagged, "firm"),
  name: "Part des titulaires à mention ESS dans les montants fermes",
  question:
    "Quelle part de l’argent des marchés va à des titulaires que le registre dit de l’économie sociale et solidaire ?",
  formula:
    "Somme des montants des marchés hors accords-cadres attribués à des titulaires que le registre dit de l’économie sociale et solidaire, divisée par la somme de ceux dont cela est connu. Un montant est réparti à parts égales entre ses titulaires.",
  example: {
    rows: [
      {is_ess_flagged: true, amount_eur: 20_000, is_framework: false},
      {is_ess_flagged: false, amount_eur: 60_000, is_framework: false},
      {is_ess_flagged: true, amount_eur: 900_000, is_framework: true},
      {is_ess_flagged: null, amount_eur: 50_000, is_framework: false},
      {is_ess_flagged: true, amount_eur: null, is_framework: false}
    ],
    value: 0.25
  }
});
