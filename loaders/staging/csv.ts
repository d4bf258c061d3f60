import {readFileSync} from "node:fs";

/** One row of a reference table. */
export interface CsvRow {
  /** Line of the file on which it starts; the header is line 1. */
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
  const [header, ...lines] = parseCsv(new TextDecoder("utf-8", {fatal: true}).decode(readFileSync(path)));
  const names = header?.cells ?? [];
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((column, i) => !columns.includes(column) || names.indexOf(column) !== i);
  if (missing.length > 0) throw damaged({name}, 1, `une colonne « ${missing.join(" », « ")} »`, names.join(","));
  if (unknown.length > 0) throw damaged({name}, 1, `les seules colonnes ${columns.join(", ")}`, unknown.join(", "));
  const rows = lines.map(({line, cells}, i) => {
    if (cells.length !== names.length)
      throw damaged({name}, line, `${names.length} cellules`, `${cells.length} cellules`);
    const named = names.map((column, j) => [column, (cells[j] as string).trim()]);
    return {line, number: i + 1, cells: Object.fromEntries(named)};
  });
  return {name, sourceId, rows};
}

/**
 * Splits RFC 4180 text into lines of cells. Line breaks inside quotes belong to the cell; empty lines are left out; a
 * byte order mark is dropped.
 *
 * @returns Each record with the number of the line on which it starts.
 */
export function parseCsv(text: string): {line: number; cells: string[]}[] {
  const records: {line: number; cells: string[]}[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let start = 1;
  const endRecord = () => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== "") records.push({line: start, cells});
    cells = [];
    cell = "";
  };
  for (let i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === "\n") line++;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i];
      else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") {
      endRecord();
      start = line;
    } else if (char !== "\r") cell += char;
  }
  endRecord();
  return records;
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
