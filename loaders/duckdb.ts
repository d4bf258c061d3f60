import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {DuckDBInstance, type DuckDBConnection, type JS} from "@duckdb/node-api";

/** A row of a query result: DuckDB's values as JavaScript ones (a decimal is a number, a date is a Date). */
export type QueryRow = Record<string, JS>;

/** What DuckDB may use. */
export interface DatabaseLimits {
  /** Folders that DuckDB may read and write; nothing else on disk, no network. */
  folders: readonly string[];
  /** Folder for what does not fit in memory; must lie in one of the folders. */
  scratch: string;
  memory?: string;
  threads?: number;
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Opens an in-memory DuckDB that can reach nothing but the given folders, and whose settings can no longer change.
 *
 * @returns The connection, a function that opens another one, and one that closes all. `lanes` are the connection and one
 * more, on which statements run side by side.
 */
export async function openDatabase({folders, scratch, memory = "1GB", threads}: DatabaseLimits): Promise<{
  db: DuckDBConnection;
  lanes: readonly DuckDBConnection[];
  connect: () => Promise<DuckDBConnection>;
  close: () => void;
}> {
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  await db.run(`SET memory_limit=${literal(memory)}`);
  if (threads) await db.run(`SET threads=${threads}`);
  await db.run(`SET temp_directory=${literal(scratch)}`);
  // FSST would halve the size of a database file and double the time that writing one takes.
  await db.run("SET disabled_compression_methods='fsst'");
  // As options of create() these fail; the lock comes last and freezes all of them.
  await db.run(`SET allowed_directories=[${folders.map(literal).join(", ")}]`);
  await db.run("SET enable_external_access=false");
  await db.run("SET lock_configuration=true");
  const lanes = [db, await instance.connect()];
  return {
    db,
    lanes,
    connect: () => instance.connect(),
    close: () => {
      for (const lane of lanes) lane.closeSync();
      instance.closeSync();
    }
  };
}

/** Text of an SQL file of this folder, for example `marts/award.sql`. The engine never opens it itself. */
export function sqlText(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
}

/** Makes a table of what a query selects. */
export async function createTable(db: DuckDBConnection, name: string, select: string): Promise<void> {
  await run(db, `CREATE TABLE ${name} AS\n${select}`, name);
}

/** The statement that adds what a query selects to a table; makes the table anew when the rows are its first ones. */
export function fillSql(name: string, select: string, isFirst: boolean): string {
  return `${isFirst ? `CREATE OR REPLACE TABLE ${name} AS` : `INSERT INTO ${name}`}\n${select}`;
}

/**
 * Runs a statement.
 *
 * @param where What the statement makes, for the error message.
 * @throws {Error} DuckDB's own message after `where`.
 */
export async function run(db: DuckDBConnection, sql: string, where: string): Promise<void> {
  try {
    await db.run(sql);
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : cause}`, {cause});
  }
}

/** All rows of a query, as plain objects. */
export async function query(db: DuckDBConnection, sql: string): Promise<QueryRow[]> {
  return (await (await db.run(sql)).getRowObjectsJS()) as QueryRow[];
}

/** The one number that a query selects; null when it selects null. */
export async function maybeNumber(db: DuckDBConnection, sql: string): Promise<number | null> {
  const [row] = await query(db, sql);
  const value = row && Object.values(row)[0];
  return value === null || value === undefined ? null : Number(value);
}

/**
 * Makes a table of JavaScript rows.
 *
 * @param columns DuckDB type of each column.
 * @param rows Rows with exactly these keys; any number, zero included.
 */
export async function createTableOf(
  db: DuckDBConnection,
  name: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[]
): Promise<void> {
  const names = Object.keys(columns).map((column) => `"${column}"`);
  await db.run(
    `CREATE TABLE ${name} (${Object.entries(columns)
      .map(([column, type]) => `"${column}" ${type}`)
      .join(", ")})`
  );
  if (rows.length === 0) return;
  await db.run(
    `INSERT INTO ${name} SELECT ${names.join(", ")} FROM (SELECT unnest(from_json($1::JSON, $2), recursive := true))`,
    [JSON.stringify(rows), JSON.stringify([columns])]
  );
}
