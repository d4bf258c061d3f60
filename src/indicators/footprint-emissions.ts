import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "footprint-emissions",
  version: 1,
  domain: "climat",
  unit: "mt",
  needs: "emission",
  columns: ["series", "level", "year", "emissions_mt"],
  name: "Empreinte carbone de Paris",
  question: "Combien de gaz à effet de serre la vie à Paris fait-elle émettre, ici et ailleurs, en un an ?",
  formula: "Empreinte carbone totale de la dernière année connue, en millions de tonnes équivalent CO₂.",
  origin: "Plan Climat de Paris 2024-2030.",
  reference: "Bilan des émissions de gaz à effet de serre de Paris : émissions du territoire et émissions indirectes.",
  limits: [
    "Elle compte aussi ce que font émettre les visiteurs et ceux qui viennent travailler : ce n’est pas celle d’un habitant.",
    "2021 est une année marquée par la crise sanitaire : l’avion pesait 34 % de l’empreinte en 2018, 23 % en 2021."
  ],
  excludes: {},
  covers: ({series, level}) => series === "plan2024_empreinte" && level === "total",
  example: {
    rows: [
      {series: "plan2024_empreinte", level: "total", year: 2018, emissions_mt: 20},
      {series: "plan2024_empreinte", level: "total", year: 2021, emissions_mt: 18},
      {series: "plan2024_empreinte", level: "secteur", year: 2021, emissions_mt: 9},
      {series: "plan2024_territoire", level: "total", year: 2021, emissions_mt: 5}
    ],
    value: 18
  },
  compute: (rows) => rows.toSorted((a, b) => b.year - a.year)[0]?.emissions_mt ?? null
});
