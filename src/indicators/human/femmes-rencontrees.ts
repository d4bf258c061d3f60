import {defineHuman} from "../../lib/human/indicator.js";

const women = (edition: number, part_share: number) => ({
  edition,
  perimeter: "paris",
  indicator: "sexe",
  category: "femmes",
  part_share,
  status: "definitif"
});

export default defineHuman({
  id: "femmes-rencontrees",
  version: 1,
  title: "Les femmes parmi les personnes sans abri rencontrées",
  sentence: "Parmi les personnes sans abri rencontrées à Paris une nuit de {annee}, {une_sur} était une femme.",
  measure: "women-share",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews:
    "Davantage de femmes n’ont pas d’endroit où dormir, ou leur nombre n’est plus publié. La part est sans doute trop petite : les femmes se cachent davantage.",
  owner: "La direction de la Ville chargée des solidarités",
  lever: "Des lieux de repos réservés aux femmes, ouverts la nuit.",
  gaming: "Ne visiter que les endroits où l’on voit surtout des hommes.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 1, measurable: 1, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [women(2024, 0.1), women(2025, 0.1)],
    says: "Parmi les personnes sans abri rencontrées à Paris une nuit de 2025, une sur dix était une femme."
  },
  worse: {
    rows: [women(2024, 0.1), women(2025, 0.2)],
    says: "Parmi les personnes sans abri rencontrées à Paris une nuit de 2025, une sur cinq était une femme."
  }
});
