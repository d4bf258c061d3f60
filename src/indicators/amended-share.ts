import {amendmentLimits, isAmended} from "../lib/amendments.js";
import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";

export default defineIndicator({
  id: "amended-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["modification_count", "dialect"],
  name: "Part des marchés modifiés",
  question: "Quelle part des marchés a au moins une modification publiée ?",
  formula:
    "Nombre d’attributions avec au moins une modification déclarée, divisé par le nombre d’attributions dont la source demande les modifications.",
  origin: "Engagement de la Ville de Paris : pour une commande publique ouverte, de l’attribution à l’exécution.",
  reference: "Open Contracting Partnership, indicateurs U056 et R064 : contrats sans et avec modification.",
  limits: [
    ...amendmentLimits,
    "Une modification n’est pas un défaut : elle peut réduire le montant ou corriger un titulaire."
  ],
  excludes: {"not-asked": "liste qui ne dit rien des modifications"},
  leaveOut: ({dialect}) => (dialect === "city-list" ? "not-asked" : null),
  example: {
    rows: [
      {modification_count: 2, dialect: "v2"},
      {modification_count: 0, dialect: "v2"},
      {modification_count: 0, dialect: "v1"},
      {modification_count: 1, dialect: "v1"},
      {modification_count: 0, dialect: "city-list"}
    ],
    value: 0.5
  },
  compute: (rows) => share(rows, isAmended)
});
