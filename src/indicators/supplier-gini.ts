import {defineIndicator} from "../lib/indicator.js";
import {gini, totalBySupplier} from "../lib/metrics/concentration.js";
import {amountLimits, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...supplierAmounts,
  id: "supplier-gini",
  version: 1,
  unit: "index",
  name: "Inégalité entre titulaires (coefficient de Gini)",
  nameAsDeclared: "Inégalité entre identifiants déclarés (coefficient de Gini)",
  question: "Les titulaires reçoivent-ils des montants semblables ou très différents ?",
  formula:
    "Deux fois l’aire entre la courbe de Lorenz des montants par titulaire (SIREN) et la droite de l’égalité. 0 si tous reçoivent autant, presque 1 si un seul reçoit presque tout. Il faut au moins deux titulaires.",
  reference: "Gini, 1912 ; Lorenz, 1905, Publications of the American Statistical Association 9(70).",
  limits: [
    ...amountLimits,
    "L’inégalité n’est pas la concentration : mille titulaires peuvent être très inégaux sans qu’aucun ne domine."
  ],
  example: {
    rows: [
      {supplier_siren: "000000018", amount_eur: 75},
      {supplier_siren: "000000026", amount_eur: 25},
      {supplier_siren: null, amount_eur: 50}
    ],
    value: 0.25
  },
  compute: (rows) => gini([...totalBySupplier(rows).values()])
});
