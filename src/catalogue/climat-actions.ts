import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "climat-actions",
  name: "Effet attendu d’actions du Plan Climat 2024-2030",
  producer: "Ville de Paris ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : Ville de Paris, Plan Climat 2024-2030",
  cadence: "à chaque plan",
  grain: "une action dont l’effet est imprimé",
  hosts: [],
  caveats: [
    "Ce sont des projections, non des constats.",
    "Une des neuf actions, les menus, sort du périmètre des émissions locales."
  ]
});
