import {defineHuman} from "../../lib/human/indicator.js";

const tender = {
  kind: "marche",
  procedure: "Appel d’offres ouvert",
  dialect: "v2",
  default_fields: null
};
const one = {...tender, offers_received: 1};
const several = {...tender, offers_received: 4};

export default defineHuman({
  id: "une-seule-reponse",
  version: 1,
  title: "Les achats ouverts à tous où une seule entreprise répond",
  sentence:
    "En {annee}, parmi les achats publics ouverts à tous, {un_sur} n’a reçu qu’une seule offre, {ecart} que l’année d’avant.",
  measure: "single-bid-share-open",
  filter: {},
  comparison: {kind: "previous", column: "year"},
  equivalence: null,
  badNews: "Davantage d’achats ouverts à tous ne reçoivent qu’une seule réponse : l’acheteur n’a plus le choix.",
  owner: "La direction de la Ville chargée des achats",
  lever: "Découper les achats en lots plus petits, les annoncer plus tôt, laisser plus de temps pour répondre.",
  gaming:
    "Déclarer deux réponses là où une même entreprise répond pour deux lots, ou acheter autrement que par un appel ouvert à tous.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 1, measurable: 2, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [
      {...one, year: 2024},
      {...several, year: 2024},
      {...one, year: 2025},
      {...several, year: 2025},
      {...several, year: 2025},
      {...several, year: 2025}
    ],
    says: "En 2025, parmi les achats publics ouverts à tous, un sur quatre n’a reçu qu’une seule offre, 25\u00a0points de moins que l’année d’avant."
  },
  worse: {
    rows: [
      {...one, year: 2024},
      {...several, year: 2024},
      {...several, year: 2024},
      {...several, year: 2024},
      {...one, year: 2025},
      {...several, year: 2025}
    ],
    says: "En 2025, parmi les achats publics ouverts à tous, un sur deux n’a reçu qu’une seule offre, 25\u00a0points de plus que l’année d’avant."
  }
});
