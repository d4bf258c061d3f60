import {defineIndicator} from "../lib/indicator.js";
import {newAmountShare} from "../lib/metrics/renewal.js";
import {renewalLimits, renewedSuppliers, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...renewedSuppliers,
  id: "new-suppliers-amount-share",
  version: 1,
  columns: ["supplier_siren", "year", "previous_award_on", "observed_since", "amount_eur"],
  name: "Part du montant à de nouveaux titulaires",
  question: "Quelle part de l’argent va à des titulaires nouveaux depuis trois ans ?",
  formula:
    "Montant attribué aux titulaires qui n’ont reçu aucune attribution du même acheteur dans les trois années civiles d’avant, divisé par le montant des attributions dont ces trois années sont publiées sans trou. Les plafonds d’accords-cadres y comptent en entier.",
  reference: "Open Contracting Partnership, indicateurs U029 et U032 (montant aux nouveaux fournisseurs).",
  limits: [
    ...renewalLimits,
    "Le plafond d’un accord-cadre n’est pas ce que chaque titulaire recevra : quelques plafonds peuvent décider de cette part."
  ],
  excludes: {...renewedSuppliers.excludes, amount: supplierAmounts.excludes.amount},
  leaveOut: (row) => renewedSuppliers.leaveOut(row) ?? (row.amount_eur === null ? "amount" : null),
  example: {
    rows: [
      {
        supplier_siren: "000000018",
        year: 2022,
        previous_award_on: "2020-05-05",
        observed_since: "2019-01-01",
        amount_eur: 80
      },
      {
        supplier_siren: "000000026",
        year: 2022,
        previous_award_on: null,
        observed_since: "2019-01-01",
        amount_eur: 20
      },
      {
        supplier_siren: "000000026",
        year: 2022,
        previous_award_on: null,
        observed_since: "2019-01-01",
        amount_eur: null
      },
      {
        supplier_siren: "000000034",
        year: 2020,
        previous_award_on: null,
        observed_since: "2019-01-01",
        amount_eur: 100
      }
    ],
    value: 0.2
  },
  compute: newAmountShare
});
