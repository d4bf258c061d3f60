import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "value-and-denial",
  severity: "warning",
  table: "contract",
  field: "techniques",
  of: "declared",
  name: "Une réponse et son contraire",
  looksAt:
    "Une liste (techniques, modalités d’exécution, considérations sociales ou environnementales) qui porte à la fois une réponse et « Sans objet » ou « Pas de … ».",
  repairs: "Rien : la réponse l’emporte sur sa négation dans les tables, la liste déclarée reste à côté.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 28 enregistrements, « Accord-cadre » et « Sans objet ».",
  example: {declared: "Accord-cadre ; Sans objet", repaired: null}
});
