import {defineIndicator} from "../lib/indicator.js";
import {latestBudget} from "../lib/metrics/carbon-budget.js";

export default defineIndicator({
  id: "carbon-budget-used",
  version: 1,
  domain: "climat",
  unit: "ratio",
  needs: "carbon_budget",
  columns: ["indicator", "perimeter", "from_year", "to_year", "value", "unit", "is_published"],
  name: "Part du budget carbone utilisée",
  question: "Quelle part du budget carbone de la période est déjà utilisée ?",
  formula: "(budget de la période − ce qui reste à ne pas dépasser) ÷ budget de la période.",
  origin: "Plan Climat de Paris 2024-2030 : premier budget carbone, 2021-2026, sur les émissions locales.",
  reference: "Budgets carbone de la stratégie nationale bas-carbone ; budget climat d’Oslo.",
  limits: [
    "Le document imprime le budget et le reste ; ce qui est utilisé s’en déduit.",
    "Le budget porte sur les émissions locales seules, non sur l’empreinte."
  ],
  excludes: {unpublished: "montants ni publiés ni repris par la presse"},
  covers: ({perimeter, indicator}) =>
    perimeter === "territoire" && ["budget carbone", "reste à ne pas dépasser"].includes(indicator),
  leaveOut: ({is_published}) => (is_published ? null : "unpublished"),
  example: {
    rows: [
      {
        indicator: "budget carbone",
        perimeter: "territoire",
        from_year: 2021,
        to_year: 2026,
        value: 28,
        unit: "MtCO2e",
        is_published: true
      },
      {
        indicator: "reste à ne pas dépasser",
        perimeter: "territoire",
        from_year: 2024,
        to_year: 2026,
        value: 14,
        unit: "MtCO2e",
        is_published: true
      }
    ],
    value: 0.5
  },
  compute: (rows) => latestBudget(rows)?.use.usedShare ?? null
});
