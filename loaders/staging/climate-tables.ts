import {isPublished, statuses} from "./climate.js";
import {
  checkKeys,
  damaged,
  decimal,
  integer,
  maybeInteger,
  maybeText,
  oneOf,
  text,
  type CsvFile,
  type CsvRow
} from "./csv.js";

const tail = ["statut", "note", "source_id", "source_url"];

/** Columns that every staged table of this file ends with. */
const common = {
  status: "VARCHAR",
  is_published: "BOOLEAN",
  note: "VARCHAR",
  source_url: "VARCHAR"
};

/** Where a row stands, what its status is and where it was read; a row without source stops the build. */
function commonOf(file: CsvFile, row: CsvRow) {
  text(file, row, "source_id");
  const status = oneOf(file, row, "statut", statuses);
  return {
    source_id: file.sourceId,
    line: row.line,
    record_number: row.number,
    status,
    is_published: isPublished(status),
    note: maybeText(row, "note"),
    source_url: text(file, row, "source_url")
  };
}

/** A value that its unit allows: no share of more than 100 %, and only a change may be negative. */
function valueOf(file: CsvFile, row: CsvRow, isChange: boolean, column = "valeur"): number {
  const value = decimal(file, row, column);
  const unit = text(file, row, "unite");
  if (isChange) return value;
  if (value < 0) throw damaged(file, row.line, "une valeur de zéro ou plus", String(value));
  if (unit.startsWith("%") && value > 100) throw damaged(file, row.line, "un pourcentage d’au plus 100", String(value));
  return value;
}

/** A period whose end does not come before its start. */
function checkPeriod(file: CsvFile, line: number, from: number | null, to: number | null): void {
  if (from !== null && to !== null && to < from)
    throw damaged(file, line, `une fin de période à partir de ${from}`, String(to));
}

/**
 * Data sets of indicator series with the column that details them, if they have one. A data set without such a column
 * mixes domains; what a row is about is then said by its indicator alone.
 */
const details: Readonly<Record<string, string | null>> = {
  "climat-energie": "secteur",
  "climat-mobilite": "mode",
  "climat-air": "polluant",
  "climat-series": null
};

/** Columns of a data set of indicator series. */
export function seriesColumns(dataset: string): string[] {
  const detail = details[dataset];
  return ["annee_debut", "annee", "indicateur", ...(detail ? [detail] : []), "perimetre", "valeur", "unite", ...tail];
}

/** The data sets of indicator series. */
export const seriesDatasets = Object.keys(details);

/** Columns of the staged table. */
export const seriesTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  indicator: "VARCHAR",
  detail: "VARCHAR",
  perimeter: "VARCHAR",
  from_year: "INTEGER",
  year: "INTEGER",
  value: "DOUBLE",
  unit: "VARCHAR",
  ...common
};

/**
 * Values of the plan's other indicators, one row per line; `from_year` is set when the value is a change or a sum over
 * a period. Two sources of one figure are two rows.
 *
 * @throws {Error} On a cell of another kind, a period that ends before it starts, a share over 100 %, a negative value
 * that is no change, a published series in two units, or one source that gives a figure twice.
 */
export function stageSeries(file: CsvFile, dataset: string) {
  const detail = details[dataset];
  const rows = file.rows.map((row) => {
    const indicator = text(file, row, "indicateur");
    const [from_year, year] = [maybeInteger(file, row, "annee_debut"), maybeInteger(file, row, "annee")];
    checkPeriod(file, row.line, from_year, year);
    return {
      ...commonOf(file, row),
      indicator,
      detail: detail ? text(file, row, detail) : null,
      perimeter: text(file, row, "perimetre"),
      from_year,
      year,
      value: valueOf(file, row, indicator.startsWith("variation")),
      unit: text(file, row, "unite")
    };
  });
  const seriesOf = (row: (typeof rows)[number]) => [row.indicator, row.detail, row.perimeter].join(", ");
  const published = rows.filter((row) => row.is_published);
  const units = new Map<string, (typeof rows)[number]>();
  for (const row of published) {
    const first = units.get(seriesOf(row)) ?? row;
    if (first.unit !== row.unit)
      throw damaged(file, row.line, `l’unité « ${first.unit} », comme en ligne ${first.line}`, row.unit);
    units.set(seriesOf(row), first);
  }
  checkKeys(file, rows, (row) => [seriesOf(row), row.from_year, row.year, row.source_url].join(", "));
  return rows;
}

/** Columns of `budget_carbone.csv`. */
export const budgetColumns = ["periode_debut", "periode_fin", "perimetre", "indicateur", "valeur", "unite", ...tail];

/** Columns of the staged table. */
export const budgetTable = {
  source_id: "VARCHAR",
  indicator: "VARCHAR",
  perimeter: "VARCHAR",
  from_year: "INTEGER",
  to_year: "INTEGER",
  value: "DOUBLE",
  unit: "VARCHAR",
  ...common
};

/**
 * Carbon budgets and what goes with them, one row per line.
 *
 * @throws {Error} On a cell of another kind, a period that ends before it starts, a negative amount, or a key met twice.
 */
export function stageBudgets(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const indicator = text(file, row, "indicateur");
    const [from_year, to_year] = [integer(file, row, "periode_debut"), integer(file, row, "periode_fin")];
    checkPeriod(file, row.line, from_year, to_year);
    const value = valueOf(file, row, indicator.startsWith("écart"));
    const [perimeter, unit] = [text(file, row, "perimetre"), text(file, row, "unite")];
    return {...commonOf(file, row), indicator, perimeter, from_year, to_year, value, unit};
  });
  checkKeys(file, rows, (row) => [row.indicator, row.perimeter, row.from_year, row.to_year].join(", "));
  return rows;
}

/** Columns of `mobilisation.csv`. */
export const mobilisationColumns = ["date", "annee", "dispositif", "indicateur", "valeur", "unite", ...tail];

/** Columns of the staged table. */
export const mobilisationTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  declared_date: "VARCHAR",
  year: "INTEGER",
  program: "VARCHAR",
  indicator: "VARCHAR",
  value: "DOUBLE",
  unit: "VARCHAR",
  ...common
};

/**
 * What is known of those who took part, one row per line. Two sources of one figure are two rows.
 *
 * @throws {Error} On a cell of another kind, a date that is none or not of its year, a share over 100 %, a negative
 * count, or one source that gives a figure twice.
 */
export function stageMobilisation(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const [declared_date, year] = [maybeText(row, "date"), maybeInteger(file, row, "annee")];
    if (declared_date !== null && !isDate(declared_date))
      throw damaged(file, row.line, "une date AAAA, AAAA-MM, AAAA-MM-JJ ou AAAA-AAAA dans « date »", declared_date);
    if (declared_date !== null && !declared_date.includes(String(year)))
      throw damaged(file, row.line, `une date de l’année ${year}`, declared_date);
    return {
      ...commonOf(file, row),
      declared_date,
      year,
      program: text(file, row, "dispositif"),
      indicator: text(file, row, "indicateur"),
      value: valueOf(file, row, false),
      unit: text(file, row, "unite")
    };
  });
  checkKeys(file, rows, (row) => [row.program, row.indicator, row.declared_date, row.source_url].join(", "));
  return rows;
}

/** A year, a month, a day that exists, or a span of two years in order. */
function isDate(date: string): boolean {
  const span = /^(\d{4})-(\d{4})$/.exec(date);
  if (span) return Number(span[1]) < Number(span[2]);
  const whole = /^\d{4}$/.test(date) ? `${date}-01-01` : /^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date;
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) && new Date(`${whole}T00:00:00Z`).toJSON()?.startsWith(whole) === true;
}

/** Columns of `actions_impact.csv`. */
export const climateActionColumns = ["secteur", "action", "reduction", "unite", "annee_debut", "annee_fin", ...tail];

/** Columns of the staged table. */
export const climateActionTable = {
  source_id: "VARCHAR",
  sector: "VARCHAR",
  action: "VARCHAR",
  from_year: "INTEGER",
  to_year: "INTEGER",
  reduction_mt: "DOUBLE",
  ...common
};

/**
 * Actions of the plan whose effect is printed, one row per line, with the printed total of them all.
 *
 * @throws {Error} On a cell of another kind or unit, a period that ends before it starts, a negative reduction, or an
 * action met twice.
 */
export function stageClimateActions(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const [from_year, to_year] = [integer(file, row, "annee_debut"), integer(file, row, "annee_fin")];
    checkPeriod(file, row.line, from_year, to_year);
    oneOf(file, row, "unite", ["MtCO2e"]);
    const reduction_mt = valueOf(file, row, false, "reduction");
    const [sector, action] = [text(file, row, "secteur"), text(file, row, "action")];
    return {...commonOf(file, row), sector, action, from_year, to_year, reduction_mt};
  });
  checkKeys(file, rows, (row) => row.action);
  return rows;
}

/** Columns of `equivalences.csv`. */
export const equivalenceColumns = "cle,libelle,categorie,valeur,unite,grandeur,millesime".split(",").concat(tail);

/** Columns of the staged table. */
export const equivalenceTable = {
  source_id: "VARCHAR",
  key: "VARCHAR",
  label: "VARCHAR",
  category: "VARCHAR",
  value: "DOUBLE",
  unit: "VARCHAR",
  quantity: "VARCHAR",
  vintage: "VARCHAR",
  ...common
};

/**
 * Factors that turn a quantity into an everyday one, one row per key.
 *
 * @throws {Error} On a cell of another kind, a factor that is not above zero, or a key met twice.
 */
export function stageEquivalences(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const value = decimal(file, row, "valeur");
    if (value <= 0) throw damaged(file, row.line, "un facteur plus grand que zéro", String(value));
    return {
      ...commonOf(file, row),
      key: text(file, row, "cle"),
      label: text(file, row, "libelle"),
      category: text(file, row, "categorie"),
      value,
      unit: text(file, row, "unite"),
      quantity: text(file, row, "grandeur"),
      vintage: text(file, row, "millesime")
    };
  });
  checkKeys(file, rows, (row) => row.key);
  return rows;
}
