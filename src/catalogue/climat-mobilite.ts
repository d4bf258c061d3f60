import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "climat-mobilite",
  name: "Déplacements à Paris, chiffres publiés",
  producer:
    "Ville de Paris, Institut Paris Region, Airparif ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : la source de chaque ligne",
  cadence: "au fil des enquêtes",
  grain: "un indicateur, un mode, une année, une source",
  hosts: [],
  caveats: [
    "Les parts de 2013-2014 (bilan annuel) et de 2022-2023 (enquête par GPS) ne viennent pas du même instrument.",
    "Deux mesures de vitesse coexistent : Airparif et l’observatoire de la Ville."
  ]
});
