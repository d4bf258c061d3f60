import {noAnswer, whyNoAnswer, type AnswerColumns} from "./answers.js";
import type {Row} from "./schema.js";

/** Columns that an indicator of offers reads. */
export const offersColumns = ["kind", "offers_received", "dialect", "default_fields"] as const;

/** Why an award is left out of an indicator of offers. */
export const offersExcludes = {...noAnswer, zero: "zéro offre, alors que le marché est attribué"};

/** The key of {@link offersExcludes} that leaves an award out; null when it says how many offers it received. */
export function whyNoOffers(
  row: AnswerColumns & Pick<Row<"award">, "offers_received">
): keyof typeof offersExcludes | null {
  return row.offers_received === 0 ? "zero" : whyNoAnswer("offers_received", row.offers_received, row);
}

/** Whether a single offer came. */
export function isSingleBid({offers_received}: Pick<Row<"award">, "offers_received">): boolean {
  return offers_received === 1;
}

/** What every indicator of offers cannot say. */
export const offersLimits = [
  "Une offre reçue n’est pas une entreprise : un groupement en dépose une seule, et une entreprise peut en déposer pour plusieurs lots.",
  "Les offres irrégulières, inappropriées ou tardives sont comptées comme les autres.",
  "Le format de 2019 ne demandait pas ce nombre : il n’existe que depuis le 1er janvier 2024."
];
