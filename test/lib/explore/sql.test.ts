import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {bindInputs, queryExamples, tablesNamed} from "../../../src/lib/explore/sql.js";
import {tables, type Column} from "../../../src/lib/schema.js";

describe("named inputs", () => {
  it.each([
    ["SELECT :annee", "SELECT $1", ["annee"]],
    ["SELECT :a, :b, :a", "SELECT $1, $2, $1", ["a", "b"]],
    ["WHERE x=:annee AND (y>:min)", "WHERE x=$1 AND (y>$2)", ["annee", "min"]],
    ["SELECT '1 :a', \"b :c\", x::INTEGER -- :d\n, 'l''an :e' /* :f */", null, []],
    ["SELECT list[1:n], {'k': v}, :k::DATE", "SELECT list[1:n], {'k': v}, $1::DATE", ["k"]]
  ])("%s", (sql, text, names) => expect(bindInputs(sql)).toEqual({text: text ?? sql, names}));
});

describe("the tables that a query names", () => {
  it("are read, and no others", () => {
    expect(tablesNamed("SELECT * FROM Award JOIN award_supplier USING (award_uid)")).toEqual([
      "award",
      "award_supplier"
    ]);
    expect(tablesNamed("SELECT 1")).toEqual([]);
  });
});

describe("every example", () => {
  let instance: DuckDBInstance;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:");
  });
  afterAll(() => instance.closeSync());
  const types = {text: "VARCHAR", integer: "INTEGER", number: "DOUBLE", boolean: "BOOLEAN", date: "DATE"};

  it.each(queryExamples("2024"))("$name runs on the published tables, each input bound", async ({sql, inputs}) => {
    const db = await instance.connect();
    const {text, names} = bindInputs(sql);
    const used = tablesNamed(sql);
    for (const name of used) {
      const columns = Object.entries(tables[name].columns as Readonly<Record<string, Column>>).map(
        ([key, {type}]) => `"${key}" ${types[type]}`
      );
      await db.run(`CREATE OR REPLACE TABLE ${name} (${columns.join(", ")})`);
    }
    expect(used.length).toBeGreaterThan(0);
    expect(Object.keys(inputs)).toEqual(names);
    const reader = await db.runAndReadAll(
      text,
      names.map((name) => inputs[name] as string)
    );
    expect(reader.columnNames().length).toBeGreaterThan(2);
    db.closeSync();
  });
});
