import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "emissions-ges",
  name: "Émissions de gaz à effet de serre de Paris, chiffres publiés",
  producer: "Ville de Paris ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : Ville de Paris, Plan Climat 2024-2030",
  cadence: "inventaire tous les trois à cinq ans : 2004, 2014, 2018, 2021",
  grain: "une année, une série, un secteur",
  hosts: [],
  caveats: [
    "Seules les lignes d’une même série se comparent : les méthodes changent.",
    "2021 est marquée par la crise sanitaire, surtout pour l’aérien.",
    "Chiffres lus dans la version texte du Climate City Contract d’avril 2025, pas encore relus sur papier."
  ]
});
