import {tableFromIPC} from "npm:apache-arrow";
import type {Report} from "../lib/report.js";
import {rowsOf, type ArrowLike} from "../lib/rows.js";
import type {TableName, Tables} from "../lib/schema.js";

/** Reads the report of the data build that the site shows. `data` is `<site>/data/`. */
export async function readReport(data: URL): Promise<Report> {
  return (await get(new URL("report.json", data))).json();
}

/**
 * Reads published tables in the browser.
 *
 * @param data `<site>/data/`.
 * @param columnsOf The columns to read of a table; all when it gives none.
 * @throws {Error} When a file is not there.
 */
export async function readTables(
  names: readonly TableName[],
  data: URL,
  columnsOf?: (name: TableName) => readonly string[] | undefined
): Promise<Tables> {
  const entries = await Promise.all(
    names.map(async (name) => [name, rowsOf(name, await readArrow(name, data), columnsOf?.(name) as never)] as const)
  );
  return Object.fromEntries(entries) as unknown as Tables;
}

/** Reads a published table as it is stored, without making rows of it. */
export async function readArrow(name: TableName, data: URL): Promise<ArrowLike> {
  return tableFromIPC(new Uint8Array(await (await get(new URL(`${name}.arrow`, data))).arrayBuffer()));
}

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} : attendu un fichier, reçu le code ${response.status}.`);
  return response;
}
