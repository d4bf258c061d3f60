import {addMonths, daysBetween} from "./dates.js";
import type {Row} from "./schema.js";

/** Columns that an indicator of the delay of publication reads. */
export const publicationColumns = ["notified_on", "first_published_on", "is_publication_closed"] as const;

type Published = Pick<Row<"award">, (typeof publicationColumns)[number]>;

/** Why an award is left out of an indicator of the delay of publication. */
export const publicationExcludes = {
  undated: "date de notification ou de publication inconnue",
  recent: "notifiée moins de six mois avant la dernière publication lue : un retard ne se verrait pas encore",
  before: "publiée avant d’être notifiée : l’une des deux dates est fausse"
};

/** The key of {@link publicationExcludes} that leaves an award out; null when its delay counts. */
export function whyNoDelay({
  notified_on,
  first_published_on,
  is_publication_closed
}: Published): keyof typeof publicationExcludes | null {
  if (notified_on === null || first_published_on === null) return "undated";
  if (!is_publication_closed) return "recent";
  return first_published_on < notified_on ? "before" : null;
}

/** Days from notification to first publication; null when one of the dates is unknown. */
export function publicationDays({
  notified_on,
  first_published_on
}: Omit<Published, "is_publication_closed">): number | null {
  return notified_on === null || first_published_on === null ? null : daysBetween(notified_on, first_published_on);
}

/** Whether the first publication came more than two months of the calendar after the notification. */
export function isLate({notified_on, first_published_on}: Omit<Published, "is_publication_closed">): boolean {
  return notified_on !== null && first_published_on !== null && first_published_on > addMonths(notified_on, 2);
}

/** What every indicator of the delay cannot say. */
export const publicationLimits = [
  "Un marché jamais publié n’est dans aucun compte : le vrai retard ne peut être que plus grand.",
  "La date est celle que le fichier déclare, non celle où le fichier est paru.",
  "La dernière publication lue ferme les cohortes : le résultat dépend des fichiers donnés."
];
