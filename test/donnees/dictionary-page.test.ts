import {expect, it} from "vitest";
import sources from "../../src/catalogue/index.js";
import {describeTable, dictionaryPage} from "../../src/donnees/dictionary-page.js";
import {unitOfColumn} from "../../src/lib/column-unit.js";
import {tables} from "../../src/lib/schema.js";

const sourceId = "0123456789ab";
const report = {tables: {emission: {rows: 2, arrow_bytes: 9_736, parquet_bytes: 1_300_000}}};
const emission = {year: 2021, value_mt: 4.82, is_exceptional: true, source_id: sourceId};

it("shows each table with its grain, keys, columns, unit, empty cells, range, examples and sources", () => {
  const files = [{source_id: sourceId, dataset: "emissions-ges"}];
  const page = dictionaryPage([
    describeTable("emission", [emission, {...emission, year: 2004}], {files, sources, report})
  ]);
  expect(page).toContain(`<h3 id="emission">`);
  expect(page).toContain("## Climat");
  expect(page).toContain("Lignes\u00a0: 2");
  expect(page).toContain(`Sources\u00a0: ${sources.find(({id}) => id === "emissions-ges")?.name}`);
  expect(page).toContain('href="../data/emission.csv">CSV</a>, <a');
  expect(page).toContain('href="../data/emission.parquet">Parquet</a> (1,3\u00a0Mo)');
  expect(page).toContain('href="../data/emission.arrow">Arrow</a> (10\u00a0ko)');
  for (const column of Object.keys(tables.emission.columns)) expect(page).toContain(`<code>${column}</code>`);
  expect(page).toMatch(/<code>year<\/code>.*nombre entier, année<\/td><td[^>]*>jamais<\/td><td[^>]*>2004 – 2021</);
});

it("says that nothing was built yet, and still shows the schema of every table", () => {
  const page = dictionaryPage(
    (Object.keys(tables) as (keyof typeof tables)[]).map((name) =>
      describeTable(name, null, {files: [], sources, report: null})
    )
  );
  expect(page.match(/Aucune donnée n’a encore été construite/g)).toHaveLength(Object.keys(tables).length);
});

it("reads the unit at the end of a column's name", () => {
  expect(unitOfColumn("amount_declared_eur")).toBe("€ hors taxes");
  expect(unitOfColumn("sme_share")).toBe("part, de 0 à 1");
  expect(unitOfColumn("duration_months")).toBe("mois");
  expect(unitOfColumn("object")).toBeNull();
});
