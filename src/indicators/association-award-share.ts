import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "association-award-share",
  version: 1,
  ...shareOfAwards(traits.association),
  name: "Part des associations dans le nombre d’attributions",
  question: "Quelle part des marchés va à des associations ?",
  formula:
    "Nombre d’attributions à des associations, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {is_association: true, share: 0.5},
      {is_association: false, share: 0.5},
      {is_association: true, share: 1},
      {is_association: null, share: 1}
    ],
    value: 0.75
  }
});
