import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../src/lib/schema.js";
import {createTable, literal, query, run, sqlText} from "./duckdb.js";
import {writeArrow} from "./exports/arrow.js";
import {checkMart} from "./marts.js";

/** What `report.json` says of a published table. */
export interface PublishedTable {
  rows: number;
  arrow_bytes: number;
  parquet_bytes: number;
}

/**
 * Makes the marts one after the other, checks each against the schema, and writes it in its three formats: the attached
 * database `carnets`, Parquet and Arrow. One mart is written while the next is made.
 *
 * @param db Makes the marts.
 * @param connect Opens another connection to the same database, for the writing.
 * @param folder Where the Parquet and Arrow files go.
 * @param onTable Called before each mart.
 * @throws {Error} On a mart that does not follow the schema.
 */
export async function publishTables(
  db: DuckDBConnection,
  connect: () => Promise<DuckDBConnection>,
  names: readonly TableName[],
  folder: string,
  onTable: (name: TableName) => void
): Promise<Record<string, PublishedTable>> {
  const [copier, arrow] = [await connect(), await connect()];
  const published: Record<string, PublishedTable> = {};
  let writing = Promise.resolve();
  try {
    for (const name of names) {
      onTable(name);
      const [rows] = await Promise.all([makeMart(db, name), writing]);
      writing = Promise.all([
        copyMart(copier, name, join(folder, `${name}.parquet`)),
        writeArrow(arrow, `mart_${name}`, join(folder, `${name}.arrow`))
      ]).then(async ([parquet_bytes, arrow_bytes]) => {
        published[name] = {rows, arrow_bytes, parquet_bytes};
        await copier.run(`DROP TABLE mart_${name}`);
      });
    }
    await writing;
    return Object.fromEntries(names.map((name) => [name, published[name] as PublishedTable]));
  } finally {
    await writing.catch(() => undefined);
    copier.closeSync();
    arrow.closeSync();
  }
}

async function makeMart(db: DuckDBConnection, name: TableName): Promise<number> {
  await createTable(db, `mart_${name}`, sqlText(`marts/${name}.sql`));
  return checkMart(db, name);
}

/** Copies a mart into the database of the analysts and into a Parquet file; returns the size of the file. */
async function copyMart(db: DuckDBConnection, name: TableName, path: string): Promise<number> {
  await run(db, `CREATE TABLE carnets.${name} AS FROM mart_${name}`, "carnets.duckdb");
  await run(db, `COPY mart_${name} TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`, `${name}.parquet`);
  const [file] = await query(db, `SELECT size::DOUBLE AS bytes FROM read_blob(${literal(path)})`);
  return Number(file?.bytes);
}
