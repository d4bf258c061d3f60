import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "record-malformed",
  severity: "error",
  table: "contract",
  field: "record",
  of: "records",
  name: "Enregistrement illisible",
  looksAt: "Un enregistrement qui n’est pas du JSON valable.",
  repairs: "Rien : l’enregistrement est compté comme refusé.",
  reference: "RFC 8259.",
  example: {declared: "", repaired: null}
});
