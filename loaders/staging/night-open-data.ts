import {checkKeys, count, damaged, text, type CsvFile} from "./csv.js";

/** Columns of the City's aggregate data set, named when it is downloaded: see its card. */
export const nightOpenDataColumns = ["edition_jeu_ouvert", "personnes_jeu_ouvert"];

/** Columns of the staged table. */
export const nightOpenDataTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  edition: "INTEGER",
  people_count: "INTEGER"
};

/**
 * Counts of the City's open data set, one row per edition.
 *
 * @throws {Error} On a year or a date that is not one, a count that is not a whole number, or an edition met twice.
 */
export function stageNightOpenData(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const year = text(file, row, "edition_jeu_ouvert");
    if (!/^20\d\d(-\d\d-\d\d.*)?$/.test(year))
      throw damaged(file, row.line, "une année ou une date dans « edition_jeu_ouvert »", year);
    return {
      source_id: file.sourceId,
      line: row.line,
      record_number: row.number,
      edition: Number(year.slice(0, 4)),
      people_count: count(file, row, "personnes_jeu_ouvert")
    };
  });
  checkKeys(file, rows, ({edition}) => String(edition));
  return rows;
}

/** Columns of `jeux_open_data.csv`: which open data sets exist, and which of them are left alone. */
export const openDataListColumns =
  "identifiant,portail,titre,editeur,licence,volume,champs,derniere_mise_a_jour_vue,url,usage_recommande,note,vu_dans".split(
    ","
  );

/** Columns of the staged table. */
export const openDataListTable = {source_id: "VARCHAR", record_number: "INTEGER", dataset: "VARCHAR"};

/**
 * Open data sets about people sleeping rough, one row per line: a list for whoever adds a source; nothing of it is
 * published.
 *
 * @throws {Error} On an identifier that is missing or met twice.
 */
export function stageOpenDataList(file: CsvFile) {
  const rows = file.rows.map((row) => ({
    source_id: file.sourceId,
    line: row.line,
    record_number: row.number,
    dataset: text(file, row, "identifiant")
  }));
  checkKeys(file, rows, ({dataset}) => dataset);
  return rows;
}
