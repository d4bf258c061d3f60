import {publishedQuestions, roundedQuestions, smallestShown} from "../../src/lib/disclosure.js";
import {
  checkKeys,
  damaged,
  integer,
  maybeDecimal,
  maybeInteger,
  maybeShare,
  maybeText,
  oneOf,
  sourceUrl,
  text,
  type CsvFile
} from "./csv.js";
import {perimeters, statuses, type StagedNight} from "./night-count.js";

/** Columns of `nuit_solidarite_profils.csv`. */
export const nightProfileColumns = (
  "edition,perimetre,indicateur,modalite,part_pct,effectif,valeur_autre,unite,base,statut,verification,source_url," +
  "source_url_2,source_quote_fr,note"
).split(",");

/** Columns of the staged table. */
export const nightProfileTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  edition: "INTEGER",
  perimeter: "VARCHAR",
  indicator: "VARCHAR",
  category: "VARCHAR",
  part_share: "DOUBLE",
  people_count: "INTEGER",
  mean_years: "DOUBLE",
  base: "VARCHAR",
  status: "VARCHAR",
  is_published: "BOOLEAN",
  is_small: "BOOLEAN",
  verification: "VARCHAR",
  source_url: "VARCHAR"
};

/** The column that a unit fills. */
const columnOfUnit: Readonly<Record<string, string>> = {"%": "part_pct", personnes: "effectif", ans: "valeur_autre"};

/**
 * What is known of the people met, one row per line. Questions outside of the closed list are staged and never
 * published; so are answers of fewer than eleven people, printed or implied by a share of everybody counted.
 *
 * @param nights Staged counts of people met.
 * @throws {Error} On a cell of another kind, an unknown perimeter, unit or status, a value that does not stand in the
 * column of its unit, or a key met twice.
 */
export function stageNightProfiles(file: CsvFile, nights: readonly StagedNight[]) {
  const rows = file.rows.map((row) => {
    const unit = oneOf(file, row, "unite", Object.keys(columnOfUnit));
    const column = columnOfUnit[unit] as string;
    if (row.cells[column] === "") throw damaged(file, row.line, `une valeur en ${unit} dans « ${column} »`, "");
    const edition = integer(file, row, "edition");
    const perimeter = perimeters[oneOf(file, row, "perimetre", Object.keys(perimeters))] as string;
    const indicator = text(file, row, "indicateur");
    const base = text(file, row, "base");
    const share = maybeShare(file, row, "part_pct");
    const people = maybeInteger(file, row, "effectif");
    const met = nights.find((night) => night.edition === edition && night.perimeter === perimeter)?.people_count;
    const implied = share !== null && met !== undefined && base.startsWith("personnes décomptées") ? share * met : null;
    const is_small = (people ?? smallestShown) < smallestShown || (implied ?? smallestShown) < smallestShown;
    return {
      source_id: file.sourceId,
      line: row.line,
      record_number: row.number,
      edition,
      perimeter,
      indicator,
      category: text(file, row, "modalite"),
      part_share: share,
      people_count: people !== null && roundedQuestions.includes(indicator) ? Math.round(people / 10) * 10 : people,
      mean_years: maybeDecimal(file, row, "valeur_autre"),
      base,
      status: oneOf(file, row, "statut", statuses),
      is_published: publishedQuestions.includes(indicator) && !is_small,
      is_small,
      verification: maybeText(row, "verification"),
      source_url: sourceUrl(file, row)
    };
  });
  for (const row of rows)
    if ((row.people_count ?? 0) < 0)
      throw damaged(file, row.line, "un nombre positif ou nul dans « effectif »", String(row.people_count));
  checkKeys(file, rows, ({edition, perimeter, indicator, category, status}) =>
    [edition, perimeter, indicator, category, status].join(", ")
  );
  return rows;
}
