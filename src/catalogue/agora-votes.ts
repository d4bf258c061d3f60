import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "agora-votes",
  name: "Votes de l’Agora",
  producer: "tenu à la main par qui anime l’Agora ; les votes livrés avec ces carnets sont un exemple inventé",
  url: "https://www.opengovpartnership.org/members/paris-france/commitments/PAR0007/",
  licence: "ISC pour l’exemple fictif ; celle que choisit l’Agora pour ses propres fichiers",
  cadence: "à chaque séance qui vote",
  grain: "le total d’un collège sur un objet",
  hosts: [],
  caveats: [
    "Des totaux par collège, jamais le bulletin d’une personne.",
    "Sous dix bulletins, les pages donnent des nombres et non des pourcentages."
  ]
});
