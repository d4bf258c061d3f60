import {existsSync, readFileSync, statSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {tableFromIPC} from "apache-arrow";
import type {SqlRow} from "../components/carnet/carnet.js";
import type {BoundValue} from "../lib/bind-values.js";
import {tablesNamed} from "../lib/explore/sql.js";
import type {ArrowLike} from "../lib/rows.js";
import type {TableName} from "../lib/schema.js";
import {openEngine, type Engine} from "./engine.js";

/** Tables that cells read since the last time that somebody asked. */
const read = new Set<TableName>();

/** The names of the tables that were read since the last call, in the order in which they were first read. */
export function takeTablesRead(): TableName[] {
  const names = [...read];
  read.clear();
  return names;
}

/**
 * Path of a file of the last data build, `data/build` of this project.
 *
 * @throws {Error} When it is not there.
 */
export function buildFile(path: string): string {
  const file = fileURLToPath(new URL(`../../data/build/${path}`, import.meta.url));
  if (!existsSync(file))
    throw new Error(`data/build/${path} : ce fichier manque. Lancez « npm run data », puis recommencez.`);
  return file;
}

/** A published table of the last data build, as it is stored. */
export async function readArrow(name: TableName): Promise<ArrowLike> {
  read.add(name);
  return tableFromIPC(readFileSync(buildFile(`marts/${name}.arrow`)));
}

let open: {engine: Promise<Engine>; builtAt: number} | undefined;

/** Runs a query over the last data build, read-only; data built again meanwhile are opened again. */
export async function query(text: string, values: readonly BoundValue[]): Promise<SqlRow[]> {
  for (const name of tablesNamed(text)) read.add(name);
  const builtAt = statSync(buildFile("report.json")).mtimeMs;
  if (open?.builtAt !== builtAt) {
    const before = open;
    open = {engine: openEngine(), builtAt};
    void before?.engine.then(({close}) => close());
  }
  return (await open.engine).query(text, values);
}
