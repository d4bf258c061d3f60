import {
  addedEuros,
  amendmentColumns,
  amendmentExcludes,
  amendmentLimits,
  isAmended,
  whyNoChange
} from "../lib/amendments.js";
import {defineIndicator} from "../lib/indicator.js";
import {sumEuros} from "../lib/money.js";

export default defineIndicator({
  id: "amendment-amount-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: amendmentColumns,
  name: "Hausse du montant des marchés modifiés",
  question: "Quand un marché est modifié, de combien son montant change-t-il ?",
  formula:
    "Montant ajouté par les modifications, divisé par le montant initial des mêmes marchés. Négatif si les modifications retirent plus qu’elles n’ajoutent.",
  origin: "Engagement de la Ville de Paris : pour une commande publique ouverte, de l’attribution à l’exécution.",
  reference:
    "Open Contracting Partnership, indicateurs R069 et R054 : (montant après − montant initial) ÷ montant initial.",
  limits: [...amendmentLimits, "C’est un total : une forte hausse d’un petit marché y pèse peu."],
  excludes: amendmentExcludes,
  covers: isAmended,
  leaveOut: whyNoChange,
  example: {
    rows: [
      {modification_count: 1, amount_eur: 100_000, amount_after_eur: 112_000, is_framework: false},
      {modification_count: 2, amount_eur: 50_000, amount_after_eur: 53_000, is_framework: false},
      {modification_count: 1, amount_eur: null, amount_after_eur: 5_000, is_framework: false}
    ],
    value: 0.1
  },
  compute: (rows) => {
    const initial = sumEuros(rows.map(({amount_eur}) => amount_eur ?? 0));
    return initial === 0 ? null : addedEuros(rows) / initial;
  }
});
