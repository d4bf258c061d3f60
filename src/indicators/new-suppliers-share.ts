import {defineIndicator} from "../lib/indicator.js";
import {newSupplierShare} from "../lib/metrics/renewal.js";
import {renewalLimits, renewedSuppliers} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...renewedSuppliers,
  id: "new-suppliers-share",
  version: 1,
  columns: ["supplier_siren", "year", "previous_award_on", "observed_since"],
  name: "Part de nouveaux titulaires",
  question: "Quelle part des titulaires n’avait rien reçu du même acheteur dans les trois années d’avant ?",
  formula:
    "Nombre de titulaires (SIREN) nouveaux pour au moins une attribution, divisé par le nombre de titulaires. Nouveau : aucune attribution du même acheteur dans les trois années civiles qui précèdent celle de l’attribution. Seules comptent les attributions dont ces trois années sont publiées sans trou.",
  reference: "Open Contracting Partnership, indicateurs U027 à U032 (nouveaux fournisseurs).",
  limits: renewalLimits,
  example: {
    rows: [
      {supplier_siren: "000000018", year: 2022, previous_award_on: "2020-05-05", observed_since: "2019-01-01"},
      {supplier_siren: "000000026", year: 2022, previous_award_on: null, observed_since: "2019-01-01"},
      {supplier_siren: "000000034", year: 2022, previous_award_on: "2018-03-01", observed_since: "2018-01-01"},
      {supplier_siren: "000000042", year: 2022, previous_award_on: "2021-03-01", observed_since: "2019-01-01"},
      {supplier_siren: "000000059", year: 2021, previous_award_on: null, observed_since: "2019-01-01"}
    ],
    value: 0.5
  },
  compute: newSupplierShare
});
