import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "missing-amount",
  severity: "warning",
  table: "contract",
  field: "amount_eur",
  of: "declared",
  name: "Montant absent",
  looksAt: "Un montant vide ou égal à zéro ; celui qui est dit en une autre monnaie n’est pas absent.",
  repairs: "Rien : le contrat n’entre dans aucun total.",
  reference:
    "Arrêtés du 22 mars 2019 et du 22 décembre 2022 relatifs aux données essentielles de la commande publique : le montant est obligatoire.",
  example: {declared: "0", repaired: null}
});
