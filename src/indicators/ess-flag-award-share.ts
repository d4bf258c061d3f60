import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "ess-flag-award-share",
  version: 1,
  ...shareOfAwards(traits.essFlagged),
  name: "Part des titulaires à mention ESS dans le nombre d’attributions",
  question: "Quelle part des marchés va à des titulaires que le registre dit de l’économie sociale et solidaire ?",
  formula:
    "Nombre d’attributions à des titulaires que le registre dit de l’économie sociale et solidaire, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {is_ess_flagged: true, share: 0.5},
      {is_ess_flagged: false, share: 0.5},
      {is_ess_flagged: true, share: 1},
      {is_ess_flagged: null, share: 1}
    ],
    value: 0.75
  }
});
