import {mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {expect, it} from "vitest";
import {literal, openDatabase} from "../../loaders/duckdb.js";
import {publishTables} from "../../loaders/publish.js";
import {temporaryFolder} from "./shape/work.js";

it("a mart whose Parquet cannot be written stops the run when its Arrow is whole: no statement is cut off", async () => {
  const folder = temporaryFolder();
  const {db, connect, close} = await openDatabase({folders: [folder], scratch: folder});
  try {
    await db.run(`ATTACH ${literal(join(folder, "carnets.duckdb"))} AS carnets`);
    await db.run(`CREATE TABLE staged_population AS SELECT x::INTEGER AS year, hash(x)::VARCHAR AS area, 'a' AS area_code,
      1 AS population, 'https://exemple.fr/' || hash(x + 1) AS source_url, 's' AS source_id FROM range(300_000) r(x)`);
    mkdirSync(join(folder, "population.parquet"));
    await expect(publishTables(connect, ["population"], folder, () => undefined)).rejects.toThrow("population.parquet");
    expect(tableFromIPC(readFileSync(join(folder, "population.arrow"))).numRows).toBe(300_000);
  } finally {
    close();
  }
});
