import {clauseShare} from "../lib/clauses.js";

export default clauseShare({
  id: "environmental-criterion-share",
  name: "Part avec critère environnemental",
  question: "Pour quelle part des marchés l’environnement compte-t-il dans le choix de l’offre ?",
  field: "environmental",
  labels: ["Critère environnemental"],
  denial: "Pas de considération environnementale",
  reference: "Arrêtés du 22 décembre 2022, champ « considérationsEnvironnementales ».",
  limits: ["La donnée ne dit pas le poids du critère dans la note."]
});
