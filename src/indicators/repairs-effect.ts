import {aboutProcurement} from "../lib/findings.js";
import {defineIndicator} from "../lib/indicator.js";
import {sumEuros} from "../lib/money.js";

export default defineIndicator({
  id: "repairs-effect",
  version: 1,
  domain: "marches",
  unit: "eur",
  needs: "finding",
  columns: ["rule", "effect_eur"],
  name: "Effet des réparations sur le total",
  question: "De combien d’euros les réparations changent-elles le total des marchés ?",
  formula:
    "Somme des effets de chaque constat sur le total : négatif quand un montant répété ou de remplissage est retiré.",
  origin: "Engagement de la Ville de Paris : fiabiliser la donnée de ses marchés publics.",
  reference: "Total déclaré plus effet des réparations égale total corrigé, au centime près.",
  limits: ["Une réparation qui ne change pas un montant, comme celle d’un identifiant, n’y est pas."],
  excludes: {none: "constat sans effet sur le total"},
  covers: aboutProcurement,
  leaveOut: ({effect_eur}) => (effect_eur === null ? "none" : null),
  example: {
    rows: [
      {rule: "duplicate-contract", effect_eur: -100_000},
      {rule: "placeholder-amount", effect_eur: -10},
      {rule: "cpv-left-pad", effect_eur: null}
    ],
    value: -100_010
  },
  compute: (rows) => sumEuros(rows.map(({effect_eur}) => effect_eur ?? 0))
});
