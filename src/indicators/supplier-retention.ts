import {defineIndicator} from "../lib/indicator.js";
import {retention} from "../lib/metrics/renewal.js";
import {renewedSuppliers} from "../lib/supplier-rows.js";

export default defineIndicator({
  ...renewedSuppliers,
  id: "supplier-retention",
  version: 1,
  columns: ["supplier_siren", "buyer_siren", "year", "awarded_next_year"],
  name: "Titulaires retrouvés l’année suivante",
  question: "Quelle part des titulaires d’une année reçoit encore un marché du même acheteur l’année suivante ?",
  formula:
    "Nombre de titulaires (SIREN) d’un acheteur une année donnée qui reçoivent au moins une attribution de lui l’année civile suivante, divisé par le nombre de titulaires de cette année. Un titulaire compte une fois par acheteur et par année. L’année suivante doit être publiée en entier, sans trou.",
  reference:
    "Part de titulaires communs, |S(t) ∩ S(t+1)| ÷ |S(t)| ; complément des indicateurs U027 à U032 de l’Open Contracting Partnership.",
  limits: [
    "Un marché de quatre ans n’est pas attribué de nouveau l’année suivante : un titulaire toujours actif peut ne pas être retrouvé.",
    "Les marchés sous le seuil de publication ne se voient pas.",
    "Les derniers mois d’une année récente sont publiés avec retard : la part peut être trop basse."
  ],
  excludes: {
    unknown: "titulaire sans SIREN réparable",
    undated: "attribution sans date",
    censored: "année suivante non publiée en entier"
  },
  leaveOut: ({supplier_siren, year, awarded_next_year}) => {
    if (supplier_siren === null) return "unknown";
    if (year === null) return "undated";
    return awarded_next_year === null ? "censored" : null;
  },
  example: {
    rows: [
      {supplier_siren: "000000018", buyer_siren: "217500016", year: 2024, awarded_next_year: true},
      {supplier_siren: "000000018", buyer_siren: "217500016", year: 2024, awarded_next_year: true},
      {supplier_siren: "000000026", buyer_siren: "217500016", year: 2024, awarded_next_year: false},
      {supplier_siren: "000000018", buyer_siren: "217500016", year: 2025, awarded_next_year: null}
    ],
    value: 0.5
  },
  compute: (rows) => {
    const keys = (some: typeof rows) =>
      new Set(some.map(({buyer_siren, year, supplier_siren}) => `${buyer_siren} ${year} ${supplier_siren}`));
    return retention(keys(rows), keys(rows.filter(({awarded_next_year}) => awarded_next_year)));
  }
});
