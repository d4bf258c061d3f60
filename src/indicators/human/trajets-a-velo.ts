import {defineHuman} from "../../lib/human/indicator.js";

const bike = (year: number, value: number) => ({
  indicator: "part modale",
  detail: "vélo",
  perimeter: "Paris intra-muros",
  unit: "%",
  year,
  value,
  status: "publie",
  is_published: true
});

export default defineHuman({
  id: "trajets-a-velo",
  version: 1,
  title: "Les trajets faits à vélo dans Paris",
  sentence: "Sur les trajets faits dans Paris en {annee}, {un_sur} s’est fait à vélo.",
  measure: "bike-trips-share",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews: "Moins de trajets se font à vélo, ou personne ne les compte plus.",
  owner: "La direction de la Ville chargée des déplacements",
  lever: "Des pistes continues et sûres, et des places où laisser son vélo.",
  gaming: "Compter aux endroits, aux heures et à la saison où l’on roule le plus.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 2, measurable: 1, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [bike(2010, 3), bike(2023, 10)],
    says: "Sur les trajets faits dans Paris en 2023, un sur dix s’est fait à vélo."
  },
  worse: {
    rows: [bike(2023, 10), bike(2026, 5)],
    says: "Sur les trajets faits dans Paris en 2026, un sur vingt s’est fait à vélo."
  }
});
