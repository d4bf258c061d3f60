import {defineIndicator} from "../lib/indicator.js";
import {shareOfAwards} from "../lib/trait-shares.js";
import {traits} from "../lib/traits.js";

export default defineIndicator({
  id: "ile-de-france-award-share",
  version: 1,
  ...shareOfAwards(traits.ileDeFrance),
  name: "Part des titulaires dont le siège est en Île-de-France dans le nombre d’attributions",
  question: "Quelle part des marchés va à des titulaires dont le siège est en Île-de-France, Paris compris ?",
  formula:
    "Nombre d’attributions à des titulaires dont le siège est en Île-de-France, Paris compris, divisé par le nombre d’attributions dont cela est connu. Une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  example: {
    rows: [
      {supplier_place: "paris", share: 0.5},
      {supplier_place: "france", share: 0.5},
      {supplier_place: "petite-couronne", share: 1},
      {supplier_place: null, share: 1}
    ],
    value: 0.75
  }
});
