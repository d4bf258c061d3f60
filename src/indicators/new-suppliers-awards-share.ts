import {defineIndicator} from "../lib/indicator.js";
import {newAwardShare} from "../lib/metrics/renewal.js";
import {renewalLimits, renewedSuppliers} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...renewedSuppliers,
  id: "new-suppliers-awards-share",
  version: 1,
  columns: ["supplier_siren", "year", "previous_award_on", "observed_since"],
  name: "Part des attributions à de nouveaux titulaires",
  question: "Quelle part des attributions va à des titulaires nouveaux depuis trois ans ?",
  formula:
    "Nombre de lignes « un titulaire d’une attribution » dont le titulaire n’a reçu aucune attribution du même acheteur dans les trois années civiles d’avant, divisé par le nombre de lignes dont ces trois années sont publiées sans trou.",
  reference: "Open Contracting Partnership, indicateurs U027 à U032 (nouveaux fournisseurs).",
  limits: renewalLimits,
  example: {
    rows: [
      {supplier_siren: "000000018", year: 2022, previous_award_on: "2020-05-05", observed_since: "2019-01-01"},
      {supplier_siren: "000000018", year: 2022, previous_award_on: "2020-05-05", observed_since: "2019-01-01"},
      {supplier_siren: "000000026", year: 2022, previous_award_on: "2019-02-01", observed_since: "2019-01-01"},
      {supplier_siren: "000000034", year: 2022, previous_award_on: null, observed_since: "2019-01-01"},
      {supplier_siren: "000000042", year: null, previous_award_on: null, observed_since: null}
    ],
    value: 0.25
  },
  compute: newAwardShare
});
