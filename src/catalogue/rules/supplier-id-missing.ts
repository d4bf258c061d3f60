import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "supplier-id-missing",
  severity: "error",
  table: "award_supplier",
  field: "supplier_siren",
  of: "holders",
  name: "Titulaire sans identifiant",
  looksAt: "Un titulaire dont l’identifiant est vide, ou un contrat sans titulaire.",
  repairs: "Rien : le titulaire est « inconnu ».",
  reference:
    "Arrêtés du 22 mars 2019 et du 22 décembre 2022 relatifs aux données essentielles de la commande publique : l’identifiant du titulaire est obligatoire.",
  example: {declared: "", repaired: null}
});
