import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "nuit-profils",
  name: "Nuit de la Solidarité, qui sont les personnes rencontrées",
  producer: "Ville de Paris et Apur ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://www.apur.org/fr/population-societe/social-inclusion/personnes-sans-abri-paris-resultats-8e-edition-nuit-solidarite",
  licence: "chiffres publics, à citer : Apur, Ville de Paris, Métropole du Grand Paris",
  cadence: "une étude par an",
  grain: "une édition, un périmètre entier, une question, une réponse, un statut",
  hosts: [],
  caveats: [
    "Les parts se rapportent à qui a répondu, ou a été vu ; le nombre de répondants n’est pas publié.",
    "Les mots des questions changent d’une année à l’autre."
  ]
});
