import {defineIndicator} from "../lib/indicator.js";
import {concentrationRatio, totalBySupplier} from "../lib/metrics/concentration.js";
import {amountLimits, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...supplierAmounts,
  id: "top-ten-share",
  version: 1,
  unit: "ratio",
  name: "Part des dix premiers titulaires",
  nameAsDeclared: "Part des dix premiers identifiants déclarés",
  question: "Quelle part de l’argent des marchés va aux dix premiers titulaires ?",
  formula:
    "Somme des montants des dix titulaires (SIREN) les plus importants, divisée par la somme de tous. Le montant d’une attribution à plusieurs titulaires est réparti à parts égales.",
  reference: "Ratio de concentration CRk, OCDE, Glossary of Statistical Terms.",
  limits: amountLimits,
  example: {
    rows: [
      ...Array.from({length: 10}, (_, i) => ({supplier_siren: `00000000${i}`, amount_eur: 9})),
      {supplier_siren: "000000010", amount_eur: 4},
      {supplier_siren: "000000011", amount_eur: 6},
      {supplier_siren: null, amount_eur: 50}
    ],
    value: 0.9
  },
  compute: (rows) => concentrationRatio([...totalBySupplier(rows).values()], 10)
});
