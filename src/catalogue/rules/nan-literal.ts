import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "nan-literal",
  severity: "info",
  table: "contract",
  field: "record",
  of: "records",
  name: "« NaN » à la place d’une valeur",
  looksAt: "Un enregistrement où le mot NaN, qui n’est pas du JSON, tient lieu de valeur.",
  repairs: "La valeur est lue comme absente.",
  reference: "RFC 8259 : NaN n’est pas une valeur JSON.",
  example: {declared: "NaN", repaired: null}
});
