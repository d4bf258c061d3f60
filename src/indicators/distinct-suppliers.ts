import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "distinct-suppliers",
  version: 1,
  domain: "marches",
  unit: "count",
  needs: "award_supplier",
  columns: ["supplier_siren"],
  name: "Nombre de titulaires",
  nameAsDeclared: "Nombre d’identifiants de titulaires déclarés",
  question: "Combien de titulaires différents ont reçu au moins un marché ?",
  formula: "Nombre de numéros SIREN distincts parmi les titulaires, après réparation des identifiants mal formés.",
  origin:
    "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME.",
  reference: "Richesse d’un échantillon (nombre de Hill d’ordre 0), Hill, 1973, Ecology 54(2).",
  limits: [
    "Une entreprise compte une fois, quel que soit le nombre de ses établissements.",
    "Les sous-traitants n’y sont pas."
  ],
  excludes: {unknown: "titulaire sans SIREN réparable"},
  leaveOut: ({supplier_siren}) => (supplier_siren === null ? "unknown" : null),
  example: {
    rows: [
      {supplier_siren: "000000018"},
      {supplier_siren: "000000018"},
      {supplier_siren: "000000026"},
      {supplier_siren: null}
    ],
    value: 2
  },
  compute: (rows) => new Set(rows.map(({supplier_siren}) => supplier_siren)).size
});
