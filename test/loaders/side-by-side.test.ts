import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {query} from "../../loaders/duckdb.js";
import {runSideBySide, tableJob} from "../../loaders/side-by-side.js";

describe("statements run side by side", () => {
  let instance: DuckDBInstance;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:");
  });
  afterAll(() => instance.closeSync());

  it("wait for the tables of earlier ones that their text names, however slow those are", async () => {
    const lanes = [await instance.connect(), await instance.connect(), await instance.connect()];
    await runSideBySide(lanes, [
      tableJob("slow", "SELECT count(*) AS n FROM range(20_000_000) a(x) WHERE hash(x) % 2 < 2"),
      tableJob("alone", "SELECT 1 AS n"),
      tableJob("joint", "SELECT sum(n)::INTEGER AS n FROM (FROM slow UNION ALL FROM alone)"),
      tableJob("last", "SELECT n + 1 AS n FROM joint")
    ]);
    expect(await query(lanes[0]!, "SELECT n FROM last")).toEqual([{n: 20_000_002}]);
    for (const lane of lanes) lane.closeSync();
  });

  it("stop at the first error, named, once those that run have ended", async () => {
    const lanes = [await instance.connect(), await instance.connect()];
    const jobs = [
      tableJob("running", "SELECT count(*) AS n FROM range(20_000_000)"),
      tableJob("wrong", "SELECT no_such_column"),
      tableJob("after_wrong", "FROM wrong")
    ];
    await expect(runSideBySide(lanes, jobs)).rejects.toThrow(/^wrong: Binder Error/);
    const made = await query(
      lanes[0]!,
      "SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE '%r%ng%'"
    );
    expect(made).toEqual([{name: "running"}]);
    for (const lane of lanes) lane.closeSync();
  });
});
