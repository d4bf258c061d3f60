import {defineIndicator} from "../lib/indicator.js";
import {totalBySupplier} from "../lib/metrics/concentration.js";
import {hillNumber} from "../lib/metrics/diversity.js";
import {amountLimits, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...supplierAmounts,
  id: "effective-suppliers",
  version: 1,
  unit: "index",
  name: "Nombre effectif de titulaires",
  nameAsDeclared: "Nombre effectif d’identifiants déclarés",
  question: "À combien de titulaires de même taille cette répartition équivaut-elle ?",
  formula:
    "Exponentielle de l’entropie de Shannon des parts de montant : e puissance −Σ p ln p, où p est la part de chaque titulaire (SIREN). Si tous reçoivent autant, c’est leur nombre ; plus l’argent se concentre, plus il baisse.",
  reference: "Nombre de Hill d’ordre 1, Hill, 1973, Ecology 54(2).",
  limits: [
    ...amountLimits,
    "Ce nombre grandit avec le nombre d’attributions : deux ensembles de tailles très différentes ne se comparent pas."
  ],
  example: {
    rows: [
      {supplier_siren: "000000018", amount_eur: 40},
      {supplier_siren: "000000018", amount_eur: 10},
      {supplier_siren: "000000026", amount_eur: 50},
      {supplier_siren: null, amount_eur: 50},
      {supplier_siren: "000000034", amount_eur: null}
    ],
    value: 2
  },
  compute: (rows) => hillNumber([...totalBySupplier(rows).values()], 1)
});
