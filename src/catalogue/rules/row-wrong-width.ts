import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "row-wrong-width",
  severity: "error",
  table: "contract",
  field: "record",
  of: "records",
  name: "Ligne de mauvaise largeur",
  looksAt: "Une ligne d’un tableau qui n’a pas autant de cellules que l’en-tête a de colonnes.",
  repairs: "Rien : la ligne est comptée comme refusée, la lecture du tableau continue.",
  reference: "RFC 4180, § 2, règle 4.",
  example: {declared: "", repaired: null}
});
