import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "record-not-decp",
  severity: "error",
  table: "contract",
  field: "record",
  of: "records",
  name: "Enregistrement étranger",
  looksAt: "Un enregistrement qui n’a aucun champ d’un marché ni d’une concession.",
  repairs: "Rien : l’enregistrement est compté comme refusé.",
  reference:
    "Arrêtés du 22 mars 2019 et du 22 décembre 2022 relatifs aux données essentielles de la commande publique.",
  example: {declared: "", repaired: null}
});
