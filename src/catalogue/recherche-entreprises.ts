import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "recherche-entreprises",
  name: "Recherche d’entreprises : les titulaires, par leur SIREN",
  producer: "Annuaire des entreprises (DINUM), d’après SIRENE (Insee)",
  url: "https://recherche-entreprises.api.gouv.fr/docs/",
  licence: "Licence Ouverte 2.0",
  cadence: "chaque jour",
  grain: "une unité légale (SIREN), dans son état du jour de la demande",
  hosts: ["recherche-entreprises.api.gouv.fr"],
  resource: {
    kind: "company-search",
    url: "https://recherche-entreprises.api.gouv.fr/search",
    requestsPerSecond: 7,
    maxRequests: 10_000
  },
  caveats: [
    "L’état du jour de la demande, pas celui du jour de l’attribution.",
    "Les entreprises non diffusibles n’y sont pas : elles restent inconnues.",
    "Le nom d’un entrepreneur individuel, les dirigeants et les adresses ne sont ni demandés ni gardés.",
    "La catégorie (PME, ETI, GE) vaut pour le groupe entier, d’une année ; elle manque aux organismes publics."
  ]
});
