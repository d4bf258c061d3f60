import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import rankingBeforeAfter from "../../src/figures/ranking-before-after.js";
import effectiveSuppliers from "../../src/indicators/effective-suppliers.js";
import largestSupplierShare from "../../src/indicators/largest-supplier-share.js";
import marketLeaderShare from "../../src/indicators/market-leader-share.js";
import newSuppliersShare from "../../src/indicators/new-suppliers-share.js";
import supplierGini from "../../src/indicators/supplier-gini.js";
import supplierHhi from "../../src/indicators/supplier-hhi.js";
import supplierRetention from "../../src/indicators/supplier-retention.js";
import topFourShare from "../../src/indicators/top-four-share.js";
import topTenShare from "../../src/indicators/top-ten-share.js";
import {measure, type AnyIndicator} from "../../src/lib/indicator.js";
import type {Tables} from "../../src/lib/schema.js";
import {isSiren} from "../../src/lib/siren.js";
import {measureBy} from "../../src/lib/slices.js";
import {noTables, report} from "../figures/rows.js";
import {shapedFiles} from "../loaders/shape/real-files.js";
import type {TestShape} from "../loaders/shape/work.js";

const recent = ["v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz"];

/** The same quantities, written in SQL by themselves, over the published database. */
const independent = `
WITH amounts AS (
  SELECT supplier_siren, sum(amount_eur) AS v FROM award_supplier
  WHERE supplier_siren IS NOT NULL AND amount_eur IS NOT NULL GROUP BY supplier_siren HAVING sum(amount_eur) > 0
), shares AS (
  SELECT v, v / sum(v) OVER () AS p, row_number() OVER (ORDER BY v DESC) AS rank, row_number() OVER (ORDER BY v) AS i,
    count(*) OVER () AS n FROM amounts
), divisions AS (
  SELECT cpv_division, max(v) AS first, sum(v) AS total FROM (
    SELECT cpv_division, supplier_siren, sum(amount_eur) AS v FROM award_supplier
    WHERE supplier_siren IS NOT NULL AND amount_eur IS NOT NULL AND cpv_division IS NOT NULL GROUP BY ALL
  ) GROUP BY cpv_division
)
SELECT 10000 * sum(p * p) AS hhi, exp(-sum(p * ln(p))) AS effective, 1 / sum(p * p) AS effective_two,
  sum(p) FILTER (rank <= 1) AS cr1, sum(p) FILTER (rank <= 4) AS cr4, sum(p) FILTER (rank <= 10) AS cr10,
  2 * sum(i * v) / (any_value(n) * sum(v)) - (any_value(n) + 1) / any_value(n) AS gini,
  (SELECT sum(first) / sum(total) FROM divisions) AS leader
FROM shares`;

async function inSql({out}: TestShape, sql: string): Promise<Record<string, number>> {
  const database = await DuckDBInstance.create(join(out, "carnets.duckdb"), {access_mode: "READ_ONLY"});
  const connection = await database.connect();
  const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  connection.closeSync();
  return Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, Number(value)]));
}

function expectSame(found: number | null, expected: number | undefined): void {
  expect(Math.abs((found ?? Number.NaN) / (expected ?? 0) - 1)).toBeLessThan(1e-9);
}

it("the suppliers of Paris, 2024 and 2025, are as concentrated as SQL says, ranked by real SIREN, and come back as counted", async () => {
  const shape = await shapedFiles(...recent, "reference/sirene_fournisseurs_paris.csv.gz");
  const {rows} = shape;
  const links = rows("award_supplier");
  const expected = await inSql(shape, independent);
  const pairs: [AnyIndicator, string][] = [
    [supplierHhi, "hhi"],
    [effectiveSuppliers, "effective"],
    [largestSupplierShare, "cr1"],
    [topFourShare, "cr4"],
    [topTenShare, "cr10"],
    [supplierGini, "gini"],
    [marketLeaderShare, "leader"]
  ];
  for (const [indicator, key] of pairs) expectSame(measure(indicator, links).value, expected[key]);
  expectSame(10_000 / (measure(supplierHhi, links).value ?? 0), expected.effective_two);

  const names = ["award", "award_supplier", "supplier", "contract", "contract_source"] as const;
  const tables: Tables = {...noTables, ...Object.fromEntries(names.map((name) => [name, rows(name)]))};
  const {before, after} = rankingBeforeAfter.prepare(tables, {}, report) as {
    before: {id: string | null; issue: string | null}[];
    after: {siren: string}[];
  };
  const registered = new Set(rows("supplier").flatMap((row) => (row.is_registered ? [row.supplier_siren] : [])));
  expect(after).toHaveLength(10);
  for (const {siren} of after) {
    expect(isSiren(siren)).toBe(true);
    expect(registered.has(siren)).toBe(true);
  }
  expect(before.map(({id}) => id)).toContain("41302718641302");
  expect(before.filter(({issue}) => issue !== null).length).toBeGreaterThan(0);
  expect(after.map(({siren}) => siren)).not.toEqual(before.map(({id}) => id?.slice(0, 9)));

  expect(measure(newSuppliersShare, links).value).toBeNull();
  const kept = measureBy(supplierRetention, links, "year").find(({key}) => key === 2024)?.measure.value ?? null;
  const counted = await inSql(
    shape,
    `WITH s AS (SELECT DISTINCT year(notified_on) AS y, supplier_siren AS id FROM award_supplier WHERE supplier_siren IS NOT NULL)
     SELECT count(*) FILTER (id IN (SELECT id FROM s WHERE y = 2025)) / count(*) AS kept FROM s WHERE y = 2024`
  );
  expectSame(kept, counted.kept);
});

it("suppliers of 2022 are known by three years before them; those of 2024 are not, for the year 2023 is a hole", async () => {
  const shape = await shapedFiles("v1-2019/paris_decp_2019.json.gz", ...recent);
  const byYear = measureBy(newSuppliersShare, shape.rows("award_supplier"), "year");
  const answered = byYear.filter(({measure: {value}, isChartable}) => value !== null && isChartable);
  expect(answered.map(({key}) => key)).toEqual([2022]);
  const counted = await inSql(
    shape,
    `WITH s AS (SELECT DISTINCT year(notified_on) AS y, supplier_siren AS id FROM award_supplier WHERE supplier_siren IS NOT NULL)
     SELECT count(*) FILTER (id NOT IN (SELECT id FROM s WHERE y BETWEEN 2019 AND 2021)) / count(*) AS fresh
     FROM s WHERE y = 2022`
  );
  expectSame(byYear.find(({key}) => key === 2022)?.measure.value ?? null, counted.fresh);
});
