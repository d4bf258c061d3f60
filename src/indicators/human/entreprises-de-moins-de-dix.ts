import {defineHuman} from "../../lib/human/indicator.js";

const small = {size_class: "0-9", share: 1};
const large = {size_class: "250-4999", share: 1};

export default defineHuman({
  id: "entreprises-de-moins-de-dix",
  version: 1,
  title: "Les marchés obtenus par des entreprises de moins de dix salariés",
  sentence:
    "Sur les marchés publics signés en {annee}, les acheteurs en ont confié {sur_dix} à des entreprises de moins de dix salariés.",
  measure: "micro-award-share",
  filter: {},
  comparison: {kind: "previous", column: "year"},
  equivalence: null,
  badNews: "Les petites entreprises obtiennent une part plus mince des marchés.",
  owner: "La direction de la Ville chargée des achats",
  lever: "Des lots à leur taille, des avances versées plus tôt, des dossiers plus courts.",
  gaming: "Signer beaucoup de très petits marchés : leur nombre monte, sans que l’argent suive.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 2, measurable: 2, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [
      {...small, year: 2024},
      {...small, year: 2025},
      {...large, year: 2025},
      {...large, year: 2025},
      {...large, year: 2025},
      {...large, year: 2025}
    ],
    says: "Sur les marchés publics signés en 2025, les acheteurs en ont confié deux sur dix à des entreprises de moins de dix salariés."
  },
  worse: {
    rows: [
      {...small, year: 2024},
      {...large, year: 2025},
      {...large, year: 2025}
    ],
    says: "Sur les marchés publics signés en 2025, les acheteurs en ont confié zéro sur dix à des entreprises de moins de dix salariés."
  }
});
