import type {Indicator} from "./indicator.js";
import {shareWith} from "./metrics/parts.js";
import {maybeHas, type Link, type Trait, type TraitColumn} from "./traits.js";

/** The parts that every share of suppliers with a trait has in common. */
type SharePart<K extends keyof Link> = Pick<
  Indicator<"award_supplier", K>,
  "domain" | "unit" | "needs" | "columns" | "origin" | "reference" | "limits" | "excludes" | "leaveOut" | "compute"
>;

const common = {
  domain: "marches",
  unit: "ratio",
  needs: "award_supplier",
  origin:
    "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME."
} as const;

/** Share of awards whose supplier has a trait; an award to n suppliers gives 1/n to each. */
export function shareOfAwards<K extends TraitColumn>(wanted: Trait<K>): SharePart<K | "share"> {
  return {
    ...common,
    columns: [wanted.column, "share"],
    reference: wanted.reference,
    limits: [...wanted.limits, "Un petit marché compte autant qu’un grand : lisez aussi la part en euros."],
    excludes: {unknown: wanted.unknown},
    leaveOut: (row) => (row[wanted.column] === null ? "unknown" : null),
    compute: (rows) =>
      shareWith(
        rows.map((row) => ({has: maybeHas(wanted, row) === true, weight: row.share})),
        "awards"
      )
  };
}

/**
 * Share of the euros that go to suppliers with a trait.
 *
 * @param counted `firm`: amounts that are promised; `ceilings`: the most that framework agreements may reach. They are
 * never added together.
 */
export function shareOfEuros<K extends TraitColumn>(
  wanted: Trait<K>,
  counted: "firm" | "ceilings"
): SharePart<K | "amount_eur" | "is_framework"> {
  return {
    ...common,
    columns: [wanted.column, "amount_eur", "is_framework"],
    reference: wanted.reference,
    limits: [
      ...wanted.limits,
      counted === "firm"
        ? "Quelques grands contrats font cette part : son intervalle est large."
        : "Un plafond n’est pas une dépense, et son partage réel entre les titulaires n’est pas publié."
    ],
    excludes: {
      ...(counted === "firm"
        ? {framework: "plafond d’accord-cadre, compté à part"}
        : {firm: "montant ferme, compté à part"}),
      amount: "montant absent ou de remplissage",
      unknown: wanted.unknown
    },
    leaveOut: (row) => {
      if (row.is_framework !== (counted === "ceilings")) return counted === "firm" ? "framework" : "firm";
      if (row.amount_eur === null) return "amount";
      return row[wanted.column] === null ? "unknown" : null;
    },
    compute: (rows) =>
      shareWith(
        rows.map((row) => ({has: maybeHas(wanted, row) === true, weight: row.amount_eur ?? 0})),
        "euros"
      )
  };
}
