import {
  addedEuros,
  amendmentColumns,
  amendmentExcludes,
  amendmentLimits,
  isAmended,
  whyNoChange
} from "../lib/amendments.js";
import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "amendment-amount",
  version: 1,
  domain: "marches",
  unit: "eur",
  needs: "award",
  columns: amendmentColumns,
  name: "Montant ajouté par les modifications",
  question: "De combien d’euros les modifications changent-elles le montant des marchés ?",
  formula:
    "Somme, sur les marchés modifiés, du montant après la dernière modification chiffrée moins le montant initial, hors taxes. Négative si les modifications retirent plus qu’elles n’ajoutent.",
  origin: "Engagement de la Ville de Paris : pour une commande publique ouverte, de l’attribution à l’exécution.",
  reference: "Open Contracting Partnership, indicateur U048, et R069 pour les hausses.",
  limits: [
    ...amendmentLimits,
    "Le champ a deux sens selon les plateformes : ce qui s’ajoute, ou le nouveau total. Il est lu selon l’habitude de chaque plateforme ; sinon, le marché est laissé de côté."
  ],
  excludes: amendmentExcludes,
  covers: isAmended,
  leaveOut: whyNoChange,
  example: {
    rows: [
      {modification_count: 1, amount_eur: 100_000, amount_after_eur: 112_000.5, is_framework: false},
      {modification_count: 2, amount_eur: 50_000, amount_after_eur: 48_000, is_framework: false},
      {modification_count: 1, amount_eur: 80_000, amount_after_eur: null, is_framework: false},
      {modification_count: 1, amount_eur: 900_000, amount_after_eur: 950_000, is_framework: true},
      {modification_count: 0, amount_eur: 70_000, amount_after_eur: null, is_framework: false}
    ],
    value: 10_000.5
  },
  compute: (rows) => (rows.length === 0 ? null : addedEuros(rows))
});
