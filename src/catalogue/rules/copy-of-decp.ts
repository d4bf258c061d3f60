import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "copy-of-decp",
  severity: "info",
  table: "contract",
  field: "record",
  of: "records",
  name: "Copie d’un marché des DECP",
  looksAt: "Une ligne qu’une republication de la liste de la Ville a recopiée des DECP et marquée comme telle.",
  repairs: "Rien : la ligne est comptée comme refusée ; le marché est compté là où il est déclaré.",
  reference: "Colonne « _source_origin » de la republication.",
  example: {declared: "", repaired: null}
});
