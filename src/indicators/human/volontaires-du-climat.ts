import {defineHuman} from "../../lib/human/indicator.js";

const volunteers = (year: number, value: number) => ({
  program: "Volontaires du climat",
  indicator: "personnes s'étant portées volontaires",
  unit: "personnes",
  year,
  value,
  status: "publie_via_presse",
  is_published: true
});

export default defineHuman({
  id: "volontaires-du-climat",
  version: 1,
  title: "Les volontaires du climat dont on a des nouvelles",
  sentence: "Le dernier nombre publié date de {annee} : {valeur} personnes s’étaient portées volontaires du climat.",
  measure: "climate-volunteers",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews: "Aucun nombre n’est plus publié : on ne sait pas combien de volontaires agissent encore.",
  owner: "Le collège des Volontaires du climat",
  lever: "Rappeler les volontaires, leur confier des tâches, et publier le nombre chaque année.",
  gaming: "Compter toutes les inscriptions depuis le début, même celles de personnes parties.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 1, measurable: 1, worse: 2, comparable: 0, owned: 2},
  example: {
    rows: [volunteers(2018, 15000), volunteers(2025, 16000)],
    says: "Le dernier nombre publié date de 2025\u00a0: 16\u202f000 personnes s’étaient portées volontaires du climat."
  },
  worse: {
    rows: [volunteers(2018, 15000)],
    says: "Le dernier nombre publié date de 2018\u00a0: 15\u202f000 personnes s’étaient portées volontaires du climat."
  }
});
