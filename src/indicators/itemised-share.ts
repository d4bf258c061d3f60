import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "itemised-share",
  version: 1,
  domain: "solidarite",
  unit: "share",
  needs: "night_count_place",
  columns: ["edition", "place", "is_shown", "people_count"],
  name: "Part du décompte détaillée par type de lieu",
  question: "Pour quelle part des personnes rencontrées le type de lieu est-il publié ?",
  formula:
    "Pour la dernière édition qui a un détail : personnes dont le type de lieu est publié, divisées par le total de la même édition et du même statut.",
  origin: "Ces carnets : dire ce que le détail ne dit pas.",
  reference: "Résultats par lieu, Ville de Paris et Apur.",
  limits: ["Un détail complet ne dit rien des personnes que le décompte n’a pas vues."],
  excludes: {hidden: "nombres cachés, comptés ensemble dans une autre ligne"},
  covers: ({is_shown}) => is_shown,
  leaveOut: ({people_count}) => (people_count === null ? "hidden" : null),
  example: {
    rows: [
      {edition: 2024, place: "street", is_shown: true, people_count: 90},
      {edition: 2024, place: "not_itemised", is_shown: true, people_count: 10},
      {edition: 2024, place: "hospitals", is_shown: true, people_count: null},
      {edition: 2023, place: "street", is_shown: true, people_count: 50}
    ],
    value: 0.9
  },
  compute: (rows) => {
    const last = Math.max(...rows.filter(({place}) => place !== "not_itemised").map(({edition}) => edition));
    const sum = (some: typeof rows) => some.reduce((total, {people_count}) => total + (people_count ?? 0), 0);
    const own = rows.filter(({edition}) => edition === last);
    return own.length === 0 ? null : sum(own.filter(({place}) => place !== "not_itemised")) / sum(own);
  }
});
