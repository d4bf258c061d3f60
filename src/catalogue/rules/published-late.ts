import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "published-late",
  severity: "info",
  table: "contract",
  field: "published_on",
  of: "closed",
  name: "Publié plus de deux mois après la notification",
  looksAt:
    "Une première publication plus de deux mois de calendrier après la notification. Relatif aux données lues : seuls comptent les contrats notifiés au moins six mois avant la dernière publication lue (une publication à plus de deux ans de sa notification ne compte pas comme la dernière), car un contrat récent n’a pas encore eu le temps d’être en retard. Un contrat jamais publié n’est dans aucun compte.",
  repairs: "Rien.",
  reference:
    "Code de la commande publique, article R. 2196-1 ; arrêtés du 22 mars 2019 et du 22 décembre 2022 : deux mois, et non 60 jours.",
  example: {declared: "2024-05-02", repaired: null}
});
