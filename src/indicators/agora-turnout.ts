import {ballotsOf} from "../lib/agora/decision.js";
import {defineIndicator} from "../lib/indicator.js";

const total = {rule: "double", grades: null, quorum_ratio: 0.5, floor_grade: null};

export default defineIndicator({
  id: "agora-turnout",
  version: 1,
  domain: "agora",
  unit: "ratio",
  needs: "ballot_total",
  columns: ["rule", "members", "yes", "no", "abstain", "grades", "quorum_ratio", "floor_grade"],
  name: "Participation aux votes de l’Agora",
  question: "Quelle part des membres des collèges prend part aux votes ?",
  formula:
    "Nombre de bulletins, abstentions comprises, divisé par le nombre de membres, sur tous les votes de collège.",
  origin: "Règles de vote de l’Agora : le quorum se lit par collège.",
  reference: "Participation : bulletins déposés sur inscrits.",
  limits: ["Une personne qui vote deux objets compte deux fois.", "Le collège le plus nombreux y pèse le plus."],
  excludes: {},
  example: {
    rows: [
      {...total, members: 20, yes: 12, no: 3, abstain: 1},
      {...total, members: 10, yes: null, no: null, abstain: 0, rule: "likert", grades: "1 0 0 2 2"}
    ],
    value: 0.7
  },
  compute: (rows) => {
    const members = rows.reduce((sum, row) => sum + row.members, 0);
    return members === 0 ? null : rows.reduce((sum, row) => sum + ballotsOf(row), 0) / members;
  }
});
