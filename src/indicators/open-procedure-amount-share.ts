import {defineIndicator} from "../lib/indicator.js";
import {sumEuros} from "../lib/money.js";
import {procedureExcludes, procedureLimits, procurementMethod} from "../lib/procedures.js";

export default defineIndicator({
  id: "open-procedure-amount-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["procedure", "amount_eur", "is_framework"],
  name: "Part des procédures ouvertes, en montant ferme",
  question: "Quelle part de l’argent des marchés fermes est attribuée par une procédure ouverte à toute entreprise ?",
  formula:
    "Somme des montants attribués par procédure ouverte, divisée par la somme des montants dont la procédure est connue. Les plafonds des accords-cadres n’y sont pas.",
  origin:
    "Engagement de la Ville de Paris : ouvrir la commande publique, pour la diversité et le renouvellement des fournisseurs.",
  reference:
    "Open Contracting Partnership, UC004 (U014) : valeur attribuée en concurrence ouverte, sur toute la valeur.",
  limits: [...procedureLimits, "Quelques gros marchés font le résultat d’une année."],
  excludes: {
    ...procedureExcludes,
    framework: "accord-cadre, dont le montant est un plafond",
    amount: "montant absent ou de remplissage"
  },
  leaveOut: ({procedure, amount_eur, is_framework}) => {
    if (is_framework) return "framework";
    if (amount_eur === null) return "amount";
    return procurementMethod(procedure) === null ? "unknown" : null;
  },
  example: {
    rows: [
      {procedure: "Appel d’offres ouvert", amount_eur: 300_000, is_framework: false},
      {procedure: "Procédure adaptée", amount_eur: 100_000, is_framework: false},
      {procedure: "Appel d’offres ouvert", amount_eur: 9_000_000, is_framework: true},
      {procedure: "Appel d’offres ouvert", amount_eur: null, is_framework: false},
      {procedure: null, amount_eur: 50_000, is_framework: false}
    ],
    value: 0.75
  },
  compute: (rows) => {
    const total = sumEuros(rows.map(({amount_eur}) => amount_eur ?? 0));
    const open = rows.filter(({procedure}) => procurementMethod(procedure) === "open");
    return total === 0 ? null : sumEuros(open.map(({amount_eur}) => amount_eur ?? 0)) / total;
  }
});
