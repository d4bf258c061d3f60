import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {createTableOf, openDatabase, query} from "../../../loaders/duckdb.js";
import {writeArrow} from "../../../loaders/exports/arrow.js";
import {temporaryFolder} from "./work.js";

type Rows = Record<string, unknown>[];

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === undefined ? null : value;
};

/** The rows that SQL gives, and the rows that an Arrow reader finds in the file. */
async function both(select: string): Promise<{sql: Rows; arrow: Rows; types: string[]}> {
  const folder = temporaryFolder();
  const {db, close} = await openDatabase({folders: [folder], scratch: folder});
  try {
    await db.run(`CREATE TABLE t AS ${select}`);
    const path = join(folder, "t.arrow");
    const bytes = await writeArrow(db, "t", path);
    const file = readFileSync(path);
    expect(bytes).toBe(file.length);
    const table = tableFromIPC(file);
    const dates = table.schema.fields.filter((field) => String(field.type).startsWith("Date")).map((f) => f.name);
    const arrow = table
      .toArray()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row!.toJSON() as object).map(([name, value]) => [
            name,
            plain(dates.includes(name) && value !== null ? new Date(value as number) : value)
          ])
        )
      );
    const sql = (await query(db, "FROM t")).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
    );
    return {sql, arrow, types: table.schema.fields.map((field) => String(field.type))};
  } finally {
    close();
  }
}

const everyType = (rows: number) => `SELECT
  i::INTEGER AS whole,
  CASE WHEN i % 7 <> 0 THEN i / 3.0::DOUBLE END AS ratio,
  CASE WHEN i % 5 <> 0 THEN i % 2 = 0 END AS flag,
  CASE WHEN i % 11 <> 0 THEN DATE '2000-01-01' + (i % 9000)::INTEGER END AS day,
  CASE WHEN i % 3 <> 0 THEN 'objet n° ' || i || ' — œuvre d’art, « été » ' || repeat('é', (i % 40)::INTEGER) END AS long_text,
  CASE WHEN i % 4 = 0 THEN '' WHEN i % 4 = 1 THEN NULL ELSE 'é' || i END AS short_text,
  CASE WHEN i % 6 <> 0 THEN 'catégorie ' || i % 5 END AS label
  FROM range(${rows}) r(i)`;

describe("the Arrow writer", () => {
  for (const rows of [1, 2047, 2048, 2049, 65_535, 65_536, 65_537, 140_000])
    it(`gives what SQL gives for ${rows} rows of every type, with nulls and accents`, async () => {
      const {sql, arrow} = await both(everyType(rows));
      expect(arrow).toHaveLength(rows);
      expect(arrow).toEqual(sql);
    });

  it("gives the schema of an empty table", async () => {
    const {arrow, types} = await both(everyType(0));
    expect(arrow).toEqual([]);
    expect(types).toEqual(["Int32", "Float64", "Bool", "Date32<DAY>", "Utf8", "Utf8", "Utf8"]);
  });

  it("makes a dictionary of a text with few values, and of no other", async () => {
    const {types} = await both(everyType(5000));
    expect(types).toEqual(["Int32", "Float64", "Bool", "Date32<DAY>", "Utf8", "Utf8", "Dictionary<Int16, Utf8>"]);
  });

  it("gives columns that are null everywhere", async () => {
    const {sql, arrow} = await both(
      "SELECT NULL::VARCHAR AS a, NULL::INTEGER AS b, NULL::BOOLEAN AS c, NULL::DATE AS d FROM range(3000)"
    );
    expect(arrow).toEqual(sql);
  });

  it("refuses a type that the published tables do not have, and says what to do", async () => {
    await expect(both("SELECT 1::BIGINT AS n")).rejects.toThrow(/t\.n: expected .*, got BIGINT\. Cast it/);
  });

  it("says once that the disk is full, to who asked for the file", async () => {
    const folder = temporaryFolder();
    const {db, close} = await openDatabase({folders: [folder], scratch: folder});
    try {
      await db.run("CREATE TABLE t AS SELECT x::DOUBLE AS n, hash(x)::VARCHAR AS text FROM range(300_000) r(x)");
      await expect(writeArrow(db, "t", "/dev/full")).rejects.toThrow("ENOSPC");
    } finally {
      close();
    }
  });

  it("gives any text back, quotes and separators included", async () => {
    const text = fc.option(fc.string({unit: "grapheme", maxLength: 30}).filter((s) => !s.includes("\u0000")));
    await fc.assert(
      fc.asyncProperty(fc.array(text, {maxLength: 60}), async (values) => {
        const folder = temporaryFolder();
        const {db, close} = await openDatabase({folders: [folder], scratch: folder});
        try {
          const rows = values.map((value) => ({value, again: value === null ? null : (Array.from(value)[0] ?? "")}));
          await createTableOf(db, "t", {value: "VARCHAR", again: "VARCHAR"}, rows);
          await writeArrow(db, "t", join(folder, "t.arrow"));
          const table = tableFromIPC(readFileSync(join(folder, "t.arrow")));
          expect(Array.from(table.getChild("value") ?? [])).toEqual(rows.map((row) => row.value));
          expect(Array.from(table.getChild("again") ?? [])).toEqual(rows.map((row) => row.again));
        } finally {
          close();
        }
      }),
      {numRuns: 30}
    );
  });
});
