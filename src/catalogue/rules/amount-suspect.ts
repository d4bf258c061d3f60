import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "amount-suspect",
  severity: "warning",
  table: "contract",
  field: "amount_declared_eur",
  of: "compared",
  name: "Montant suspect",
  looksAt:
    "Relatif aux autres données lues. Un montant à plus de quatre et au plus six écarts de la médiane de ses pairs, sur une échelle logarithmique. Pairs : même nature (marché ou concession), même division CPV, accord-cadre ou non ; à moins de 30, même nature et même division ; à moins de 30 encore, même nature. L’écart est la médiane des écarts absolus × 1,4826. Un groupe sans dispersion ne signale rien. La taille de l’acheteur, inconnue, n’entre pas en compte.",
  repairs: "Rien : le montant déclaré est retenu.",
  reference:
    "Score z robuste (Iglewicz et Hoaglin, 1993) ; seuils « suspect » et « aberrant » de ColinMaudry/decp-processing.",
  example: {declared: "10000000.00", repaired: null}
});
