import {verdictOf} from "../lib/agora/decision.js";
import {defineIndicator} from "../lib/indicator.js";

const total = {rule: "double", members: 20, abstain: 0, grades: null, quorum_ratio: 0.5, floor_grade: null};

export default defineIndicator({
  id: "colleges-accepting-share",
  version: 1,
  domain: "agora",
  unit: "ratio",
  needs: "ballot_total",
  columns: ["rule", "members", "yes", "no", "abstain", "grades", "quorum_ratio", "floor_grade"],
  name: "Part des votes de collège qui acceptent",
  question: "Quand un collège de l’Agora vote, accepte-t-il ce qu’on lui propose ?",
  formula:
    "Nombre de votes de collège qui acceptent, divisé par le nombre de votes de collège. Un vote de collège est le total d’un collège sur un objet ; il accepte selon la règle de l’objet.",
  origin: "Règles de vote de l’Agora : majorité, double règle, consentement, jugement majoritaire, échelle d’accord.",
  reference:
    "Double majorité : Constitution suisse, art. 142 ; jugement majoritaire : Balinski et Laraki, 2007 et 2011.",
  limits: [
    "Chaque collège compte pour un, qu’il ait huit membres ou cent.",
    "Un partage égal des voix et un quorum non atteint ne sont pas des acceptations."
  ],
  excludes: {},
  example: {
    rows: [
      {...total, yes: 12, no: 3},
      {...total, yes: 5, no: 9},
      {...total, yes: 6, no: 1},
      {...total, rule: "judgment", yes: null, no: null, grades: "0 0 1 2 5 6 1", floor_grade: 3}
    ],
    value: 0.5
  },
  compute: (rows) =>
    rows.length === 0 ? null : rows.filter((row) => verdictOf(row) === "accepted").length / rows.length
});
