import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "sme-award-share",
  version: 1,
  ...shareOfAwards(traits.sme),
  name: "Part des PME dans le nombre d’attributions",
  question: "Quelle part des marchés va à des PME ?",
  formula:
    "Nombre d’attributions à des PME, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {enterprise_category: "PME", share: 0.5},
      {enterprise_category: "ETI", share: 0.5},
      {enterprise_category: "PME", share: 1},
      {enterprise_category: null, share: 1}
    ],
    value: 0.75
  }
});
