import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "ess-form-award-share",
  version: 1,
  ...shareOfAwards(traits.essForm),
  name: "Part des titulaires de l’ESS par leur forme dans le nombre d’attributions",
  question: "Quelle part des marchés va à des associations, des coopératives, des mutuelles ou des fondations ?",
  formula:
    "Nombre d’attributions à des associations, des coopératives, des mutuelles ou des fondations, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {is_ess_form: true, share: 0.5},
      {is_ess_form: false, share: 0.5},
      {is_ess_form: true, share: 1},
      {is_ess_form: null, share: 1}
    ],
    value: 0.75
  }
});
