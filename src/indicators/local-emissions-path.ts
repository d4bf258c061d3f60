import {defineIndicator} from "../lib/indicator.js";
import {completionOfLatest} from "../lib/metrics/emission-path.js";

export default defineIndicator({
  id: "local-emissions-path",
  version: 1,
  domain: "climat",
  unit: "ratio",
  needs: "emission",
  columns: ["series", "level", "year", "emissions_mt", "baseline_year", "baseline_mt", "target_2030_mt"],
  name: "Chemin fait vers la cible 2030 d’émissions locales",
  question: "Quelle part du chemin vers la cible d’émissions locales de 2030 est faite ?",
  formula:
    "(émissions de la dernière année connue − émissions de l’année de référence) ÷ (cible 2030 − émissions de l’année de référence).",
  origin: "Plan Climat de Paris 2024-2030.",
  reference: "Kausal Watch, part d’achèvement d’un indicateur : (dernière valeur − première) ÷ (cible − première).",
  limits: [
    "Une part de chemin ne dit pas si le rythme suffit : elle se lit à côté du temps écoulé.",
    "2021 est une année marquée par la crise sanitaire."
  ],
  excludes: {},
  covers: ({series, level}) => series === "plan2024_territoire" && level === "total",
  example: {
    rows: [
      {
        series: "plan2024_territoire",
        level: "total",
        year: 2021,
        emissions_mt: 5,
        baseline_year: 2004,
        baseline_mt: 8,
        target_2030_mt: 4
      }
    ],
    value: 0.75
  },
  compute: completionOfLatest
});
