import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "amount-out-of-range",
  severity: "error",
  table: "contract",
  field: "amount_declared_eur",
  of: "declared",
  name: "Montant illisible",
  looksAt:
    "Un montant qui n’est pas un nombre, qui est négatif, ou qui atteint 100 milliards d’euros. « 1 234,50 » se lit comme un nombre.",
  repairs: "Rien : le contrat n’entre dans aucun total.",
  reference:
    "Aucun contrat public français n’approche cette somme ; les fichiers publics portent des valeurs comme 1.0E17.",
  example: {declared: "1.0E17", repaired: null}
});
