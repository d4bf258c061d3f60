import {defineHuman} from "../../lib/human/indicator.js";

const around = (edition: number, people_count: number) => ({
  edition,
  perimeter: "metropole",
  is_headline: true,
  people_count,
  break_before: "Les communes volontaires changent.",
  status: "definitif"
});

export default defineHuman({
  id: "autour-de-paris",
  version: 1,
  title: "Les personnes sans abri rencontrées la même nuit autour de Paris",
  sentence:
    "La même nuit de {annee}, autour de Paris, les communes volontaires ont rencontré au moins {valeur} personnes sans endroit où dormir.",
  measure: "people-met-outside-paris",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews:
    "Davantage de personnes n’ont pas d’endroit où dormir autour de Paris, ou moins de communes vont à leur rencontre.",
  owner: "La Métropole du Grand Paris, avec les communes volontaires",
  lever: "Que plus de communes comptent la même nuit, et ouvrent des lieux où dormir.",
  gaming: "Compter avec d’autres communes : les années ne se comparent pas, car la liste change à chaque fois.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 2, measurable: 1, worse: 2, comparable: 0, owned: 1},
  example: {
    rows: [around(2025, 700)],
    says: "La même nuit de 2025, autour de Paris, les communes volontaires ont rencontré au moins 700 personnes sans endroit où dormir."
  },
  worse: {
    rows: [around(2025, 700), around(2026, 1000)],
    says: "La même nuit de 2026, autour de Paris, les communes volontaires ont rencontré au moins 1\u202f000 personnes sans endroit où dormir."
  }
});
