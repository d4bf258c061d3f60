import {aboutProcurement, isDoubt} from "../lib/findings.js";
import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "doubts-count",
  version: 1,
  domain: "marches",
  unit: "count",
  needs: "finding",
  columns: ["rule", "severity"],
  name: "Nombre de constats",
  question: "Combien de fois une règle a-t-elle trouvé une valeur fausse ou douteuse dans les données des marchés ?",
  formula: "Nombre de constats sur les marchés, sans ceux qui ne sont qu’une information.",
  origin: "Engagement de la Ville de Paris : fiabiliser la donnée de ses marchés publics.",
  reference: "Règles de ce site, chacune avec son exemple et sa référence.",
  limits: [
    "Un enregistrement peut porter plusieurs constats.",
    "Un constat est un doute sur une donnée, jamais sur une personne ou une entreprise."
  ],
  excludes: {info: "simple information"},
  covers: aboutProcurement,
  leaveOut: (row) => (isDoubt(row) ? null : "info"),
  example: {
    rows: [
      {rule: "cpv-left-pad", severity: "warning"},
      {rule: "missing-amount", severity: "error"},
      {rule: "date-missing", severity: "info"}
    ],
    value: 2
  },
  compute: (rows) => rows.length
});
