import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "cpv-left-pad",
  severity: "warning",
  table: "contract",
  field: "cpv",
  of: "declared",
  name: "Code CPV sans son zéro initial",
  looksAt: "Un code CPV de sept chiffres dont le zéro initial s’est perdu (divisions 03 et 09).",
  repairs: "Un zéro est ajouté à gauche, si la classe ainsi obtenue existe.",
  reference:
    "Règlement (CE) n° 213/2008. Sur le fichier de la Ville de Paris 2019, 60 codes sur 60 deviennent des codes réels ; complétés à droite, des arbres deviendraient des bateaux.",
  example: {declared: "3452000", repaired: "03452000"}
});
