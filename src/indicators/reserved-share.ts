import {clauseShare} from "../lib/clauses.js";

export default clauseShare({
  id: "reserved-share",
  name: "Part des marchés réservés",
  question: "Quelle part des marchés est réservée à des structures d’insertion, du handicap ou de l’économie sociale ?",
  field: "social",
  labels: ["Marché réservé", "Concession réservée"],
  denial: "Pas de considération sociale",
  reference:
    "Arrêtés du 22 décembre 2022, champ « considérationsSociales » ; code de la commande publique, articles L. 2113-12 à L. 2113-16.",
  limits: ["La donnée ne dit pas à quelle sorte de structure le marché est réservé."]
});
