import {defineIndicator} from "../lib/indicator.js";
import {shareOfEuros} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "ile-de-france-amount-share",
  version: 1,
  ...shareOfEuros(traits.ileDeFrance, "firm"),
  name: "Part des titulaires dont le siège est en Île-de-France dans les montants fermes",
  question:
    "Quelle part de l’argent des marchés va à des titulaires dont le siège est en Île-de-France, Paris compris ?",
  formula:
    "Somme des montants des marchés hors accords-cadres attribués à des titulaires dont le siège est en Île-de-France, Paris compris, divisée par la somme de ceux dont cela est connu. Un montant est réparti à parts égales entre ses titulaires.",
  example: {
    rows: [
      {supplier_place: "paris", amount_eur: 20_000, is_framework: false},
      {supplier_place: "france", amount_eur: 60_000, is_framework: false},
      {supplier_place: "petite-couronne", amount_eur: 900_000, is_framework: true},
      {supplier_place: null, amount_eur: 50_000, is_framework: false},
      {supplier_place: "paris", amount_eur: null, is_framework: false}
    ],
    value: 0.25
  }
});
