import type {Row} from "../lib/schema.js";

/** One edition of the Nuit de la Solidarité in one perimeter, as figures show it. */
export interface Edition {
  edition: number;
  nightOn: string;
  people: number;
  isProvisional: boolean;
  /** Null when no first result is known. */
  firstAnnounced: number | null;
  communes: number | null;
  /** Why it does not compare with the edition before; null when it does. */
  breakBefore: string | null;
  breakWords: string | null;
  verification: string | null;
  source: string;
}

/** The editions of a perimeter, one per year in order, with the count to publish for each. */
export function editionsOf(rows: readonly Row<"night_count">[], perimeter: "paris" | "metropole"): Edition[] {
  const own = rows.filter((row) => row.perimeter === perimeter);
  const first = new Map(
    own.filter(({status}) => status === "provisoire").map(({edition, people_count}) => [edition, people_count])
  );
  return own
    .filter(({is_headline}) => is_headline)
    .map((row) => ({
      edition: row.edition,
      nightOn: row.night_on,
      people: row.people_count,
      isProvisional: row.status !== "definitif",
      firstAnnounced: first.get(row.edition) ?? null,
      communes: row.commune_count,
      breakBefore: row.break_before,
      breakWords: row.break_words,
      verification: row.verification,
      source: row.source_url
    }))
    .toSorted((a, b) => a.edition - b.edition);
}
