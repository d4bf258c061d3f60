import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "amount-disagreement",
  severity: "warning",
  table: "contract_source",
  field: "amount_declared_eur",
  of: "repeated",
  name: "Sources en désaccord sur le montant",
  looksAt: "Un enregistrement qui déclare, pour un contrat déjà connu, un autre montant que la version retenue.",
  repairs: "Rien : les deux montants sont gardés, chacun avec sa source.",
  reference:
    "Mesure sur les fichiers de 2019 : 6 des 176 contrats communs au fichier PES et à marches-publics.info, dont 4 par un multiple exact (4 à 8 fois), sans doute un an contre toute la durée.",
  example: {declared: "900.00", repaired: null}
});
