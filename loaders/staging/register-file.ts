import {closeSync, openSync, readSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {literal, query} from "../duckdb.js";
import {damaged} from "./csv.js";

/** A register in the work folder: CSV, or Parquet when its path ends so. */
export interface RegisterFile {
  path: string;
  /** Name for error messages. */
  name: string;
  sourceId: string;
}

/** A register whose columns are known, as DuckDB reads it. */
export interface RegisterTable {
  columns: string[];
  /** Table function that gives its rows; a CSV's cells are texts. */
  rows: string;
}

/** Finds the columns of a register, and how to read its rows. */
export async function openRegister(db: DuckDBConnection, {path}: RegisterFile): Promise<RegisterTable> {
  if (path.endsWith(".parquet")) {
    const rows = `read_parquet(${literal(path)})`;
    const described = await query(db, `DESCRIBE SELECT * FROM ${rows}`);
    return {columns: described.map(({column_name}) => column_name as string), rows};
  }
  const {columns, separator} = headerOf(path);
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
  return {
    columns,
    rows: `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(separator)},
      quote = '"', escape = '"', strict_mode = true, columns = {${types}})`
  };
}

/** DuckDB's complaint about a file in our words: its line, or that it is no whole Parquet; any other error as it is. */
export function registerError(file: RegisterFile, cells: number, error: unknown): unknown {
  const message = error instanceof Error ? error.message : "";
  const line = /CSV Error on Line: ([0-9]+)/.exec(message)?.[1];
  if (line !== undefined) return damaged(file, Number(line), `${cells} cellules bien formées`, "une autre ligne");
  if (!file.path.endsWith(".parquet") || message.startsWith(file.name)) return error;
  return new Error(`${file.name} : attendu un fichier Parquet entier, trouvé : ${message}`, {cause: error});
}

function headerOf(path: string): {columns: string[]; separator: string} {
  const file = openSync(path, "r");
  try {
    const head = new Uint8Array(64 * 1024);
    const text = new TextDecoder().decode(head.subarray(0, readSync(file, head)));
    const line = text.slice(0, text.search(/[\r\n]|$/));
    const separator = [",", ";", "\t", "|"].sort((a, b) => line.split(b).length - line.split(a).length)[0] as string;
    return {columns: line.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, "$1")), separator};
  } finally {
    closeSync(file);
  }
}
