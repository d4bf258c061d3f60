import {defineIndicator} from "../lib/indicator.js";
import {concentrationRatio, totalBySupplier} from "../lib/metrics/concentration.js";
import {amountLimits, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...supplierAmounts,
  id: "top-four-share",
  version: 1,
  unit: "ratio",
  name: "Part des quatre premiers titulaires",
  nameAsDeclared: "Part des quatre premiers identifiants déclarés",
  question: "Quelle part de l’argent des marchés va aux quatre premiers titulaires ?",
  formula:
    "Somme des montants des quatre titulaires (SIREN) les plus importants, divisée par la somme de tous. Il faut au moins cinq titulaires.",
  reference: "Ratio de concentration CR4, OCDE, Glossary of Statistical Terms.",
  limits: amountLimits,
  example: {
    rows: [
      ...["18", "26", "34", "42"].map((end) => ({supplier_siren: `0000000${end}`, amount_eur: 20})),
      {supplier_siren: "000000059", amount_eur: 15},
      {supplier_siren: "000000067", amount_eur: 5},
      {supplier_siren: null, amount_eur: 50}
    ],
    value: 0.8
  },
  compute: (rows) => {
    const totals = [...totalBySupplier(rows).values()];
    return totals.length < 5 ? null : concentrationRatio(totals, 4);
  }
});
