import {defineIndicator} from "../lib/indicator.js";
import {concentrationRatio, totalBySupplier} from "../lib/metrics/concentration.js";
import {amountLimits, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...supplierAmounts,
  id: "largest-supplier-share",
  version: 1,
  unit: "ratio",
  name: "Part du premier titulaire",
  nameAsDeclared: "Part du premier identifiant déclaré",
  question: "Quelle part de l’argent des marchés va au premier titulaire ?",
  formula:
    "Montant du titulaire (SIREN) le plus important, divisé par la somme de tous. Il faut au moins deux titulaires.",
  reference: "Ratio de concentration CR1, OCDE, Glossary of Statistical Terms.",
  limits: amountLimits,
  example: {
    rows: [
      {supplier_siren: "000000018", amount_eur: 75},
      {supplier_siren: "000000026", amount_eur: 25},
      {supplier_siren: null, amount_eur: 50}
    ],
    value: 0.75
  },
  compute: (rows) => {
    const totals = [...totalBySupplier(rows).values()];
    return totals.length < 2 ? null : concentrationRatio(totals, 1);
  }
});
