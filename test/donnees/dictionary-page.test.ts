import {expect, it} from "vitest";
import sources from "../../src/catalogue/index.js";
import {describeTable, dictionaryPage} from "../../src/donnees/dictionary-page.js";
import {unitOfColumn} from "../../src/lib/column-unit.js";
import {tables} from "../../src/lib/schema.js";

const sourceId = "0123456789ab";
const emission = {year: 2021, value_mt: 4.82, is_exceptional: true, source_id: sourceId};

it("shows each table with its grain, keys, columns, unit, empty cells, range, examples and sources", () => {
  const files = [{source_id: sourceId, dataset: "emissions-ges"}];
  const page = dictionaryPage([describeTable("emission", [emission, {...emission, year: 2004}], {files, sources})]);
  expect(page).toContain(`<h2 id="emission">`);
  expect(page).toContain("Lignes\u00a0: 2");
  expect(page).toContain(`Sources\u00a0: ${sources.find(({id}) => id === "emissions-ges")?.name}`);
  for (const column of Object.keys(tables.emission.columns)) expect(page).toContain(`<code>${column}</code>`);
  expect(page).toMatch(/<code>year<\/code>.*nombre entier, année<\/td><td[^>]*>jamais<\/td><td[^>]*>2004 – 2021</);
});

it("says that nothing was built yet, and still shows the schema of every table", () => {
  const page = dictionaryPage(
    (Object.keys(tables) as (keyof typeof tables)[]).map((name) => describeTable(name, null, {files: [], sources}))
  );
  expect(page.match(/Aucune donnée n’a encore été construite/g)).toHaveLength(Object.keys(tables).length);
});

it("reads the unit at the end of a column's name", () => {
  expect(unitOfColumn("amount_declared_eur")).toBe("€ hors taxes");
  expect(unitOfColumn("sme_share")).toBe("part, de 0 à 1");
  expect(unitOfColumn("duration_months")).toBe("mois");
  expect(unitOfColumn("object")).toBeNull();
});
