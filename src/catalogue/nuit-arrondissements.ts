import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "nuit-arrondissements",
  name: "Nuit de la Solidarité, par arrondissement",
  producer: "Ville de Paris et Apur ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://www.apur.org/fr/population-societe/social-inclusion/personnes-sans-abri-paris-resultats-8e-edition-nuit-solidarite",
  licence: "chiffres publics, à citer : Apur, Ville de Paris, Métropole du Grand Paris",
  cadence: "quelques zones par édition, citées par la presse",
  grain: "une édition, une zone, un champ, un statut",
  hosts: [],
  caveats: [
    "Aucune édition n’a de table complète : quatre à six zones, choisies par la presse.",
    "Le champ change : rues seules, avec ou sans bois, non précisé. Deux champs ne se comparent pas."
  ]
});
