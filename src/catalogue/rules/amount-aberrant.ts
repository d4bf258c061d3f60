import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "amount-aberrant",
  severity: "error",
  table: "contract",
  field: "amount_declared_eur",
  of: "compared",
  name: "Montant aberrant",
  looksAt:
    "Relatif aux autres données lues. Un montant à plus de six écarts de la médiane de ses pairs, sur une échelle logarithmique ; mêmes pairs et même écart que « montant suspect ».",
  repairs:
    "Rien : le montant déclaré est retenu. Le remplacer par une médiane serait un choix de modèle, pas une correction.",
  reference:
    "Score z robuste (Iglewicz et Hoaglin, 1993) ; seuils « suspect » et « aberrant » de ColinMaudry/decp-processing.",
  example: {declared: "2000000000.00", repaired: null}
});
