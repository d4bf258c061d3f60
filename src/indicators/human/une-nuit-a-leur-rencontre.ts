import {defineHuman} from "../../lib/human/indicator.js";

const helpers = (edition: number, value: number) => ({
  edition,
  perimeter: "paris",
  indicator: "nb_participants_total",
  value,
  status: "provisoire"
});

export default defineHuman({
  id: "une-nuit-a-leur-rencontre",
  version: 1,
  title: "Les bénévoles qui passent une nuit à leur rencontre",
  sentence:
    "En {annee}, environ {valeur} bénévoles ou professionnels ont passé une nuit dans les rues de Paris à la rencontre des personnes sans abri, {ecart} que l’année d’avant.",
  measure: "night-participants",
  filter: {},
  comparison: {kind: "previous", column: "edition"},
  equivalence: null,
  badNews: "Moins de monde se déplace, et des rues ne sont plus visitées.",
  owner: "La direction de la Ville chargée des solidarités",
  lever: "Appeler plus tôt, former mieux, et revenir vers ceux qui sont déjà venus.",
  gaming: "Compter des inscrits qui ne viennent pas. Le nombre publié est rond : un petit changement ne se voit pas.",
  origin: "exemple",
  criteria: {simple: 1, picture: 2, place: 2, measurable: 2, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [helpers(2025, 2000), helpers(2026, 2100)],
    says: "En 2026, environ 2\u202f100 bénévoles ou professionnels ont passé une nuit dans les rues de Paris à la rencontre des personnes sans abri, 100 de plus que l’année d’avant."
  },
  worse: {
    rows: [helpers(2025, 2000), helpers(2026, 1500)],
    says: "En 2026, environ 1\u202f500 bénévoles ou professionnels ont passé une nuit dans les rues de Paris à la rencontre des personnes sans abri, 500 de moins que l’année d’avant."
  }
});
