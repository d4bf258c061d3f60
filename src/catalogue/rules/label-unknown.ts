import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "label-unknown",
  severity: "info",
  table: "contract",
  field: "procedure",
  of: "declared",
  name: "Libellé inconnu",
  looksAt:
    "Une nature ou une procédure qui n’est d’aucune liste officielle, ancienne ou actuelle, casse, accents et tirets mis à part.",
  repairs: "Rien : le libellé canonique est nul, le texte déclaré reste à côté.",
  reference:
    "Arrêtés du 22 mars 2019 et du 22 décembre 2022 relatifs aux données essentielles de la commande publique.",
  example: {declared: "Marché oral", repaired: null}
});
