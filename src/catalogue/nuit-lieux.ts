import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "nuit-lieux",
  name: "Nuit de la Solidarité, par type de lieu",
  producer: "Ville de Paris et Apur ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://www.apur.org/fr/population-societe/social-inclusion/personnes-sans-abri-paris-resultats-8e-edition-nuit-solidarite",
  licence: "chiffres publics, à citer : Apur, Ville de Paris, Métropole du Grand Paris",
  cadence: "une nuit par an",
  grain: "une édition, un statut, un type de lieu",
  hosts: [],
  caveats: [
    "Les noms des lieux changent d’une édition à l’autre ; leur classement en huit types est le nôtre.",
    "2020 n’a que de premiers résultats par lieu ; 2022 n’a pas de nombre pour les rues.",
    "Les valeurs définitives de 2023 sont celles de 2024 moins l’écart imprimé."
  ]
});
