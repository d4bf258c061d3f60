import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";
import {procedureExcludes, procedureLimits, procurementMethod} from "../lib/procedures.js";

export default defineIndicator({
  id: "open-procedure-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["procedure"],
  name: "Part des procédures ouvertes",
  question: "Quelle part des marchés a été attribuée par une procédure où toute entreprise peut déposer une offre ?",
  formula:
    "Nombre d’attributions par appel d’offres ouvert (ou procédure ouverte de concession), divisé par le nombre d’attributions dont la procédure est connue.",
  origin:
    "Engagement de la Ville de Paris : ouvrir la commande publique, pour la diversité et le renouvellement des fournisseurs.",
  reference: "Open Contracting Partnership, UC003 (U011) : procédures attribuées en concurrence ouverte, sur toutes.",
  limits: procedureLimits,
  excludes: procedureExcludes,
  leaveOut: ({procedure}) => (procurementMethod(procedure) === null ? "unknown" : null),
  example: {
    rows: [
      {procedure: "Appel d’offres ouvert"},
      {procedure: "Procédure adaptée"},
      {procedure: "Appel d’offres restreint"},
      {procedure: "Marché passé sans publicité ni mise en concurrence préalable"},
      {procedure: null}
    ],
    value: 0.25
  },
  compute: (rows) => share(rows, ({procedure}) => procurementMethod(procedure) === "open")
});
