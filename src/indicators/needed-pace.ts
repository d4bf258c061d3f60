import {defineIndicator} from "../lib/indicator.js";
import {neededPace} from "../lib/metrics/emission-path.js";

/**
 * The indicator "needed pace over past pace towards 2030" of one series of the plan.
 *
 * @param what What the target is about, in French, with its preposition.
 */
export function neededPaceOf({id, series, what}: {id: string; series: string; what: string}) {
  return defineIndicator({
    id,
    version: 1,
    domain: "climat",
    unit: "index",
    needs: "emission",
    columns: ["series", "level", "year", "emissions_mt", "baseline_year", "baseline_mt", "target_2030_mt"],
    name: `Rythme nécessaire, rapporté au rythme passé : cible 2030 ${what}`,
    question: `De combien faut-il accélérer pour tenir la cible ${what} de 2030 ?`,
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
    covers: (row) => row.series === series && row.level === "total",
    example: {
      rows: [
        {
          series,
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
}
