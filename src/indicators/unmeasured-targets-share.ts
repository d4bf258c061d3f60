import {defineIndicator} from "../lib/indicator.js";
import {isRelative, unmeasured} from "../lib/metrics/plan-gaps.js";

export default defineIndicator({
  id: "unmeasured-targets-share",
  version: 1,
  domain: "climat",
  unit: "ratio",
  needs: "target",
  columns: ["plan", "indicator", "perimeter", "unit", "baseline_value"],
  name: "Part des cibles du Plan Climat sans valeur mesurée imprimée",
  question: "Pour combien de cibles du Plan Climat aucune valeur mesurée n’est-elle imprimée ?",
  formula:
    "Cibles du plan 2024-2030 dont la grandeur n’a aucune valeur imprimée à côté d’elle, ou un départ à zéro (« ajouté depuis »), ÷ cibles du plan exprimées dans une unité.",
  origin: "Plan Climat de Paris 2024-2030.",
  reference:
    "Contrat de ville climatique d’avril 2025, tableau des indicateurs : dernière valeur « inconnue » comprise.",
  limits: [
    "Une valeur peut exister ailleurs : ceci dit ce que le document imprime à côté de sa cible.",
    "Un départ à zéro est une convention : ce qui a été ajouté depuis n’est pas imprimé."
  ],
  excludes: {relative: "cibles en pourcentage d’une année de référence, sans la valeur de cette année"},
  covers: ({plan}) => plan === "2024-2030",
  leaveOut: ({unit}) => (isRelative(unit) ? "relative" : null),
  example: {
    rows: [
      {plan: "2024-2030", indicator: "émissions", perimeter: "Paris", unit: "MtCO2e", baseline_value: 7.4},
      {plan: "2024-2030", indicator: "logements", perimeter: "Paris", unit: "logements/an", baseline_value: null},
      {plan: "2024-2030", indicator: "pistes", perimeter: "Paris", unit: "km", baseline_value: 0},
      {plan: "2024-2030", indicator: "réseau", perimeter: "Paris", unit: "%", baseline_value: 54}
    ],
    value: 0.5
  },
  compute: (rows) => (rows.length === 0 ? null : unmeasured(rows).length / rows.length)
});
