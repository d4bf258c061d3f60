import {defineIndicator} from "../lib/indicator.js";
import {latestAgreed} from "../lib/metrics/latest.js";

const bike = {indicator: "part modale", detail: "vélo", perimeter: "Paris intra-muros", unit: "%"};

export default defineIndicator({
  id: "bike-trips-share",
  version: 1,
  domain: "climat",
  unit: "share",
  needs: "climate_series",
  columns: ["indicator", "detail", "perimeter", "unit", "year", "value", "status", "is_published"],
  name: "Part des trajets faits à vélo dans Paris",
  question: "Quelle part des trajets faits dans Paris se fait à vélo ?",
  formula:
    "Dernière valeur publiée pour Paris intra-muros. Pour une même année, le nombre d’un organisme officiel passe avant celui de la presse ; si deux nombres de même rang diffèrent, aucun n’est retenu.",
  origin: "Plan Climat de Paris 2024-2030.",
  reference: "Contrat de ville climatique d’avril 2025, qui arrondit l’enquête de mobilité de 2022-2023.",
  limits: [
    "2010 et 2023 viennent d’enquêtes différentes : la seconde suit des personnes par satellite.",
    "« Paris intra-muros » : un trajet entre Paris et la banlieue n’y est pas."
  ],
  excludes: {unpublished: "valeurs ni publiées ni reprises par la presse d’une publication"},
  covers: ({indicator, detail, perimeter, unit}) =>
    indicator === bike.indicator && detail === bike.detail && perimeter === bike.perimeter && unit === bike.unit,
  leaveOut: ({is_published}) => (is_published ? null : "unpublished"),
  example: {
    rows: [
      {...bike, year: 2010, value: 3, status: "publie_via_presse", is_published: true},
      {...bike, year: 2023, value: 11.2, status: "publie_via_presse", is_published: true},
      {...bike, year: 2023, value: 11, status: "publie", is_published: true},
      {...bike, year: 2024, value: 20, status: "a_verifier", is_published: false}
    ],
    value: 0.11
  },
  compute: (rows) => {
    const percent = latestAgreed(rows);
    return percent === null ? null : percent / 100;
  }
});
