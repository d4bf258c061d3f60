import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readInputs, type WorkInput} from "../../../loaders/read/read-inputs.js";
import type {DecpRow} from "../../../loaders/sources/decp-row.js";

const folder = fileURLToPath(new URL("../../../../shared/data/decp", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "carnets-tabular-"));
let inputs: WorkInput[] = [];

beforeAll(async () => {
  const list = ["ods-derived", "csv"].map((name) => ({path: join(folder, name), label: name, isFictional: false}));
  inputs = await readInputs(work, list);
});
afterAll(() => rmSync(work, {recursive: true}));

const read = (path: string) => inputs.filter((input) => input.path.startsWith(path) && input.ignored === null);
const rowsOf = (path: string) =>
  read(path).flatMap(({file}) =>
    readFileSync(join(work, file as string), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as DecpRow)
  );

describe("the collected city lists", () => {
  it.each([
    [2013, 1713, 1713],
    [2014, 1483, 1483],
    [2015, 1556, 1556],
    [2016, 1601, 1601],
    [2017, 1698, 1698],
    [2018, 1458, 1458],
    [2019, 1338, 1338],
    [2020, 1196, 1196],
    [2021, 1570, 1570],
    [2023, 1336, 1335],
    [2024, 1762, 1406],
    [2025, 1122, 0]
  ])("of %i have %i rows, %i of them the City’s own", (year, rows, own) => {
    expect(read(`ods-derived/marches_${year}`)).toMatchObject([
      {dataset: "liste-paris", dialects: {"city-list": own}, records_read: rows, rows_staged: own}
    ]);
  });

  it("have 17,833 rows over twelve years, 1,479 of them copies of the DECP", () => {
    const years = read("ods-derived/marches_");
    const sum = (field: "records_read" | "rows_refused") => years.reduce((total, input) => total + input[field], 0);
    expect([years.length, sum("records_read"), sum("rows_refused")]).toEqual([12, 17833, 1479]);
  });

  it("name no holder for what several hold, and say so", () => {
    const multi = rowsOf("ods-derived/marches_").filter(({notes}) => notes.includes("multi-holder"));
    expect(multi).toHaveLength(443);
    expect(multi.every(({holders}) => holders.length === 0)).toBe(true);
  });

  it("of Marseille have 434 rows of its own buyer", () => {
    expect(read("ods-derived/marseille")).toMatchObject([{records_read: 434, rows_staged: 434}]);
    expect(new Set(rowsOf("ods-derived/marseille").map(({buyer_id}) => buyer_id))).toEqual(new Set(["211300553"]));
  });

  it("stand beside an index that is left aside with the reason", () => {
    expect(inputs.find(({path}) => path === "ods-derived/index.json")?.ignored).toContain("JSON qui n’est pas du DECP");
  });
});

describe("the collected tables", () => {
  it.each([
    ["csv/bretagne_2021_pipe.csv", 195, 191],
    ["csv/table-schema_exemple-valide.csv", 4, 2]
  ])("%s has %i lines of %i contracts", (path, lines, contracts) => {
    expect(read(path)).toMatchObject([{dataset: "decp-tabular", dialects: {tabular: lines}, rows_staged: lines}]);
    expect(new Set(rowsOf(path).map(({group_key}) => group_key)).size).toBe(contracts);
  });
});
