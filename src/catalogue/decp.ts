import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "decp",
  name: "Données essentielles de la commande publique (DECP)",
  producer: "acheteurs publics, consolidées par le ministère de l’Économie",
  url: "https://www.data.gouv.fr/datasets/5cd57bf68b4c4179299eb0e9",
  licence: "Licence Ouverte 2.0",
  cadence: "chaque mois ; un contrat doit paraître dans les deux mois de sa notification",
  grain: "un contrat déclaré par une plateforme, dans une version",
  hosts: ["www.data.gouv.fr", "static.data.gouv.fr"],
  resource: {
    kind: "data-gouv",
    url: "https://www.data.gouv.fr/api/1/datasets/5cd57bf68b4c4179299eb0e9/",
    // The yearly files: monthly ones and decp-global.json repeat them.
    select: /^decp-20\d\d\.json(\.gz)?$/,
    maxBytes: 4_000_000_000
  },
  caveats: [
    "Les marchés de moins de 40 000 € hors taxes peuvent n’y être pas.",
    "Depuis 2024, certains accords-cadres paraissent une fois par titulaire, chaque fois avec le plafond entier.",
    "Le format de 2024 ne porte plus les noms de l’acheteur et des titulaires.",
    "Le fichier du ministère ne contient presque aucun marché de Paris notifié en 2023."
  ]
});
