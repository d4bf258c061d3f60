import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "climat-series",
  name: "Bâtiments, déchets, alimentation, végétal : chiffres publiés",
  producer: "Ville de Paris et presse qui la cite ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : la source de chaque ligne",
  cadence: "au fil des publications",
  grain: "un indicateur, une année ou une période, une source",
  hosts: [],
  caveats: ["Rénovations financées, réalisées, par an et cumulées sont quatre choses différentes."]
});
