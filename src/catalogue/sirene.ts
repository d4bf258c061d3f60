import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "sirene",
  name: "Sirene : les unités légales des titulaires",
  producer: "Insee",
  url: "https://www.data.gouv.fr/datasets/5b7ffc618b4c4169d30727e0",
  licence: "Licence Ouverte 2.0",
  cadence: "chaque mois (stock complet) ; un extrait garde l’état du jour où il a été fait",
  grain: "une unité légale (SIREN)",
  hosts: ["www.data.gouv.fr", "static.data.gouv.fr"],
  caveats: [
    "La taille, l’activité et l’adresse sont celles du jour de l’extrait, pas celles du jour de l’attribution.",
    "La tranche « NN » veut dire sans salarié, ou présumée telle faute de données : sa classe de taille reste inconnue.",
    "Une date de création au 1er janvier 1900 veut dire inconnue ; l’âge l’est alors aussi.",
    "La catégorie PME, ETI ou GE vaut pour le groupe entier, d’une année ; elle manque aux organismes publics.",
    "Une SCOP ou une SCIC en SAS a le code de toutes les SAS : seule la mention ESS peut encore la faire reconnaître.",
    "Le nom d’un entrepreneur individuel et celui d’une unité non diffusible ne sont jamais publiés."
  ]
});
