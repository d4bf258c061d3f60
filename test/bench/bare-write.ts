import {mkdirSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {literal, openDatabase, query, run} from "../../loaders/duckdb.js";
import {writeArrow} from "../../loaders/exports/arrow.js";

/**
 * The least that publishing tables can cost: each, as it stands in a database, is written again into a database, a Parquet
 * file and an Arrow file. Nothing is computed, checked or sorted.
 *
 * @param folder Where a build wrote its `carnets.duckdb`.
 * @param target An empty folder.
 * @returns The rows written, all tables together.
 */
async function bareWrite(folder: string, target: string): Promise<number> {
  const {db, close} = await openDatabase({
    folders: [folder, target],
    scratch: join(target, ".scratch"),
    // As the pipeline has it: one thread meets the rows in their order, and Arrow need not sort.
    threads: 1
  });
  let written = 0;
  try {
    await run(db, `ATTACH ${literal(join(folder, "carnets.duckdb"))} AS built (READ_ONLY)`, "carnets.duckdb");
    await run(db, `ATTACH ${literal(join(target, "copie.duckdb"))} AS copy (STORAGE_VERSION 'v1.0.0')`, "copie.duckdb");
    for (const {name} of await query(
      db,
      "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'built'"
    )) {
      const table = `copy.${name}`;
      await run(db, `CREATE TABLE ${table} AS FROM built.${name}`, table);
      await run(
        db,
        `COPY ${table} TO ${literal(join(target, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`,
        `${name}.parquet`
      );
      await writeArrow(db, table, join(target, `${name}.arrow`));
      written += Number((await query(db, `SELECT count(*)::INTEGER AS n FROM ${table}`))[0]?.["n"]);
    }
    await run(db, "DETACH copy", "copie.duckdb");
  } finally {
    close();
  }
  return written;
}

const [folder, target] = process.argv.slice(2);
if (folder === undefined || target === undefined) throw new Error("bare-write.ts: expected two folders.");
mkdirSync(target, {recursive: true});
console.log(await bareWrite(folder, target));
