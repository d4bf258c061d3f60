import {defineHuman} from "../../lib/human/indicator.js";

const budget = (value: number) => ({
  indicator: "budget carbone",
  perimeter: "territoire",
  from_year: 2021,
  to_year: 2026,
  value,
  unit: "MtCO2e",
  status: "publie",
  is_published: true
});
const left = (value: number) => ({...budget(value), indicator: "reste à ne pas dépasser", from_year: 2024});

export default defineHuman({
  id: "budget-de-gaz",
  version: 1,
  title: "Ce que Paris a déjà dépensé de son budget de gaz à effet de serre",
  sentence:
    "Du gaz à effet de serre que Paris s’est permis d’émettre d’ici la fin de {annee}, {valeur} était déjà parti au dernier compte.",
  measure: "carbon-budget-used",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews: "Plus de la moitié du budget est partie à la moitié du temps : il faudra émettre moins ensuite.",
  owner: "La direction de la Ville chargée du climat",
  lever: "Émettre moins chaque année : chauffage, circulation, déchets.",
  gaming: "Choisir un budget si large qu’il ne peut pas être dépassé.",
  origin: "exemple",
  criteria: {simple: 1, picture: 2, place: 0, measurable: 1, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [budget(28), left(14)],
    says: "Du gaz à effet de serre que Paris s’est permis d’émettre d’ici la fin de 2026, 50\u00a0% était déjà parti au dernier compte."
  },
  worse: {
    rows: [budget(28), left(7)],
    says: "Du gaz à effet de serre que Paris s’est permis d’émettre d’ici la fin de 2026, 75\u00a0% était déjà parti au dernier compte."
  }
});
