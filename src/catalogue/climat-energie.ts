import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "climat-energie",
  name: "Énergie à Paris, chiffres publiés",
  producer: "Ville de Paris et presse qui la cite ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : la source de chaque ligne",
  cadence: "au fil des publications",
  grain: "un indicateur, un secteur, une année, une source",
  hosts: [],
  caveats: [
    "Le total de 2014 et les bâtiments de 2021 n’ont pas le même périmètre : ils ne se comparent pas.",
    "La part renouvelable de 2014 (énergies de récupération comprises) et celle de 2023 ne portent pas le même nom."
  ]
});
