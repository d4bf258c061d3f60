import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "climat-mobilisation",
  name: "Participation aux plans climat de Paris",
  producer:
    "Ville de Paris, Conseil de Paris, presse ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : la source de chaque ligne",
  cadence: "au fil des démarches",
  grain: "un compte, une démarche, une source",
  hosts: [],
  caveats: [
    "Les volontaires de 2007 et ceux de 2018 sont deux démarches différentes.",
    "Aucune source lue ne dit combien de personnes ont pris part à l’Agora."
  ]
});
