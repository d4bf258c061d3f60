import {existsSync, readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import type {Report} from "../lib/report.js";
import {rowsOf} from "../lib/rows.js";
import type {Row, TableName} from "../lib/schema.js";

const folder = "data/build";

/** The report of the last data build; null when there is none. */
export function lastReport(): Report | null {
  const path = `${folder}/report.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/**
 * The rows of a published table in the last data build; null when there is none.
 *
 * @param columns The columns to read; all of them when absent.
 */
export function lastRows<T extends TableName>(name: T, columns?: readonly string[]): Row<T>[] | null {
  const path = `${folder}/marts/${name}.arrow`;
  return existsSync(path) ? rowsOf(name, tableFromIPC(readFileSync(path)), columns as (keyof Row<T> & string)[]) : null;
}
