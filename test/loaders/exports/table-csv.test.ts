import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {
  RecordBatch,
  Table,
  tableFromArrays,
  tableToIPC,
  vectorFromArray,
  Bool,
  DateDay,
  Float64,
  Int32,
  Utf8
} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {tableCsv} from "../../../loaders/exports/table-csv.js";
import {tables} from "../../../src/lib/schema.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "carnets-table-"));
  mkdirSync(join(folder, "marts"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const types = {text: new Utf8(), integer: new Int32(), number: new Float64(), boolean: new Bool(), date: new DateDay()};

/** Awards, null but for what is given. */
function batch(rows: readonly Record<string, unknown>[]): RecordBatch {
  const vectors = Object.entries(tables.award.columns).map(([key, {type}]) => [
    key,
    vectorFromArray(
      rows.map((row) => row[key] ?? null),
      types[type]
    )
  ]);
  return new Table(Object.fromEntries(vectors)).batches[0] as RecordBatch;
}

describe("a table as CSV", () => {
  it("has a header of the schema, then every row of every batch, raw", () => {
    const first = {
      award_uid: "a,1",
      object: '=SUM("x")',
      amount_eur: 0.1,
      is_framework: true,
      notified_on: new Date("2024-02-29")
    };
    const batches = [batch([first]), batch([{award_uid: "b", year: 2025, is_framework: false}])];
    writeFileSync(join(folder, "marts/award.arrow"), tableToIPC(new Table(batches), "stream"));
    const [head, ...lines] = [...tableCsv(folder, "award")].join("").split("\r\n");
    expect(head).toBe(Object.keys(tables.award.columns).join(","));
    const keys = Object.keys(tables.award.columns);
    const cellOf = (line: string, key: string) =>
      line
        .replace('"a,1"', "a;1")
        .replace(/"'=SUM\(""x""\)"/, "formule")
        .split(",")[keys.indexOf(key)];
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe("");
    const [a = "", b = ""] = lines;
    expect(
      ["award_uid", "object", "amount_eur", "is_framework", "notified_on", "year"].map((key) => cellOf(a, key))
    ).toEqual(["a;1", "formule", "0.1", "true", "2024-02-29", ""]);
    expect(["award_uid", "object", "year", "is_framework"].map((key) => cellOf(b, key))).toEqual([
      "b",
      "",
      "2025",
      "false"
    ]);
  });

  it("has its header alone when the table is empty", () => {
    writeFileSync(join(folder, "marts/award.arrow"), tableToIPC(new Table([batch([])]), "stream"));
    expect([...tableCsv(folder, "award")].join("")).toBe(`${Object.keys(tables.award.columns).join(",")}\r\n`);
  });

  it("says which column is missing", () => {
    writeFileSync(join(folder, "marts/college.arrow"), tableToIPC(tableFromArrays({other: [1]}), "stream"));
    expect(() => [...tableCsv(folder, "college")]).toThrow(/college: expected a column/);
  });
});
