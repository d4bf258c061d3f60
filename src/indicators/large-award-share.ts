import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "large-award-share",
  version: 1,
  ...shareOfAwards(traits.large),
  name: "Part des grandes entreprises (GE) dans le nombre d’attributions",
  question: "Quelle part des marchés va à de grandes entreprises ?",
  formula:
    "Nombre d’attributions à de grandes entreprises, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {enterprise_category: "GE", share: 0.5},
      {enterprise_category: "PME", share: 0.5},
      {enterprise_category: "GE", share: 1},
      {enterprise_category: null, share: 1}
    ],
    value: 0.75
  }
});
