import {defineIndicator} from "../lib/indicator.js";
import {concentrationRatio, totalBySupplier} from "../lib/metrics/concentration.js";

export default defineIndicator({
  id: "top-ten-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award_supplier",
  columns: ["supplier_siren", "amount_eur"],
  name: "Part des dix premiers titulaires",
  nameAsDeclared: "Part des dix premiers identifiants déclarés",
  question: "Quelle part de l’argent des marchés va aux dix premiers titulaires ?",
  formula:
    "Somme des montants des dix titulaires (SIREN) les plus importants, divisée par la somme de tous. Le montant d’une attribution à plusieurs titulaires est réparti à parts égales.",
  origin:
    "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME.",
  reference: "Ratio de concentration CRk, OCDE, Glossary of Statistical Terms.",
  limits: [
    "Le plafond d’un accord-cadre n’est pas ce que chaque titulaire recevra.",
    "Deux sociétés d’un même groupe comptent pour deux titulaires."
  ],
  excludes: {
    unknown: "titulaire sans SIREN réparable",
    amount: "montant absent ou de remplissage"
  },
  leaveOut: ({supplier_siren, amount_eur}) =>
    amount_eur === null ? "amount" : supplier_siren === null ? "unknown" : null,
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
