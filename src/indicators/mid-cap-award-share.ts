import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "mid-cap-award-share",
  version: 1,
  ...shareOfAwards(traits.midCap),
  name: "Part des entreprises de taille intermédiaire (ETI) dans le nombre d’attributions",
  question: "Quelle part des marchés va à des entreprises de taille intermédiaire ?",
  formula:
    "Nombre d’attributions à des entreprises de taille intermédiaire, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {enterprise_category: "ETI", share: 0.5},
      {enterprise_category: "PME", share: 0.5},
      {enterprise_category: "ETI", share: 1},
      {enterprise_category: null, share: 1}
    ],
    value: 0.75
  }
});
