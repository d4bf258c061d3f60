import {defineHuman} from "../../lib/human/indicator.js";

const promise = (indicator: string, baseline_value: number | null) => ({
  plan: "2024-2030",
  indicator,
  perimeter: "Paris",
  unit: "km",
  baseline_value,
  status: "publie"
});

export default defineHuman({
  id: "promesses-sans-mesure",
  version: 1,
  title: "Les promesses pour le climat dont personne ne montre la mesure",
  sentence:
    "Parmi les promesses chiffrées de Paris pour le climat, {une_sur} n’a aucune mesure imprimée à côté d’elle.",
  measure: "unmeasured-targets-share",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews:
    "Davantage de promesses sont faites sans dire d’où l’on part : personne ne pourra dire si elles sont tenues.",
  owner: "La direction de la Ville chargée du climat",
  lever: "Mesurer une fois, et imprimer la mesure à côté de la promesse.",
  gaming: "Imprimer un départ à zéro, ou retirer les promesses que l’on ne mesure pas.",
  origin: "exemple",
  criteria: {simple: 2, picture: 1, place: 0, measurable: 2, worse: 2, comparable: 0, owned: 1},
  example: {
    rows: [promise("pistes", 10), promise("arbres", 20), promise("toits", null), promise("cours", 5)],
    says: "Parmi les promesses chiffrées de Paris pour le climat, une sur quatre n’a aucune mesure imprimée à côté d’elle."
  },
  worse: {
    rows: [promise("pistes", 10), promise("arbres", null)],
    says: "Parmi les promesses chiffrées de Paris pour le climat, une sur deux n’a aucune mesure imprimée à côté d’elle."
  }
});
