import {defineHuman} from "../../lib/human/indicator.js";

const firm = (supplier_siren: string, amount_eur: number, year: number) => ({supplier_siren, amount_eur, year});
const many = (amount_eur: number, year: number) =>
  Array.from({length: 12}, (_, i) => firm(`0000000${10 + i}`, amount_eur, year));

export default defineHuman({
  id: "dix-entreprises",
  version: 1,
  title: "Ce que dix entreprises reçoivent à elles seules",
  sentence:
    "En {annee}, les dix entreprises les mieux servies ont reçu {valeur} de l’argent des marchés publics, {ecart} que l’année d’avant.",
  measure: "top-ten-share",
  filter: {},
  comparison: {kind: "previous", column: "year"},
  equivalence: null,
  badNews: "L’argent va davantage aux mêmes, et il reste moins pour tous les autres.",
  owner: "La direction de la Ville chargée des achats",
  lever: "Remettre plus souvent en concurrence les gros contrats, et les découper.",
  gaming: "Faire porter les contrats par les filiales d’un même groupe : elles comptent pour plusieurs entreprises.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 0, measurable: 2, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [...many(10, 2024), ...many(10, 2025)],
    says: "En 2025, les dix entreprises les mieux servies ont reçu 83,3\u00a0% de l’argent des marchés publics, autant que l’année d’avant."
  },
  worse: {
    rows: [...many(10, 2024), ...many(10, 2025), firm("000000099", 1000, 2025)],
    says: "En 2025, les dix entreprises les mieux servies ont reçu 97,3\u00a0% de l’argent des marchés publics, 14\u00a0points de plus que l’année d’avant."
  }
});
