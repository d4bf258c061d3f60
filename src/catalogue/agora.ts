import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "agora",
  name: "Registre de l’Agora",
  producer: "tenu à la main par qui anime l’Agora ; les années livrées avec ces carnets sont un exemple inventé",
  url: "https://www.opengovpartnership.org/members/paris-france/commitments/PAR0007/",
  licence: "ISC pour l’exemple fictif ; celle que choisit l’Agora pour ses propres fichiers",
  cadence: "à chaque séance",
  grain: "une séance, une proposition, une étape, une objection, une revue ou une présentation",
  hosts: [],
  caveats: [
    "Les quatre collèges sont réels ; séances, propositions, votes, effectifs et réponses de l’exemple sont inventés.",
    "Le registre nomme des collèges, jamais des personnes.",
    "Une décision n’y entre que si les bulletins la donnent."
  ]
});
