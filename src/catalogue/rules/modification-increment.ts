import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "modification-increment",
  severity: "info",
  table: "modification",
  field: "modification.amount_declared_eur",
  of: "modifications",
  name: "Montant de modification lu comme un ajout",
  looksAt:
    "Relatif aux autres données lues. Un montant de modification qui est un ajout au montant du contrat et non le nouveau total : l’habitude de la plateforme décide (rapport médian au montant initial sous 0,5, sur au moins cinq modifications), sinon le rapport lui-même, quand il ne dépasse pas 15 %.",
  repairs:
    "Le montant du contrat après la modification : initial plus ajouts. Le montant initial n’est jamais remplacé.",
  reference:
    "Les textes demandent le nouveau montant ; les modifications de la Ville de Paris depuis 2024 valent 0,4 % à 10,2 % du montant initial, celles d’e-marchespublics sont de nouveaux totaux. Sans nouvelle procédure, un avenant ajoute 10 % au plus du montant initial, 15 % pour des travaux (Code de la commande publique, article R2194-8) ; un nouveau total aussi bas annulerait le contrat.",
  example: {declared: "100.00", repaired: "1100.00"}
});
