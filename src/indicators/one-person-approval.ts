import {isGraded} from "../lib/agora/decision.js";
import {defineIndicator} from "../lib/indicator.js";
import {onePersonOneVote} from "../lib/metrics/vote.js";

export default defineIndicator({
  id: "one-person-approval",
  version: 1,
  domain: "agora",
  unit: "ratio",
  needs: "ballot_total",
  columns: ["rule", "members", "yes", "no", "abstain"],
  name: "Approbation, une personne, une voix",
  question: "Quelle est l’approbation quand chaque personne pèse autant ?",
  formula: "Somme des pour, divisée par la somme des pour et des contre, tous collèges réunis.",
  origin: "Règles de vote de l’Agora.",
  reference:
    "Vote par personne, à lire à côté de « à collèges égaux » : les deux diffèrent dès que les tailles diffèrent.",
  limits: ["Le collège le plus nombreux y décide presque seul.", "Les abstentions n’y comptent pas."],
  covers: ({rule}) => !isGraded(rule),
  excludes: {},
  example: {
    rows: [
      {rule: "double", members: 10, yes: 9, no: 1, abstain: 0},
      {rule: "double", members: 100, yes: 41, no: 59, abstain: 0},
      {rule: "double", members: 15, yes: 0, no: 15, abstain: 0}
    ],
    value: 0.4
  },
  compute: (rows) => onePersonOneVote(rows.map(({yes, no, ...row}) => ({...row, yes: yes ?? 0, no: no ?? 0})))
});
