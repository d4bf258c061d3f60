import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "record-too-deep",
  severity: "error",
  table: "contract",
  field: "record",
  of: "records",
  name: "Enregistrement trop imbriqué",
  looksAt: "Un enregistrement dont les objets et listes s’emboîtent au-delà de ce que permet le schéma.",
  repairs: "Rien : l’enregistrement est compté comme refusé.",
  reference:
    "Arrêtés du 22 mars 2019 et du 22 décembre 2022 relatifs aux données essentielles de la commande publique.",
  example: {declared: "", repaired: null}
});
