import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "young-award-share",
  version: 1,
  ...shareOfAwards(traits.young),
  name: "Part des titulaires de moins de trois ans dans le nombre d’attributions",
  question: "Quelle part des marchés va à des titulaires créés moins de trois ans avant leur marché ?",
  formula:
    "Nombre d’attributions à des titulaires créés moins de trois ans avant leur marché, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {age_years: 1.5, share: 0.5},
      {age_years: 12, share: 0.5},
      {age_years: 2.99, share: 1},
      {age_years: null, share: 1}
    ],
    value: 0.75
  }
});
