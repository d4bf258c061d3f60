import type {Row} from "./schema.js";

/** Why an award says nothing of a field, in the words shown to the reader. */
export const noAnswer = {
  "not-asked": "source dont le format ne demande pas ce champ",
  unanswered: "champ laissé vide, ou illisible",
  default: "plateforme qui met partout la même valeur : ce n’est pas une réponse"
} as const;

/** Columns that tell whether an answer is one. */
export type AnswerColumns = Pick<Row<"award">, "dialect" | "default_fields">;

/** The format of 2019 and city lists do not ask the fields of the orders of 2022. */
const askingNothing: readonly (string | null)[] = ["v1", "city-list"];

/**
 * Why an award does not answer a field that the orders of 22 December 2022 brought; null when it answers.
 *
 * A platform that puts one value nearly everywhere answers nowhere: to keep only its few other values would make a rarity
 * of the default the rule of the rest.
 *
 * @param field Name of the field in `completeness`.
 * @param value What the award declares.
 */
export function whyNoAnswer(
  field: string,
  value: unknown,
  {dialect, default_fields}: AnswerColumns
): keyof typeof noAnswer | null {
  if (value === null) return askingNothing.includes(dialect) ? "not-asked" : "unanswered";
  return isDefaultField(field, default_fields) ? "default" : null;
}

/** Whether a platform fills the field with one value nearly everywhere. */
export function isDefaultField(field: string, defaultFields: string | null): boolean {
  return defaultFields !== null && defaultFields.split("; ").includes(field);
}

/** Whether a list of canonical labels, joined by "; ", holds one of them. */
export function hasLabel(labels: string | null, label: string): boolean {
  return labels !== null && labels.split("; ").includes(label);
}
