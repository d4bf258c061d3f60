import {isLookBackObserved, type LookBack} from "./metrics/renewal.js";

const origin =
  "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME.";

/** What indicators on the amount of each supplier have in common; spread it into them. */
export const supplierAmounts = {
  domain: "marches",
  needs: "award_supplier",
  columns: ["supplier_siren", "amount_eur"],
  origin,
  excludes: {
    unknown: "titulaire sans SIREN réparable",
    amount: "montant absent ou de remplissage"
  },
  leaveOut: ({supplier_siren, amount_eur}: {supplier_siren: string | null; amount_eur: number | null}) =>
    amount_eur === null ? "amount" : supplier_siren === null ? "unknown" : null
} as const;

/** What such an indicator cannot say, whatever its formula. */
export const amountLimits: readonly string[] = [
  "Le plafond d’un accord-cadre n’est pas ce que chaque titulaire recevra ; une attribution à plusieurs titulaires est répartie à parts égales, faute de mieux.",
  "Deux sociétés d’un même groupe comptent pour deux titulaires."
];

/** What indicators on new suppliers have in common; spread it into them. */
export const renewedSuppliers = {
  domain: "marches",
  needs: "award_supplier",
  unit: "ratio",
  origin,
  excludes: {
    unknown: "titulaire sans SIREN réparable",
    undated: "attribution sans date",
    censored: "moins de trois années civiles publiées sans trou avant celle de l’attribution"
  },
  leaveOut: (row: LookBack & {supplier_siren: string | null}) => {
    if (row.supplier_siren === null) return "unknown";
    if (row.year === null) return "undated";
    return isLookBackObserved(row) ? null : "censored";
  }
} as const;

/** What such an indicator cannot say, whatever its formula. */
export const renewalLimits: readonly string[] = [
  "Nouveau veut dire : aucune attribution publiée par le même acheteur dans les trois années civiles d’avant. Un marché sous le seuil de publication ne se voit pas.",
  "Le seuil et le format de publication ont changé (arrêtés de 2019 et de 2022) : des marchés d’avant peuvent manquer, et la part de nouveaux est alors trop haute.",
  "Une entreprise qui change de SIREN (fusion, rachat) passe pour nouvelle ; un sous-traitant devenu titulaire aussi."
];
