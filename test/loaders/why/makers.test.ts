import {readFileSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import figures from "../../../src/figures/index.js";
import {tablesOf} from "../../../src/components/state.js";
import sources from "../../../src/catalogue/index.js";
import {tables} from "../../../src/lib/schema.js";
import {checkOrigin} from "../../../loaders/staging/origins.js";
import {makersOf, tablesRead} from "../../../loaders/why/makers.js";

const makers = makersOf();

/** Data sets at the end of the way back from a table. */
function sourcesOf(table: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(table)) return found;
  seen.add(table);
  const {datasets, tables: read} = makers.get(table) ?? {datasets: [], tables: []};
  for (const dataset of datasets === "every" ? ["every"] : datasets) found.add(dataset);
  for (const name of read) for (const dataset of sourcesOf(name, seen)) found.add(dataset);
  return found;
}

describe("what a query reads", () => {
  const known = new Set(["award", "supplier", "buyer"]);

  it("is what stands after FROM and JOIN", () =>
    expect(tablesRead("SELECT * FROM award a, supplier AS s LEFT JOIN buyer USING (buyer_siren)", known)).toEqual([
      "award",
      "supplier",
      "buyer"
    ]));

  it("is neither a column, nor a comment, nor a text", () =>
    expect(
      tablesRead("-- FROM buyer\nSELECT supplier /* JOIN buyer */ FROM award WHERE x = 'FROM buyer'", known)
    ).toEqual(["award"]));

  it("is not what the query itself gives", () =>
    expect(
      tablesRead(
        "WITH buyer AS (SELECT 1 FROM award), supplier(a) AS (SELECT 1) SELECT * FROM buyer JOIN supplier",
        known
      )
    ).toEqual(["award"]));

  it("is what DuckDB reads, for every query of the house", async () => {
    const db = await (await DuckDBInstance.create(":memory:")).connect();
    const queries = [...makers].filter(([, {program}]) => program.endsWith(".sql"));
    expect(queries.length).toBeGreaterThan(100);
    for (const [name, {program, tables: read}] of queries) {
      const reader = await db.runAndReadAll("SELECT json_serialize_sql($1::VARCHAR)", [readFileSync(program, "utf8")]);
      const tree = JSON.parse(reader.getRows()[0]?.[0] as string) as {error: boolean};
      expect(tree.error, program).toBe(false);
      const named = namesIn(tree).filter((table) => makers.has(table) && !(table in tables));
      expect({name, reads: read.toSorted()}).toEqual({name, reads: [...new Set(named)].toSorted()});
    }
    db.closeSync();
  });
});

/** Base tables in DuckDB's tree of a query, without those that the query gives itself. */
function namesIn(tree: unknown): string[] {
  const bases: string[] = [];
  const own = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const {type, table_name, cte_map} = node as {type?: string; table_name?: string; cte_map?: {map?: {key: string}[]}};
    if (type === "BASE_TABLE" && table_name) bases.push(table_name);
    for (const {key} of cte_map?.map ?? []) own.add(key);
    Object.values(node).forEach(visit);
  };
  visit(tree);
  return bases.filter((name) => !own.has(name));
}

describe("the way back from a table", () => {
  it.each(Object.keys(tables))("of %s ends in a source of the catalogue", (table) => {
    const found = [...sourcesOf(table)];
    expect(found.length).toBeGreaterThan(0);
    const known = new Set(["every", ...sources.map(({id}) => id)]);
    expect(found.filter((dataset) => !known.has(dataset))).toEqual([]);
  });

  it.each(figures.map((figure) => [figure.id, figure] as const))("of the figure %s does too", (_, figure) => {
    const read = tablesOf(figure, {});
    expect(read.length).toBeGreaterThan(0);
    for (const table of read) expect([table, sourcesOf(table).size > 0]).toEqual([table, true]);
  });

  it("is refused at the build when rows come from elsewhere than declared", () => {
    expect(() => checkOrigin("staged_equivalence", "equivalences")).not.toThrow();
    expect(() => checkOrigin("staged_equivalence", "decp")).toThrow(
      'staged_equivalence: expected rows of equivalences, got some of "decp". Declare it in loaders/staging/origins.ts.'
    );
  });
});
