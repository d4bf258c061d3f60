import {clauseShare} from "../lib/clauses.js";

export default clauseShare({
  id: "environmental-clause-share",
  name: "Part avec clause environnementale",
  question: "Quelle part des marchés impose une obligation environnementale à l’entreprise qui les exécute ?",
  field: "environmental",
  labels: ["Clause environnementale"],
  denial: "Pas de considération environnementale",
  reference:
    "Arrêtés du 22 décembre 2022, champ « considérationsEnvironnementales » ; recensement de l’Observatoire économique de la commande publique (OECP), part en nombre.",
  limits: ["Une clause environnementale peut être lourde ou légère ; la donnée ne dit pas laquelle."]
});
