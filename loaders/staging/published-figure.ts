import {publishedNightFigures} from "../../src/lib/disclosure.js";
import {checkKeys, damaged, day, decimal, integer, oneOf, sourceUrl, text, type CsvFile, type CsvRow} from "./csv.js";
import {perimeters, statuses, type StagedNight} from "./night-count.js";

const precisions = ["exact", "environ", "pres_de", "plus_de"];

/** Columns of `nuit_solidarite_totaux_figures.csv`. */
export const nightFigureColumns =
  "edition,date_nuit,perimetre,indicateur,valeur,precision,statut,source_url,source_url_2,source_quote_fr,note".split(
    ","
  );

/** Columns of `hebergement.csv`. */
export const shelterColumns =
  "annee,date,categorie,valeur,precision,champ,statut,source_url,source_url_2,source_quote_fr,note".split(",");

/** Columns of `fabrique_solidarite.csv`. */
export const fabriqueColumns =
  "annee,date_ou_periode,indicateur,valeur,precision,statut,source_url,source_url_2,source_quote_fr,note".split(",");

const common = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  value: "DOUBLE",
  precision: "VARCHAR",
  status: "VARCHAR",
  source_url: "VARCHAR"
};

/** Columns of the staged tables. */
export const nightFigureTable = {
  ...common,
  edition: "INTEGER",
  perimeter: "VARCHAR",
  indicator: "VARCHAR",
  is_published: "BOOLEAN"
};
export const shelterTable = {...common, year: "INTEGER", period: "VARCHAR", category: "VARCHAR", scope: "VARCHAR"};
export const fabriqueTable = {...common, year: "INTEGER", period: "VARCHAR", indicator: "VARCHAR"};

/**
 * Published figures on the organisation of a night, one row per line; only those of the closed list are published. The
 * totals that the file repeats must be those of the table of totals.
 *
 * @throws {Error} On a cell of another kind, a key met twice, or a total that the other table does not have.
 */
export function stageNightFigures(file: CsvFile, nights: readonly StagedNight[]) {
  const rows = file.rows.map((row) => ({
    ...figure(file, row),
    edition: integer(file, row, "edition"),
    night_on: day(file, row, "date_nuit"),
    perimeter: perimeters[oneOf(file, row, "perimetre", Object.keys(perimeters))] as string,
    indicator: text(file, row, "indicateur"),
    is_published: publishedNightFigures.includes(text(file, row, "indicateur"))
  }));
  checkKeys(file, rows, ({edition, perimeter, indicator, status, value}) =>
    [edition, perimeter, indicator, status, value].join(", ")
  );
  for (const {line, edition, perimeter, indicator, status, value} of rows) {
    const night = nights.find((one) => one.edition === edition && one.perimeter === perimeter && one.status === status);
    if (indicator === "total_personnes" && night && night.people_count !== value)
      throw damaged(file, line, `le total de la table des totaux, ${night.people_count}`, String(value));
  }
  return rows;
}

/**
 * Places and people in shelter, one row per line: each with its own scope.
 *
 * @throws {Error} On a cell of another kind or a key met twice.
 */
export function stageShelter(file: CsvFile) {
  const rows = file.rows.map((row) => ({
    ...figure(file, row),
    year: integer(file, row, "annee"),
    period: day(file, row, "date", "year"),
    category: text(file, row, "categorie"),
    scope: text(file, row, "champ")
  }));
  checkKeys(file, rows, ({period, category, scope, status}) => [period, category, scope, status].join(", "));
  checkYears(file, rows);
  return rows;
}

/**
 * Figures of the Fabrique de la solidarité, one row per line.
 *
 * @throws {Error} On a cell of another kind or a key met twice.
 */
export function stageFabrique(file: CsvFile) {
  const rows = file.rows.map((row) => ({
    ...figure(file, row),
    year: integer(file, row, "annee"),
    period: day(file, row, "date_ou_periode", "year"),
    indicator: text(file, row, "indicateur")
  }));
  checkKeys(file, rows, ({period, indicator, value}) => [period, indicator, value].join(", "));
  checkYears(file, rows);
  return rows;
}

function figure(file: CsvFile, row: CsvRow) {
  const value = decimal(file, row, "valeur");
  if (value < 0) throw damaged(file, row.line, "un nombre positif ou nul dans « valeur »", String(value));
  return {
    source_id: file.sourceId,
    line: row.line,
    record_number: row.number,
    value,
    precision: oneOf(file, row, "precision", precisions),
    status: oneOf(file, row, "statut", statuses),
    source_url: sourceUrl(file, row)
  };
}

function checkYears(file: CsvFile, rows: readonly {line: number; year: number; period: string}[]): void {
  for (const {line, year, period} of rows)
    if (!period.startsWith(String(year))) throw damaged(file, line, `une date de ${year}`, period);
}
