import {defineHuman} from "../../lib/human/indicator.js";

const night = (edition: number, people_count: number) => ({
  edition,
  perimeter: "paris",
  is_headline: true,
  people_count,
  break_before: null,
  status: "definitif"
});

export default defineHuman({
  id: "rencontrees-une-nuit",
  version: 1,
  title: "Les personnes sans abri rencontrées une nuit à Paris",
  sentence:
    "Une nuit de {annee}, des équipes ont rencontré à Paris au moins {valeur} personnes qui n’avaient pas d’endroit où dormir.",
  measure: "people-met",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews:
    "Davantage de personnes n’ont pas d’endroit où dormir. Un nombre plus petit n’est pas forcément une bonne nouvelle : froid, évacuations et nombre de bénévoles comptent aussi.",
  owner: "La direction de la Ville chargée des solidarités",
  lever: "Ouvrir des lieux où dormir, et des logements après eux.",
  gaming:
    "Visiter moins de rues, éloigner les personnes avant la nuit, ou changer de saison : le nombre baisse, personne n’est mieux logé.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 2, measurable: 2, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [night(2025, 3000), night(2026, 3100)],
    says: "Une nuit de 2026, des équipes ont rencontré à Paris au moins 3\u202f100 personnes qui n’avaient pas d’endroit où dormir."
  },
  worse: {
    rows: [night(2025, 3000), night(2026, 4200)],
    says: "Une nuit de 2026, des équipes ont rencontré à Paris au moins 4\u202f200 personnes qui n’avaient pas d’endroit où dormir."
  }
});
