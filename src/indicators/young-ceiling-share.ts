import {defineIndicator} from "../lib/indicator.js";
import {shareOfEuros} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "young-ceiling-share",
  version: 1,
  ...shareOfEuros(traits.young, "ceilings"),
  name: "Part des titulaires de moins de trois ans dans les plafonds d’accords-cadres",
  question:
    "Quelle part des plafonds d’accords-cadres va à des titulaires créés moins de trois ans avant leur marché ?",
  formula:
    "Somme des plafonds des accords-cadres attribués à des titulaires créés moins de trois ans avant leur marché, divisée par la somme de ceux dont cela est connu. Un montant est réparti à parts égales entre ses titulaires.",
  example: {
    rows: [
      {age_years: 1.5, amount_eur: 20_000, is_framework: true},
      {age_years: 12, amount_eur: 60_000, is_framework: true},
      {age_years: 2.99, amount_eur: 900_000, is_framework: false},
      {age_years: null, amount_eur: 50_000, is_framework: true},
      {age_years: 1.5, amount_eur: null, is_framework: true}
    ],
    value: 0.25
  }
});
