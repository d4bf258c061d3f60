import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";
import {procedureExcludes, procedureLimits, procurementMethod} from "../lib/procedures.js";

export default defineIndicator({
  id: "no-competition-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["procedure"],
  name: "Part sans publicité ni mise en concurrence",
  question: "Quelle part des marchés a été passée sans publicité ni mise en concurrence ?",
  formula:
    "Nombre d’attributions « sans publicité ni mise en concurrence préalable », divisé par le nombre d’attributions dont la procédure est connue.",
  origin:
    "Engagement de la Ville de Paris : ouvrir la commande publique, pour la diversité et le renouvellement des fournisseurs.",
  reference:
    "Tableau de bord européen du marché unique, indicateur « no calls for bids » ; Open Contracting Partnership, U010.",
  limits: [
    ...procedureLimits,
    "Cette procédure est légale dans des cas que le code énumère : droits exclusifs, urgence, marché infructueux, petits montants. La donnée ne dit pas lequel."
  ],
  excludes: procedureExcludes,
  leaveOut: ({procedure}) => (procurementMethod(procedure) === null ? "unknown" : null),
  example: {
    rows: [
      {procedure: "Marché passé sans publicité ni mise en concurrence préalable"},
      {procedure: "Appel d’offres ouvert"},
      {procedure: null}
    ],
    value: 0.5
  },
  compute: (rows) => share(rows, ({procedure}) => procurementMethod(procedure) === "limited")
});
