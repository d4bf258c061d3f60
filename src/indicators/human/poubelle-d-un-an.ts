import {defineHuman} from "../../lib/human/indicator.js";

const waste = (year: number, value: number) => ({
  indicator: "déchets ménagers et assimilés par habitant",
  perimeter: "Paris",
  unit: "kg/habitant/an",
  year,
  value,
  status: "publie",
  is_published: true
});

export default defineHuman({
  id: "poubelle-d-un-an",
  version: 1,
  title: "Ce que chaque habitant met à la poubelle en un an",
  sentence: "En {annee}, chaque habitant de Paris a mis à la poubelle {valeur} kilos, {ecart} qu’au compte d’avant.",
  measure: "waste-per-person",
  filter: {},
  comparison: {kind: "previous", column: "year"},
  equivalence: null,
  badNews: "Les poubelles deviennent plus lourdes.",
  owner: "La direction de la Ville chargée de la propreté",
  lever: "Réparer, vendre en vrac, composter en bas de chez soi.",
  gaming: "Diviser par plus d’habitants, ou laisser de côté les déchets des commerces.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 2, measurable: 2, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [waste(2010, 480), waste(2022, 450)],
    says: "En 2022, chaque habitant de Paris a mis à la poubelle 450 kilos, 30 de moins qu’au compte d’avant."
  },
  worse: {
    rows: [waste(2022, 450), waste(2025, 465)],
    says: "En 2025, chaque habitant de Paris a mis à la poubelle 465 kilos, 15 de plus qu’au compte d’avant."
  }
});
