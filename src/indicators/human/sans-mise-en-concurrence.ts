import {defineHuman} from "../../lib/human/indicator.js";

const open = {procedure: "Appel d’offres ouvert"};
const direct = {procedure: "Marché passé sans publicité ni mise en concurrence préalable"};

export default defineHuman({
  id: "sans-mise-en-concurrence",
  version: 1,
  title: "Les marchés signés sans que d’autres entreprises aient pu répondre",
  sentence:
    "Parmi les marchés publics signés en {annee}, {un_sur} l’a été sans que d’autres entreprises aient pu répondre, {ecart} que l’année d’avant.",
  measure: "no-competition-share",
  filter: {},
  comparison: {kind: "previous", column: "year"},
  equivalence: null,
  badNews: "Davantage de marchés sont signés avec une entreprise choisie d’avance.",
  owner: "La direction de la Ville chargée des achats",
  lever: "Prévoir les achats assez tôt pour les annoncer, et ne pas dépendre d’un seul fournisseur.",
  gaming: "Annoncer un achat avec un délai si court qu’une seule entreprise peut répondre.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 1, measurable: 2, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [
      {...direct, year: 2024},
      {...open, year: 2024},
      {...direct, year: 2025},
      {...open, year: 2025},
      {...open, year: 2025},
      {...open, year: 2025}
    ],
    says: "Parmi les marchés publics signés en 2025, un sur quatre l’a été sans que d’autres entreprises aient pu répondre, 25\u00a0points de moins que l’année d’avant."
  },
  worse: {
    rows: [
      {...open, year: 2024},
      {...open, year: 2024},
      {...direct, year: 2025},
      {...open, year: 2025}
    ],
    says: "Parmi les marchés publics signés en 2025, un sur deux l’a été sans que d’autres entreprises aient pu répondre, 50\u00a0points de plus que l’année d’avant."
  }
});
