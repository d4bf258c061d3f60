import {groupBy} from "../lib/group-by.js";
import {defineIndicator} from "../lib/indicator.js";
import {totalBySupplier} from "../lib/metrics/concentration.js";
import {sumEuros} from "../lib/money.js";
import {amountLimits, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...supplierAmounts,
  id: "market-leader-share",
  version: 1,
  unit: "ratio",
  columns: ["supplier_siren", "amount_eur", "cpv_division"],
  name: "Part du premier titulaire de chaque domaine d’achat",
  nameAsDeclared: "Part du premier identifiant de chaque domaine d’achat",
  question: "Quelle part de l’argent va au premier titulaire de son domaine d’achat ?",
  formula:
    "Dans chaque division CPV, le montant du titulaire (SIREN) le plus important ; leur somme, divisée par le montant de toutes les divisions. Pour une seule division, c’est la part de son premier titulaire.",
  reference: "Open Contracting Partnership, indicateur U034 (market concentration : part de la première entreprise).",
  limits: [
    ...amountLimits,
    "Une division CPV réunit des métiers divers : un domaine précis peut être plus concentré que sa division.",
    "Une division de peu de titulaires est toujours concentrée."
  ],
  excludes: {...supplierAmounts.excludes, cpv: "domaine d’achat (CPV) absent ou illisible"},
  leaveOut: (row) => supplierAmounts.leaveOut(row) ?? (row.cpv_division === null ? "cpv" : null),
  example: {
    rows: [
      {supplier_siren: "000000018", amount_eur: 30, cpv_division: "45"},
      {supplier_siren: "000000026", amount_eur: 10, cpv_division: "45"},
      {supplier_siren: "000000026", amount_eur: 45, cpv_division: "77"},
      {supplier_siren: "000000034", amount_eur: 15, cpv_division: "77"},
      {supplier_siren: "000000018", amount_eur: 99, cpv_division: null}
    ],
    value: 0.75
  },
  compute: (rows) => {
    const divisions = [...groupBy(rows, ({cpv_division}) => cpv_division).values()];
    const totals = divisions.map((own) => [...totalBySupplier(own).values()]);
    const total = sumEuros(totals.flat());
    return total === 0 ? null : sumEuros(totals.map((amounts) => Math.max(...amounts))) / total;
  }
});
