import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "climat-budget",
  name: "Budget carbone de Paris 2021-2026",
  producer: "Ville de Paris ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://github.com/Open-Earth-Foundation/Query_mechanism_urbind/blob/3a310cc053045bd901b0e0d6e9bdd16fc8cfc024/documents/paris.md",
  licence: "chiffres publics, à citer : Ville de Paris, Plan Climat 2024-2030",
  cadence: "à chaque période de budget",
  grain: "un montant, une période",
  hosts: [],
  caveats: [
    "Le budget vaut pour les émissions locales seules.",
    "La valeur du budget de référence 2015-2020 n’est pas imprimée."
  ]
});
