import {clauseShare} from "../lib/clauses.js";

export default clauseShare({
  id: "social-criterion-share",
  name: "Part avec critère social",
  question: "Pour quelle part des marchés l’effort social compte-t-il dans le choix de l’offre ?",
  field: "social",
  labels: ["Critère social"],
  denial: "Pas de considération sociale",
  reference: "Arrêtés du 22 décembre 2022, champ « considérationsSociales ».",
  limits: ["La donnée ne dit pas le poids du critère dans la note."]
});
