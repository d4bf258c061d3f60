import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";

/** One row of a reference table. */
export interface CsvRow {
  /** Line of the file on which it ends; the header is line 1. */
  line: number;
  /** Rank among the rows, from 1. */
  number: number;
  /** Cells by column name, without surrounding spaces. */
  cells: Record<string, string>;
}

/** A reference table that has been read strictly. */
export interface CsvFile {
  /** Name for error messages. */
  name: string;
  sourceId: string;
  rows: CsvRow[];
}

/** The error of a damaged reference table: it stops the build and names the line. */
export function damaged(file: {name: string}, line: number, expected: string, found: string): Error {
  return new Error(`${file.name}, ligne ${line} : attendu ${expected}, trouvé « ${found} ». Corrigez le fichier.`);
}

/**
 * Reads a reference table: UTF-8, commas, double quotes, one header line with exactly these columns in any order.
 *
 * @throws {Error} When a column is missing or unknown, or a line has another number of cells.
 */
export function readCsv(path: string, name: string, sourceId: string, columns: readonly string[]): CsvFile {
  const [header, ...records] = readRecords(path, name);
  const names = header?.record ?? [];
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((column, i) => !columns.includes(column) || names.indexOf(column) !== i);
  if (missing.length > 0) throw damaged({name}, 1, `une colonne « ${missing.join(" », « ")} »`, names.join(","));
  if (unknown.length > 0) throw damaged({name}, 1, `les seules colonnes ${columns.join(", ")}`, unknown.join(", "));
  const rows = records.map(({record, info}, i) => {
    // csv-parse counts the lines that it has read; a record without line breaks ends on its own line.
    const line = info.lines;
    if (record.length !== names.length)
      throw damaged({name}, line, `${names.length} cellules`, `${record.length} cellules`);
    return {line, number: i + 1, cells: Object.fromEntries(names.map((column, j) => [column, record[j] as string]))};
  });
  return {name, sourceId, rows};
}

function readRecords(path: string, name: string): {record: string[]; info: {lines: number}}[] {
  try {
    const text = new TextDecoder("utf-8", {fatal: true}).decode(readFileSync(path));
    const options = {info: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true};
    // The types of csv-parse do not follow its `info` option.
    return parse(text, options) as unknown as {record: string[]; info: {lines: number}}[];
  } catch (error) {
    throw new Error(`${name} : attendu un tableau CSV en UTF-8, virgules et guillemets doubles. ${String(error)}`, {
      cause: error
    });
  }
}

/** An integer cell; null when empty. */
export function maybeInteger(file: CsvFile, row: CsvRow, column: string): number | null {
  const text = row.cells[column] as string;
  if (text === "") return null;
  if (!/^-?[0-9]+$/.test(text)) throw damaged(file, row.line, `un nombre entier dans « ${column} »`, text);
  return Number(text);
}

/** An integer cell that must be there. */
export function integer(file: CsvFile, row: CsvRow, column: string): number {
  const value = maybeInteger(file, row, column);
  if (value === null) throw damaged(file, row.line, `un nombre entier dans « ${column} »`, "");
  return value;
}

/** A decimal cell; null when empty. */
export function maybeDecimal(file: CsvFile, row: CsvRow, column: string): number | null {
  const text = row.cells[column] as string;
  if (text === "") return null;
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text)) throw damaged(file, row.line, `un nombre décimal dans « ${column} »`, text);
  return Number(text);
}

/** A decimal cell that must be there. */
export function decimal(file: CsvFile, row: CsvRow, column: string): number {
  const value = maybeDecimal(file, row, column);
  if (value === null) throw damaged(file, row.line, `un nombre décimal dans « ${column} »`, "");
  return value;
}

/** A cell that must hold one of these words. */
export function oneOf(file: CsvFile, row: CsvRow, column: string, words: readonly string[]): string {
  const text = row.cells[column] as string;
  if (!words.includes(text)) throw damaged(file, row.line, `« ${column} » parmi ${words.join(", ")}`, text);
  return text;
}

/** A text cell; null when empty. */
export function maybeText(row: CsvRow, column: string): string | null {
  return row.cells[column] || null;
}

/** A text cell that must be there. */
export function text(file: CsvFile, row: CsvRow, column: string): string {
  const value = maybeText(row, column);
  if (value === null) throw damaged(file, row.line, `un texte dans « ${column} »`, "");
  return value;
}

/** An integer cell that must be there and count something: 0 or more. */
export function count(file: CsvFile, row: CsvRow, column: string): number {
  const value = integer(file, row, column);
  if (value < 0) throw damaged(file, row.line, `un nombre positif ou nul dans « ${column} »`, String(value));
  return value;
}

/** A percentage cell as a ratio; null when empty. Between 1 and 100: 0.14 would be a ratio, 140 is no share. */
export function maybeShare(file: CsvFile, row: CsvRow, column: string): number | null {
  const value = maybeDecimal(file, row, column);
  if (value === null) return null;
  if (value < 1 || value > 100)
    throw damaged(file, row.line, `un pourcentage de 1 à 100 dans « ${column} »`, String(value));
  return value / 100;
}

/** The address of the page on which a figure was read: a figure without one is refused. */
export function sourceUrl(file: CsvFile, row: CsvRow): string {
  const url = row.cells.source_url ?? "";
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/.test(url))
    throw damaged(file, row.line, "l’adresse de la page lue dans « source_url » (pas de chiffre sans source)", url);
  return url;
}

/** A day written `YYYY-MM-DD`, or as short as `shortest` allows: `2018-02`, `2018`. The day must exist. */
export function day(file: CsvFile, row: CsvRow, column: string, shortest: "day" | "year" = "day"): string {
  const text = row.cells[column] ?? "";
  const whole = shortest === "day" ? text : `${text}-01-01`.slice(0, Math.max(10, text.length));
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(whole) && new Date(`${whole}T00:00:00Z`).toJSON()?.startsWith(whole);
  const expected = shortest === "day" ? "une date AAAA-MM-JJ" : "une date AAAA-MM-JJ, AAAA-MM ou AAAA";
  if (!exists) throw damaged(file, row.line, `${expected} dans « ${column} »`, text);
  return text;
}

/** Checks that no two rows have the same key. */
export function checkKeys<R extends {line: number}>(
  file: CsvFile,
  rows: readonly R[],
  keyOf: (row: R) => string
): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const earlier = lines.get(key);
    if (earlier !== undefined) throw damaged(file, row.line, "une clé par ligne", `${key}, déjà en ligne ${earlier}`);
    lines.set(key, row.line);
  }
}
