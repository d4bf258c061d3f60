import {clauseShare} from "../lib/clauses.js";

export default clauseShare({
  id: "social-clause-share",
  name: "Part avec clause sociale",
  question: "Quelle part des marchés impose une obligation sociale à l’entreprise qui les exécute ?",
  field: "social",
  labels: ["Clause sociale"],
  denial: "Pas de considération sociale",
  reference:
    "Arrêtés du 22 décembre 2022, champ « considérationsSociales » ; recensement de l’Observatoire économique de la commande publique (OECP), part en nombre.",
  limits: [
    "Une clause sociale est une condition d’exécution : insertion, formation, égalité ; la donnée ne dit pas laquelle, ni pour combien d’heures."
  ]
});
