import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "micro-award-share",
  version: 1,
  ...shareOfAwards(traits.micro),
  name: "Part des titulaires de moins de 10 salariés dans le nombre d’attributions",
  question: "Quelle part des marchés va à des titulaires de moins de 10 salariés ?",
  formula:
    "Nombre d’attributions à des titulaires de moins de 10 salariés, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {size_class: "0-9", share: 0.5},
      {size_class: "50-249", share: 0.5},
      {size_class: "0-9", share: 1},
      {size_class: null, share: 1}
    ],
    value: 0.75
  }
});
