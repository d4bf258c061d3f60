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
 * Makes the marts in the attached database `carnets`, checks each against the schema, and writes its two other formats from
 * there: Parquet and Arrow. Two marts are on their way at a time, and one of them at most is being written: a second block of
 * texts in memory would be one too many.
 *
 * @param connect Opens a connection to the database.
 * @param folder Where the Parquet and Arrow files go.
 * @param onTable Called before each mart, in the order of the names.
 * @throws {Error} On a mart that does not follow the schema; none is begun after it.
 */
export async function publishTables(
  connect: () => Promise<DuckDBConnection>,
  names: readonly TableName[],
  folder: string,
  onTable: (name: TableName) => void
): Promise<Record<string, PublishedTable>> {
  const published: Record<string, PublishedTable> = {};
  const waiting = [...names];
  let writing: Promise<unknown> = Promise.resolve();
  const work = async () => {
    const [db, copier] = [await connect(), await connect()];
    try {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        onTable(name);
        const rows = await makeMart(db, name);
        const turn = writing.then(() =>
          bothOf(
            writeParquet(copier, name, join(folder, `${name}.parquet`)),
            writeArrow(db, tableOf(name), join(folder, `${name}.arrow`))
          )
        );
        writing = turn.catch(() => undefined);
        const [parquet_bytes, arrow_bytes] = await turn;
        published[name] = {rows, arrow_bytes, parquet_bytes};
      }
    } finally {
      waiting.length = 0;
      for (const connection of [db, copier]) connection.closeSync();
    }
  };
  const ends = await Promise.allSettled([work(), work()]);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return Object.fromEntries(names.map((name) => [name, published[name] as PublishedTable]));
}

/** What two works give; when one fails, its error, but not before the other has ended: their connections are closed then. */
async function bothOf<T>(one: Promise<T>, other: Promise<T>): Promise<[T, T]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
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
