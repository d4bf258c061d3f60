import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../../../loaders/duckdb.js";
import {checkMart} from "../../../loaders/marts.js";
import {tables, type TableName} from "../../../src/lib/schema.js";
import {holder, record, shaped as shapedWhole, shapedTo, temporaryFolder, type TestRecord} from "./work.js";

const shaped = shapedTo("award", "award_supplier", "contract", "finding", "modification", "supplier");

const total = (report: Awaited<ReturnType<typeof shaped>>["report"], id: string) => {
  const found = report.totals.find((t) => t.id === id);
  return found && [found.rows, found.amount_eur];
};

const [first, second, third] = ["73282932000074", "35600000000048", "55210055400013"] as const;
const modification = (fields: object) => ({
  id: null,
  object: null,
  notified_on: null,
  published_on: null,
  duration_months: null,
  amount: null,
  ...fields
});

const told = (...modifications: object[]) => record({modifications: modifications.map(modification)});
const lot = (id: string, holders: object[], fields: TestRecord = {}) => record({id, holders, ...fields});
const named = (id: string, name: string, i: number) => record({id: `N${i}`, holders: [holder(id, "SIRET", name)]});

const check = async (select: string) => {
  const {db, close} = await openDatabase({folders: [], scratch: ""});
  try {
    await db.run(`CREATE TABLE mart_buyer AS ${select}`);
    return await checkMart(db, "buyer", "mart_buyer");
  } finally {
    close();
  }
};

describe("a contract declared twice", () => {
  it("keeps its newest publication, and the older record stays a finding with its amount", async () => {
    const {report, rows} = await shaped({
      files: [[record({amount: "900"})], [record({published_on: "2024-06-01", amount: "1000"})]]
    });
    expect(rows("contract")).toMatchObject([{contract_uid: "217500016-2024A1", amount_eur: 1000}]);
    expect(total(report, "records")).toEqual([2, 1900]);
    expect(total(report, "distinct")).toEqual([1, 1000]);
    const repeated = rows("finding").filter((finding) => finding.rule === "duplicate-contract");
    expect(repeated).toMatchObject([{effect_eur: -900, record_number: 1}]);
  });

  it("keeps, at the same date, the record with more modifications, then the later input", async () => {
    const withOne = record({platform: "b", modifications: [modification({id: "1"})]});
    const {rows} = await shaped({files: [[withOne, record({platform: "a"})], [record({platform: "c"})]]});
    expect(rows("contract")).toMatchObject([{platform: "b"}]);
    const later = await shaped({files: [[record({platform: "a"})], [record({platform: "c"})]]});
    expect(later.rows("contract")).toMatchObject([{platform: "c"}]);
  });

  it("unites modifications by id, date and amount, without merging two of one record", async () => {
    const {rows} = await shaped({
      files: [
        [told({id: "1", notified_on: "2024-05-01", amount: "10"}, {id: "2", notified_on: "2024-06-01", amount: "20"})],
        [
          told(
            {id: "1", notified_on: "2024-05-01", amount: "10"},
            {notified_on: "2024-07-01", amount: "30"},
            {notified_on: "2024-07-01", amount: "30"}
          )
        ]
      ]
    });
    expect(rows("modification").map(({n, amount_declared_eur}) => [n, amount_declared_eur])).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
      [4, 30]
    ]);
    expect(rows("contract")).toMatchObject([{modification_count: 4}]);
  });

  it("is recognised without an identifier by its content", async () => {
    const {rows} = await shaped({files: [[record({id: null}), record({id: null}), record({id: " ", amount: "5000"})]]});
    expect(rows("contract")).toHaveLength(2);
    expect(rows("contract")[0]?.contract_uid).toMatch(/^217500016-sans-id-[0-9a-f]{12}$/);
  });
});

describe("a framework declared once per holder", () => {
  it("is one award, its amount counted once and shared between its suppliers", async () => {
    const {report, rows} = await shaped({
      files: [[lot("A", [holder(first)]), lot("B", [holder(second)]), lot("C", [holder(third)])]]
    });
    expect(rows("award")).toMatchObject([
      {contract_count: 3, supplier_count: 3, amount_declared_eur: 3000, amount_eur: 1000, is_framework: true}
    ]);
    expect(rows("award_supplier").map((row) => row.share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(total(report, "awards")).toEqual([1, 1000]);
    expect(rows("finding").map((finding) => finding.effect_eur)).toEqual([-1000, -1000]);
  });

  it("stays two awards when two rows name the same holder", async () => {
    const {report, rows} = await shaped({
      files: [[lot("A", [holder(first)]), lot("B", [holder(first)]), lot("C", [holder(second)])]]
    });
    expect(total(report, "same-key")).toEqual([1, 1000]);
    expect(
      rows("award")
        .map((award) => award.contract_count)
        .sort()
    ).toEqual([1, 2]);
    expect(total(report, "awards")).toEqual([2, 2000]);
  });

  it("recognises the same holder behind a repaired identifier", async () => {
    const {rows} = await shaped({files: [[lot("A", [holder(first)]), lot("B", [holder("7328293207120B")])]]});
    expect(rows("award")).toHaveLength(2);
    expect(rows("supplier")).toMatchObject([{supplier_id: "732829320", award_count: 2, amount_eur: 2000}]);
  });

  it("needs the same buyer, amount, date and full object, and no filler amount", async () => {
    const {rows} = await shaped({
      files: [
        [
          lot("A", [holder(first)]),
          lot("B", [holder(second)], {object: "Entretien des arbres, lot 2"}),
          lot("C", [holder(second)], {notified_on: "2024-03-02"}),
          lot("D", [holder(second)], {amount: "1000.01"}),
          lot("E", [holder(second)], {buyer_id: "73282932000074"}),
          lot("F", [holder(first)], {amount: "10", object: "filler"}),
          lot("G", [holder(second)], {amount: "10", object: "filler"}),
          lot("H", [holder(first)], {notified_on: null, object: "no date"}),
          lot("I", [holder(second)], {notified_on: null, object: "no date"})
        ]
      ]
    });
    expect(rows("award")).toHaveLength(9);
  });
});

describe("a supplier", () => {
  it("is its SIREN, its foreign identifier with its scheme, or unknown, each with its declared text", async () => {
    const holders = [
      holder(first),
      holder("732829320 00075"),
      holder("DE813449487", "TVA_INTRACOMMUNAUTAIRE"),
      holder("FR40356000000", "TVA"),
      holder(null)
    ];
    const {rows} = await shaped({files: [[record({holders})]]});
    expect(
      rows("award_supplier").map(({supplier_id, supplier_siren, supplier_id_declared, id_issue, share}) => [
        supplier_id,
        supplier_siren,
        supplier_id_declared,
        id_issue,
        share
      ])
    ).toEqual([
      ["356000000", "356000000", "FR40356000000", null, 0.25],
      ["732829320", "732829320", first, null, 0.25],
      ["TVA:DE813449487", null, "DE813449487", null, 0.25],
      ["inconnu", null, null, "supplier-id-missing", 0.25]
    ]);
  });

  it("is named only when the name carries a legal form, never a sole trader", async () => {
    const names = ["S.A.R.L. Les Arbres", "Marie Durand", "DURAND MARIE EI SARL", "Sasha Sassi"];
    const sirets = [first, second, third, "41302718600019"];
    const {rows} = await shaped({files: [names.map((name, i) => named(sirets[i] as string, name, i))]});
    const published = rows("supplier").map((supplier) => supplier.supplier_name);
    expect(published.filter((name) => name !== null)).toEqual(["S.A.R.L. Les Arbres"]);
  });
});

describe("amounts that cannot be counted", () => {
  it("leave the total, each with its reason", async () => {
    const amounts = ["10", "0", "NC", "1000"];
    const {report, rows} = await shaped({files: [amounts.map((amount, i) => record({id: `A${i}`, amount}))]});
    expect(rows("award").map(({amount_eur, amount_issue}) => [amount_eur, amount_issue])).toEqual([
      [null, "placeholder"],
      [null, "missing"],
      [null, "missing"],
      [1000, null]
    ]);
    expect(total(report, "corrected")).toEqual([1, 1000]);
    expect(rows("contract")[0]).toMatchObject({amount_declared_eur: 10, amount_eur: null});
  });
});

describe("the totals", () => {
  it("go down step by step by exactly the effects of the findings, whatever is declared", async () => {
    const some = fc.record({
      id: fc.constantFrom("A", "B", "C", "D", "E", null),
      amount: fc.constantFrom("10", "3.33", "0.1", "1234.56", "1234.56", "99999999.99", "NC"),
      notified_on: fc.constantFrom("2024-01-01", "2024-01-02", null),
      object: fc.constantFrom("un", "deux"),
      holders: fc.array(
        fc.constantFrom(first, second, "x").map((id) => holder(id)),
        {maxLength: 2}
      ),
      published_on: fc.constantFrom("2024-02-01", "2024-03-01")
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, {minLength: 1, maxLength: 30}), async (records) => {
        const {report} = await shapedWhole({files: [records.map(record)]});
        const [records_, distinct, , awards, corrected] = report.totals.map((t) => t.amount_eur) as number[];
        const effect = (rule: string) => report.findings.find((finding) => finding.rule === rule)?.effect_eur ?? 0;
        expect(records_! + effect("duplicate-contract")).toBeCloseTo(distinct!, 2);
        expect(distinct! + effect("framework-repeated")).toBeCloseTo(awards!, 2);
        expect(
          awards! + effect("placeholder-amount") + effect("filler-amount") + effect("amount-too-large")
        ).toBeCloseTo(corrected!, 2);
      }),
      {numRuns: 12}
    );
  });
});

describe("the folder that comes out", () => {
  it("holds every table three times, even when nothing was read", async () => {
    const {out, report, rows} = await shapedWhole({});
    const names = Object.keys(tables) as TableName[];
    expect(Object.keys(report.tables)).toEqual(names);
    expect(readdirSync(out).sort()).toEqual(["carnets.duckdb", "marts", "shape.json"]);
    expect(readdirSync(join(out, "marts")).sort()).toEqual(
      names.flatMap((name) => [`${name}.arrow`, `${name}.parquet`]).sort()
    );
    for (const name of names) expect(rows(name)).toEqual([]);
    expect(report.totals.map((t) => [t.rows, t.amount_eur])).toEqual(report.totals.map(() => [0, 0]));
  });

  it("gives the same bytes for the same input", async () => {
    const files = [[record(), record({id: "B", amount: "10"}), record({id: "C", notified_on: null})]];
    const [one, two] = [await shapedWhole({files}), await shapedWhole({files})];
    for (const file of readdirSync(join(one.out, "marts")))
      expect(readFileSync(join(one.out, "marts", file)), file).toEqual(readFileSync(join(two.out, "marts", file)));
  });

  it("has a database that opens with the tables of the schema", async () => {
    const {out} = await shapedWhole({files: [[record()]]});
    const instance = await DuckDBInstance.create(join(out, "carnets.duckdb"), {access_mode: "READ_ONLY"});
    const db = await instance.connect();
    const [row] = await (await db.run("SELECT count(*)::INTEGER AS n FROM contract")).getRowObjectsJS();
    expect(row).toEqual({n: 1});
    db.closeSync();
    instance.closeSync();
  });

  it("counts every record as staged or refused, and stops when one is lost", async () => {
    const refused = [{rule: "record-malformed", message: "essai", raw: "{"}];
    const {report} = await shaped({files: [[record(), record({id: "B"})]], refused});
    expect(report.inputs).toMatchObject([{records_read: 3, rows_staged: 2, rows_refused: 1}]);
    await expect(shaped({files: [[record()]], lost: 1})).rejects.toThrow(/expected 2 records read/);
  });

  it("refuses a rule of the reader that the catalogue does not know", async () => {
    await expect(shaped({files: [[record()]], refused: [{rule: "record-odd", raw: ""}]})).rejects.toThrow(/record-odd/);
  });
});

describe("a mart that does not follow the schema", () => {
  const sound =
    "'1' AS buyer_id, NULL::VARCHAR AS buyer_siren, NULL::VARCHAR AS buyer_name, 2 AS contract_count, 1 AS award_count";

  it("passes when it does", async () => expect(await check(`SELECT ${sound}, 2.5::DOUBLE AS amount_eur`)).toBe(1));

  it("stops on a missing, extra, misordered or mistyped column", async () => {
    await expect(check(`SELECT ${sound}`)).rejects.toThrow(/column 6 to be amount_eur DOUBLE, got none/);
    await expect(check(`SELECT ${sound}, 1::DOUBLE AS amount_eur, 1 AS more`)).rejects.toThrow(/absent, got more/);
    await expect(check(`SELECT 1::DOUBLE AS amount_eur, ${sound}`)).rejects.toThrow(/column 1/);
    await expect(check(`SELECT ${sound}, 1 AS amount_eur`)).rejects.toThrow(/DOUBLE, got amount_eur INTEGER/);
  });

  it("stops on a repeated key, a null or a number that is not finite", async () => {
    const row = `SELECT ${sound}, 1::DOUBLE AS amount_eur`;
    await expect(check(`${row} UNION ALL ${row}`)).rejects.toThrow(/one row per "buyer_id", got 2 rows for 1 keys/);
    await expect(check(`SELECT ${sound}, 'NaN'::DOUBLE AS amount_eur`)).rejects.toThrow(/infinite amount_eur/);
    await expect(check(`SELECT * REPLACE (NULL::INTEGER AS award_count) FROM (${row})`)).rejects.toThrow(
      /null award_count/
    );
  });
});

describe("the database of the shaping", () => {
  it("reaches nothing outside its folders and cannot be unlocked", async () => {
    const folder = temporaryFolder();
    const elsewhere = join(temporaryFolder(), "x.csv");
    writeFileSync(elsewhere, "a\n1\n");
    const {db, close} = await openDatabase({folders: [folder], scratch: folder});
    try {
      await expect(db.run(`FROM read_csv('${elsewhere}')`)).rejects.toThrow(/disabled/);
      await expect(db.run(`COPY (SELECT 1) TO '${elsewhere}'`)).rejects.toThrow(/disabled/);
      await expect(db.run("SET enable_external_access=true")).rejects.toThrow();
      await expect(db.run(`COPY (SELECT 1 AS a) TO '${folder}/a.csv'`)).resolves.toBeDefined();
    } finally {
      close();
    }
  });
});
