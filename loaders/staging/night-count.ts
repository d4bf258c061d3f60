import {
  checkKeys,
  count,
  damaged,
  day,
  integer,
  maybeInteger,
  maybeText,
  oneOf,
  sourceUrl,
  text,
  type CsvFile
} from "./csv.js";

/** Our word for each perimeter of the reference tables. */
export const perimeters: Readonly<Record<string, string>> = {
  "Paris intra-muros": "paris",
  "Métropole du Grand Paris hors Paris (communes volontaires)": "metropole",
  "Paris + communes volontaires du Grand Paris": "paris et metropole"
};

/** How far a figure went when it was printed. */
export const statuses = ["definitif", "provisoire", "presse"];

/** Columns of `nuit_solidarite_totaux.csv`. */
export const nightCountColumns = (
  "edition,numero_edition,date_nuit,perimetre,statut,total_personnes,nb_equipes,nb_secteurs,nb_volontaires," +
  "nb_professionnels,nb_participants_total,nb_communes_hors_paris,nb_associations,personnes_hebergees," +
  "places_hebergement,places_regulees_siao_ofii,temperature_c,verification,source_url,sources_autres,source_quote_fr,note"
).split(",");

/** Columns of the staged table. */
export const nightCountTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  edition: "INTEGER",
  night_on: "DATE",
  perimeter: "VARCHAR",
  status: "VARCHAR",
  people_count: "INTEGER",
  commune_count: "INTEGER",
  verification: "VARCHAR",
  source_url: "VARCHAR"
};

/**
 * Counts of people met, one row per edition, perimeter and status.
 *
 * @throws {Error} On a cell of another kind, an unknown perimeter or status, a key met twice, or a printed sum of Paris
 * and the communes that no pair of their published counts gives.
 */
export function stageNightCounts(file: CsvFile) {
  const rows = file.rows.map((row) => ({
    source_id: file.sourceId,
    line: row.line,
    record_number: row.number,
    edition: integer(file, row, "edition"),
    night_on: day(file, row, "date_nuit"),
    perimeter: perimeters[oneOf(file, row, "perimetre", Object.keys(perimeters))] as string,
    status: oneOf(file, row, "statut", statuses),
    people_count: count(file, row, "total_personnes"),
    commune_count: maybeInteger(file, row, "nb_communes_hors_paris"),
    verification: maybeText(row, "verification"),
    source_url: sourceUrl(file, row)
  }));
  checkKeys(file, rows, (row) => `${row.edition}, ${row.perimeter}, ${row.status}`);
  for (const row of rows) {
    if (!row.night_on.startsWith(`${row.edition}-`))
      throw damaged(file, row.line, `une nuit de ${row.edition} dans « date_nuit »`, row.night_on);
    if (row.perimeter !== "paris et metropole") continue;
    const counts = (perimeter: string) =>
      rows.filter((other) => other.edition === row.edition && other.perimeter === perimeter).map((r) => r.people_count);
    const sums = counts("paris").flatMap((paris) => counts("metropole").map((communes) => paris + communes));
    if (!sums.includes(row.people_count))
      throw damaged(
        file,
        row.line,
        `la somme de Paris et des communes (${sums.join(" ou ")})`,
        String(row.people_count)
      );
  }
  return rows;
}

/** Columns of `ruptures.csv`: why an edition does not compare with the one before. */
export const nightBreakColumns = ["edition", "perimetre", "rupture", "resume", "source"];

/** Columns of the staged table. */
export const nightBreakTable = {
  source_id: "VARCHAR",
  edition: "INTEGER",
  perimeter: "VARCHAR",
  break_before: "VARCHAR",
  break_words: "VARCHAR"
};

/** Breaks of the series, one row per edition and perimeter. */
export function stageNightBreaks(file: CsvFile) {
  const rows = file.rows.map((row) => ({
    source_id: file.sourceId,
    line: row.line,
    edition: integer(file, row, "edition"),
    perimeter: oneOf(file, row, "perimetre", ["paris", "metropole"]),
    break_before: text(file, row, "rupture"),
    break_words: text(file, row, "resume")
  }));
  checkKeys(file, rows, (row) => `${row.edition}, ${row.perimeter}`);
  return rows;
}

/** A staged count of people met. */
export type StagedNight = ReturnType<typeof stageNightCounts>[number];
