import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "placeholder-amount",
  severity: "warning",
  table: "contract",
  field: "amount_eur",
  of: "declared",
  name: "Montant de remplissage",
  looksAt:
    "Un montant de plus de 0 € et d’au plus 10 €, le bout de champ exigé par le formulaire quand le montant n’est pas connu.",
  repairs: "Le montant retenu est nul ; le montant déclaré reste à côté.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 96 montants d’exactement 10,00 €, aucun marché réel à ce prix.",
  example: {declared: "10.00", repaired: null}
});
