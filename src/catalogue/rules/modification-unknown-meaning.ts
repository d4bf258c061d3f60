import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "modification-unknown-meaning",
  severity: "warning",
  table: "modification",
  field: "modification.amount_declared_eur",
  of: "modifications",
  name: "Montant de modification au sens inconnu",
  looksAt:
    "Relatif aux autres données lues. Un montant de modification dont ni l’habitude de la plateforme ni le rapport au montant initial ne disent s’il est un ajout ou un nouveau total.",
  repairs: "Rien : le montant du contrat après cette modification reste inconnu.",
  reference:
    "Entre un ajout de plus de 15 % et une baisse de plus d’un cinquième, les chiffres seuls ne tranchent pas. Ainsi des modèles officiels de 2022 : 123 457,87 € pour un marché de 575 000 €.",
  example: {declared: "600.00", repaired: null}
});
