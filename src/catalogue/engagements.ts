import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "engagements",
  name: "Engagements de Paris pour un gouvernement ouvert, 2019-2021",
  producer: "Ville de Paris ; actions et preuves relevées par ce projet",
  url: "https://www.opengovpartnership.org/members/paris-france/",
  licence: "plan public, à citer ; les actions sont dites avec nos mots",
  cadence: "un plan d’action tous les deux à trois ans ; les preuves sont relues à la main",
  grain: "une action d’un engagement",
  hosts: [],
  caveats: [
    "Le plan met parfois les dates à côté d’une liste d’actions : le rapprochement par ordre est marqué.",
    "« Inconnu » dit qu’aucune page publique n’a été trouvée, pas que rien n’a été fait.",
    "L’action se modifie dans data/reference/engagements, un fichier que tout éditeur de texte ouvre."
  ]
});
