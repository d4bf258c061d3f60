import {statSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../src/lib/schema.js";
import {createTable, literal, run, sqlText} from "./duckdb.js";
import {writeArrow} from "./exports/arrow.js";
import {checkMart} from "./marts.js";

/** What `report.json` says of a published table. */
export interface PublishedTable {
  rows: number;
  arrow_bytes: number;
  parquet_bytes: number;
}

/**
 * Makes the marts one after the other in the attached database `carnets`, checks each against the schema, and writes its
 * two other formats from there: Parquet and Arrow. One mart is written while the next is made.
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
        writeParquet(copier, name, join(folder, `${name}.parquet`)),
        writeArrow(arrow, tableOf(name), join(folder, `${name}.arrow`))
      ]).then(([parquet_bytes, arrow_bytes]) => {
        published[name] = {rows, arrow_bytes, parquet_bytes};
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

function tableOf(name: TableName): string {
  return `carnets.${name}`;
}

async function makeMart(db: DuckDBConnection, name: TableName): Promise<number> {
  await createTable(db, tableOf(name), sqlText(`marts/${name}.sql`));
  return checkMart(db, name, tableOf(name));
}

/** Writes a mart as a Parquet file; returns its size. The first level of zstd makes it as small as the third. */
async function writeParquet(db: DuckDBConnection, name: TableName, path: string): Promise<number> {
  const format = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1";
  await run(db, `COPY ${tableOf(name)} TO ${literal(path)} (${format})`, `${name}.parquet`);
  return statSync(path).size;
}
