import {defineIndicator} from "../lib/indicator.js";
import {herfindahl, totalBySupplier} from "../lib/metrics/concentration.js";
import {amountLimits, supplierAmounts} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...supplierAmounts,
  id: "supplier-hhi",
  version: 1,
  unit: "index",
  name: "Concentration des titulaires (indice HHI)",
  nameAsDeclared: "Concentration des identifiants déclarés (indice HHI)",
  question: "L’argent des marchés va-t-il à quelques titulaires ou à beaucoup ?",
  formula:
    "Somme des carrés des parts de chaque titulaire (SIREN) dans le montant, multipliée par 10 000. De presque 0 (une multitude de titulaires égaux) à 10 000 (un seul). 10 000 divisé par cet indice donne le nombre effectif de titulaires d’ordre 2.",
  reference:
    "Indice de Herfindahl-Hirschman, Hirschman, 1964 ; Open Contracting Partnership, drapeau R051 (marché concentré).",
  limits: [
    ...amountLimits,
    "Les seuils connus de cet indice valent pour un marché économique, pas pour tous les achats d’une ville : comparez des années ou des divisions CPV, pas ce nombre à un seuil.",
    "Un très petit ensemble est toujours concentré."
  ],
  example: {
    rows: [
      {supplier_siren: "000000018", amount_eur: 75},
      {supplier_siren: "000000026", amount_eur: 20},
      {supplier_siren: "000000026", amount_eur: 5},
      {supplier_siren: null, amount_eur: 50},
      {supplier_siren: "000000034", amount_eur: null}
    ],
    value: 6250
  },
  compute: (rows) => {
    const index = herfindahl([...totalBySupplier(rows).values()]);
    return index === null ? null : index * 10_000;
  }
});
