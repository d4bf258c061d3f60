import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "nuit-solidarite",
  name: "Nuit de la Solidarité, résultats publiés",
  producer: "Ville de Paris et Apur ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://www.apur.org/fr/population-societe/social-inclusion/4e-edition-nuit-solidarite-metropolitaine-grand-paris",
  licence: "chiffres publics, à citer : Apur, Ville de Paris, Métropole du Grand Paris",
  cadence: "une nuit par an, en hiver ; premiers résultats en quelques semaines, étude en quelques mois",
  grain: "une édition, un périmètre, un statut",
  hosts: [],
  caveats: [
    "Un minimum : personnes vues dehors une nuit, hors squats et hébergement.",
    "Les lieux visités changent : 2019, 2021, 2022 et 2025 ne se comparent pas à l’édition précédente.",
    "2026 : premiers résultats seulement."
  ]
});
