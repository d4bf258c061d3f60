import {defineIndicator} from "../lib/indicator.js";
import {neededPace} from "../lib/metrics/emission-path.js";

export default defineIndicator({
  id: "footprint-needed-pace",
  version: 1,
  domain: "climat",
  unit: "index",
  needs: "emission",
  columns: ["series", "level", "year", "emissions_mt", "baseline_year", "baseline_mt", "target_2030_mt"],
  name: "Rythme nécessaire, rapporté au rythme passé : cible 2030 d’empreinte carbone",
  question: "De combien faut-il accélérer pour tenir la cible d’empreinte carbone de 2030 ?",
  formula:
    "((cible 2030 − dernière valeur) ÷ années restantes) ÷ ((dernière valeur − valeur de référence) ÷ années passées). 1 : le rythme passé suffit ; 2 : il faut le doubler ; négatif : il faut l’inverser.",
  origin: "Plan Climat de Paris 2024-2030.",
  reference:
    "Haut Conseil pour le climat, rapport de 2023 : baisse annuelle moyenne constatée, comparée à celle qu’il faut.",
  limits: [
    "Le rythme est en millions de tonnes par an : les dernières baisses sont souvent les plus difficiles.",
    "2021 est une année marquée par la crise sanitaire : elle flatte le rythme passé.",
    "Le dernier inventaire complet est celui de 2021 : rien n’est dit des années qui suivent."
  ],
  excludes: {},
  covers: ({series, level}) => series === "plan2024_empreinte" && level === "total",
  example: {
    rows: [
      {
        series: "plan2024_empreinte",
        level: "total",
        year: 2020,
        emissions_mt: 6,
        baseline_year: 2010,
        baseline_mt: 8,
        target_2030_mt: 2
      }
    ],
    value: 2
  },
  compute: neededPace
});
