import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {DuckDBInstance} from "@duckdb/node-api";
import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readInputs} from "../../../loaders/read/read-inputs.js";
import {shapedFolder, temporaryFolder, type TestShape} from "../shape/work.js";

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/tabular/${name}`, import.meta.url)));

/** Reads files and shapes what they hold, as the product does. */
async function built(files: Record<string, string | Uint8Array>): Promise<TestShape> {
  const [source, work] = [temporaryFolder(), join(temporaryFolder(), "work")];
  mkdirSync(work);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(source, name), content);
  await readInputs(work, [{path: source, label: "d", isFictional: true}]);
  return shapedFolder(work);
}

const count = ({report}: TestShape) =>
  report.inputs.map(({records_read, rows_staged, rows_refused}) => [records_read, rows_staged, rows_refused]);

/** Contracts without the name of the file that they stand in. */
const contractsOf = (shape: TestShape) => shape.rows("contract").map((row) => ({...row, source_id: ""}));

describe("the lines of one contract", () => {
  it("are one contract with the holders of its lowest version, dated by the earliest line", async () => {
    const shape = await built({"a.csv": fixture("decp-info.csv")});
    expect(count(shape)).toEqual([[4, 4, 0]]);
    expect(shape.rows("contract")).toMatchObject([
      {contract_id: "22B7", notified_on: "2022-06-01", amount_declared_eur: 90000, duration_months: 12}
    ]);
    expect(shape.rows("award")).toMatchObject([{supplier_count: 2, amount_eur: 90000}]);
  });

  it("give each later version as a modification whose amount is a new total", async () => {
    const {rows} = await built({"a.csv": fixture("decp-info.csv")});
    expect(rows("modification")).toMatchObject([
      {notified_on: "2022-09-01", duration_months: 14, amount_declared_eur: 95000, amount_meaning: "new_total"}
    ]);
  });

  it("give a modification that stands beside the contract once, however many holders repeat it", async () => {
    const shape = await built({"a.csv": fixture("scdl.csv")});
    expect(count(shape)).toEqual([[4, 4, 0]]);
    expect(shape.rows("contract")).toHaveLength(1);
    expect(shape.rows("modification")).toMatchObject([{amount_declared_eur: 60000, object: "Prolongation"}]);
    expect(shape.rows("award")).toMatchObject([{supplier_count: 2, amount_eur: 45000.5}]);
  });

  it("say why a version differs", async () => {
    const {rows} = await built({"a.csv": fixture("table-schema.csv")});
    expect(rows("contract")).toMatchObject([{contract_id: "20A1", amount_declared_eur: 21800.1, duration_months: 3}]);
    expect(rows("modification")).toMatchObject([{object: "Trois mois de plus", amount_declared_eur: 25000}]);
  });

  it("stay apart when a truncated identifier stands for unrelated contracts", async () => {
    const lines = ["id;acheteur_id;objet;montant;titulaire_id", "2025E0;1;Ponts;100;2", "2025E0;1;Pavés;200;3"];
    const shape = await built({"a.csv": lines.join("\n")});
    expect(shape.report.totals.find(({id}) => id === "records")?.rows).toBe(2);
  });

  it("without identifier stand each for itself", async () => {
    const shape = await built({"a.csv": "objet;montant;titulaire_nom\nUn;100;A\nUn;100;B\n"});
    expect([count(shape), shape.rows("contract").length]).toEqual([[[2, 2, 0]], 2]);
  });

  it("of two files are not brought together", async () => {
    const text = "uid;id;acheteur_id;objet;montant;titulaire_id\nU1;1;2;Ponts;100;3\n";
    const shape = await built({"a.csv": text, "b.csv": text.replace("100", "200")});
    expect(shape.report.totals.find(({id}) => id === "records")?.rows).toBe(2);
  });
});

describe("French figures and days of a table", () => {
  it("are read as numbers and dates", async () => {
    const {rows} = await built({"a.csv": fixture("bar-separated.csv"), "b.csv": fixture("free-tabs.csv")});
    const read = rows("contract").map(({amount_eur, notified_on}) => [amount_eur, notified_on]);
    expect(read.sort()).toEqual([
      [12345.6, "2023-09-03"],
      [14700, "2021-05-12"],
      [17760, "2021-01-08"]
    ]);
  });
});

describe("a city list", () => {
  it("gives a ceiling, never an amount, and counts no copy of the DECP", async () => {
    const shape = await built({"a.json": fixture("city-list-republished.json"), "b.csv": fixture("city-list.csv")});
    expect(count(shape)).toEqual([
      [3, 2, 1],
      [3, 3, 0]
    ]);
    const contracts = shape.rows("contract");
    expect(contracts.map(({ceiling_eur}) => ceiling_eur).sort()).toEqual([100, 144000.5, 1500, 1500, 6129771.63]);
    expect(contracts.every(({amount_eur, amount_issue}) => amount_eur === null && amount_issue === "ceiling")).toBe(
      true
    );
  });
});

describe("a Parquet table", () => {
  it("gives the same contracts as the CSV that it was made from, over several row groups", async () => {
    const folder = temporaryFolder();
    const [csv, parquet] = [join(folder, "a.csv"), join(folder, "a.parquet")];
    const [header, ...lines] = readFileSync(
      fileURLToPath(new URL("../../fixtures/tabular/decp-info.csv", import.meta.url)),
      "utf8"
    )
      .trim()
      .split("\n");
    const many = Array.from({length: 600}, (_, i) => lines.map((line) => line.replaceAll("22B7", `22B${i}`))).flat();
    writeFileSync(csv, [header, ...many].join("\n"));
    const db = await (await DuckDBInstance.create(":memory:")).connect();
    await db.run(
      `COPY (SELECT * REPLACE (CAST(montant AS DOUBLE) AS montant, CAST(dateNotification AS DATE) AS dateNotification,
         CAST(modification_id AS SMALLINT) AS modification_id, string_split(techniques, ', ') AS techniques)
       FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 1024)`
    );
    db.closeSync();
    const [asText, asParquet] = [
      await built({"a.csv": readFileSync(csv)}),
      await built({"a.parquet": readFileSync(parquet)})
    ];
    expect(count(asParquet)).toEqual([[2400, 2400, 0]]);
    expect(contractsOf(asParquet)).toEqual(contractsOf(asText));
    expect(asParquet.rows("modification")).toEqual(asText.rows("modification"));
  });

  it("of another kind is left aside with its columns", async () => {
    const file = join(temporaryFolder(), "a.parquet");
    const db = await (await DuckDBInstance.create(":memory:")).connect();
    await db.run(`COPY (SELECT 1 AS code, 'x' AS nom) TO '${file}' (FORMAT parquet)`);
    db.closeSync();
    const shape = await built({"a.parquet": readFileSync(file), "b.csv": fixture("scdl.csv")});
    expect(shape.report.inputs[0]?.ignored).toContain(
      "tableau Parquet dont l’en-tête n’est pas connu (colonnes : code, nom"
    );
  });
});

describe("whatever a line holds", () => {
  it("it is counted exactly once", async () => {
    const cell = fc.oneof(
      fc.constantFrom("", "MQ", "INX 1", "NC", "12/13/2024", "1e400", "-1", "\u0007", '""'),
      fc.string()
    );
    const line = fc.array(cell, {minLength: 1, maxLength: 9});
    await fc.assert(
      fc.asyncProperty(fc.array(line, {maxLength: 20}), async (lines) => {
        const quoted = lines.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(";"));
        const header = "uid;id;acheteur_id;objet;montant;titulaire_id;modification_id;dateNotification";
        const shape = await built({"a.csv": [header, ...quoted].join("\n")});
        const [input] = shape.report.inputs;
        expect(input?.records_read).toBe((input?.rows_staged ?? 0) + (input?.rows_refused ?? 0));
        expect(input?.records_read).toBeLessThanOrEqual(lines.length);
      }),
      {numRuns: 5, seed: 7}
    );
  }, 60_000);
});
