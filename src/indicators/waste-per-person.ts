import {defineIndicator} from "../lib/indicator.js";
import {latestAgreed} from "../lib/metrics/latest.js";

const waste = {indicator: "déchets ménagers et assimilés par habitant", perimeter: "Paris", unit: "kg/habitant/an"};

export default defineIndicator({
  id: "waste-per-person",
  version: 1,
  domain: "climat",
  unit: "count",
  needs: "climate_series",
  columns: ["indicator", "perimeter", "unit", "year", "value", "status", "is_published"],
  name: "Déchets ménagers par habitant, en kilogrammes par an",
  question: "Combien de kilogrammes de déchets ménagers et assimilés compte-t-on par habitant de Paris en un an ?",
  formula: "Dernière valeur publiée, en kilogrammes par habitant et par an, toutes sources d’accord.",
  origin: "Plan Climat de Paris 2024-2030.",
  reference: "Contrat de ville climatique d’avril 2025, tableau des indicateurs.",
  limits: [
    "« Assimilés » : les déchets de petits commerces et de bureaux, collectés avec ceux des ménages, y sont.",
    "Les visiteurs et ceux qui viennent travailler jettent aussi : la division ne porte que sur les habitants.",
    "Deux années sont publiées, à douze ans d’écart : rien n’est dit de celles qui sont entre elles."
  ],
  excludes: {unpublished: "valeurs ni publiées ni reprises par la presse d’une publication"},
  covers: ({indicator, perimeter, unit}) =>
    indicator === waste.indicator && perimeter === waste.perimeter && unit === waste.unit,
  leaveOut: ({is_published}) => (is_published ? null : "unpublished"),
  example: {
    rows: [
      {...waste, year: 2010, value: 500, status: "publie", is_published: true},
      {...waste, year: 2022, value: 450, status: "publie", is_published: true},
      {...waste, year: 2023, value: 400, status: "a_verifier", is_published: false}
    ],
    value: 450
  },
  compute: latestAgreed
});
