import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "coverage-gap",
  severity: "warning",
  table: "coverage",
  field: "notified_on",
  of: "months",
  name: "Mois sans contrats",
  looksAt:
    "Relatif aux données lues. Des mois presque vides (moins d’un dixième de l’habitude) entre des mois couverts, chez un acheteur et dans un jeu de données où au moins dix contrats étaient attendus. Un constat par suite de mois, rattaché au plus gros fichier.",
  repairs: "Rien : les contrats manquent, ils ne valent pas zéro.",
  reference:
    "Les fichiers du ministère ne portent aucun contrat de la Ville de Paris notifié en 2023, d’autres sources en portent 3 231.",
  example: {declared: "2023-01 – 2023-12", repaired: null}
});
