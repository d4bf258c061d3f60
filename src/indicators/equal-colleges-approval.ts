import {isGraded} from "../lib/agora/decision.js";
import {defineIndicator} from "../lib/indicator.js";
import {equalColleges} from "../lib/metrics/vote.js";

export default defineIndicator({
  id: "equal-colleges-approval",
  version: 1,
  domain: "agora",
  unit: "ratio",
  needs: "ballot_total",
  columns: ["rule", "members", "yes", "no", "abstain"],
  name: "Approbation à collèges égaux",
  question: "Quelle est l’approbation quand chaque collège pèse autant ?",
  formula: "Moyenne, sur les votes de collège, de la part des pour parmi les pour et les contre.",
  origin: "Règles de vote de l’Agora.",
  reference:
    "Vote par collèges égaux, à lire à côté de « une personne, une voix » : les deux diffèrent dès que les tailles diffèrent.",
  limits: ["Un collège de huit membres y pèse autant qu’un collège de cent.", "Les abstentions n’y comptent pas."],
  covers: ({rule}) => !isGraded(rule),
  excludes: {silent: "personne n’a voté pour ou contre"},
  leaveOut: ({yes, no}) => ((yes ?? 0) + (no ?? 0) === 0 ? "silent" : null),
  example: {
    rows: [
      {rule: "double", members: 10, yes: 9, no: 1, abstain: 0},
      {rule: "double", members: 100, yes: 40, no: 60, abstain: 0}
    ],
    value: 0.65
  },
  compute: (rows) => equalColleges(rows.map(({yes, no, ...row}) => ({...row, yes: yes ?? 0, no: no ?? 0})))
});
