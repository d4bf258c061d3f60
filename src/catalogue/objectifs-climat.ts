import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "objectifs-climat",
  name: "Objectifs des plans climat de Paris (2007 à 2024-2030)",
  producer: "Ville de Paris ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : Ville de Paris",
  cadence: "à chaque plan ou révision",
  grain: "un plan, une grandeur, une année visée",
  hosts: [],
  caveats: ["Le même document donne parfois deux valeurs (3,74 et 3,7 Mt en 2030) : la table détaillée fait foi."]
});
