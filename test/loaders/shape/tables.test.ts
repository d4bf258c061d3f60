import {describe, expect, it} from "vitest";
import {holder, record, shapedTo, type TestRecord} from "./work.js";

const shaped = shapedTo(
  "award",
  "buyer",
  "completeness",
  "contract",
  "contract_source",
  "coverage",
  "finding",
  "modification",
  "subcontract"
);

const change = (amount: string | null, day: number, fields: object = {}) => ({
  id: `${day}`,
  object: null,
  notified_on: `2024-06-${String(day).padStart(2, "0")}`,
  published_on: null,
  duration_months: null,
  amount,
  ...fields
});

/** Contracts of 1,000 € of one platform, one for each list of amounts of modifications. */
const modified = (platform: string | null, ...lists: string[][]): TestRecord[] =>
  lists.map((amounts, i) =>
    record({
      id: `${platform}-${i}`,
      object: `objet ${i}`,
      platform,
      modifications: amounts.map((amount, n) => change(amount, n + 1))
    })
  );

const meanings = async (records: TestRecord[], id: string) => {
  const {rows} = await shaped({files: [records]});
  return rows("modification")
    .filter((row) => row.contract_uid === `217500016-${id}`)
    .map((row) => [row.amount_meaning, row.amount_after_eur]);
};

describe("an amount that is none", () => {
  it("says why: filler, too large, placeholder, missing, another currency", async () => {
    const amounts = ["11111111", "999999999.99", "666666666", "1234567891", "3000000000.01", "9.5", "0", "10000000"];
    const records = amounts.map((amount, i) => record({id: `A${i}`, object: `objet ${i}`, amount}));
    const foreign = record({id: "A8", amount: "500", notes: ["currency:GBP"]});
    const {rows, report} = await shaped({files: [[...records, foreign]]});
    expect(rows("contract").map((row) => row.amount_issue)).toEqual([
      "filler",
      "filler",
      "filler",
      "filler",
      "too-large",
      "placeholder",
      "missing",
      null,
      "currency"
    ]);
    expect(rows("contract").map((row) => row.amount_eur)).toEqual([...Array(7).fill(null), 10000000, null]);
    expect(rows("contract")[8]?.amount_declared_eur).toBeNull();
    expect(report.totals.at(-1)).toMatchObject({id: "corrected", rows: 1, amount_eur: 10000000});
  });

  it("is not a third of a round sum, nor a round sum", async () => {
    const amounts = [3333333.33, 6666666.67, 66666666, 10000000, 1123456789];
    const {rows} = await shaped({
      files: [amounts.map((amount, i) => record({id: `A${i}`, object: `objet ${i}`, amount: `${amount}`}))]
    });
    expect(rows("contract").map((row) => row.amount_eur)).toEqual(amounts);
  });
});

describe("what a contract says besides", () => {
  it("comes in canonical labels, and a denial beside a value is left out", async () => {
    const {rows} = await shaped({
      files: [
        [
          record({
            consortium_type: "SOLIDAIRE",
            social: ["marche reserve", "Clause sociale", "Pas de considération sociale"],
            environmental: ["Pas de considération environnementale"],
            is_innovative: "oui",
            place_code: "75056",
            place_type: "CODE_COMMUNE"
          }),
          record({id: "B", social: ["inconnue"], environmental: [], is_innovative: "NC", place_type: "bourgogne"})
        ]
      ]
    });
    expect(rows("contract")).toMatchObject([
      {
        consortium_type: "Solidaire",
        social_clauses: "Clause sociale; Marché réservé",
        environmental_clauses: "Pas de considération environnementale",
        is_innovative: true,
        place_code: "75056",
        place_type: "Code commune"
      },
      {consortium_type: null, social_clauses: null, environmental_clauses: null, is_innovative: null, place_type: null}
    ]);
  });

  it("counts the acts of subcontracting, and keeps changes of acts that nobody declares", async () => {
    const act = {id: "1", holder_id: "35600000000048", holder_scheme: "SIRET", notified_on: "2024-04-01", amount: "50"};
    const moved = (id: string) => ({id, notified_on: "2024-05-01", amount: "60"});
    const fields = {subcontracts: [act], subcontract_changes: [moved("1"), moved("2")]};
    const {rows} = await shaped({files: [[record(fields)], [record(fields)]]});
    expect(rows("subcontract")).toMatchObject([
      {n: 1, kind: "act", act_id: "1", has_act: true, subcontractor_siren: "356000000", amount_declared_eur: 50},
      {n: 2, kind: "change", act_id: "1", has_act: true, subcontractor_siren: null},
      {n: 3, kind: "change", act_id: "2", has_act: false, amount_declared_eur: 60}
    ]);
    expect(rows("contract")).toMatchObject([{subcontract_count: 1, source_count: 2}]);
    expect(rows("award")).toMatchObject([{subcontract_count: 1, has_subcontracting: null}]);
  });
});

describe("what an award says of its answers", () => {
  const many = (n: number, platform: string | null, fields: (i: number) => TestRecord) =>
    Array.from({length: n}, (_, i) => record({id: `${platform}${i}`, object: `objet ${i}`, platform, ...fields(i)}));

  it("names the fields where its platform gives one answer in more than 99 % of 100 cases at least", async () => {
    const always = many(101, "toujours", (i) => ({
      is_innovative: i === 0 ? "true" : "false",
      has_subcontracting: "false"
    }));
    const unsaid = many(100, null, () => ({has_subcontracting: "false"}));
    const rare = many(99, "rare", () => ({is_innovative: "false"}));
    const varied = (i: number) => ({offers_received: `${i % 7}`, procedure: i % 2 ? "Appel d’offres ouvert" : "MAPA"});
    const files = [[...always, ...unsaid, ...rare].map((fields, i) => ({...fields, ...varied(i)}))];
    const {rows} = await shaped({files});
    const named = (platform: string | null) =>
      new Set(
        rows("award")
          .filter((row) => row.platform === platform)
          .map((row) => row.default_fields)
      );
    for (const default_fields of named("toujours")) {
      expect(default_fields?.split("; ")).toEqual(expect.arrayContaining(["has_subcontracting", "is_innovative"]));
      expect(default_fields).not.toContain("offers_received");
    }
    expect([...named(null)].join()).toContain("has_subcontracting");
    expect([...named("rare")]).toEqual([null]);
    const said = (platform: string | null) =>
      new Set(rows("award").flatMap((row) => (row.platform === platform ? [row.has_subcontracting] : [])));
    expect([said(null), said("rare")]).toEqual([new Set([false]), new Set([null])]);
  });

  it("is closed when six months lie between its notification and the newest publication read", async () => {
    const dates = [
      ["2024-01-31", "2024-02-10"],
      ["2024-03-01", "2024-09-01"],
      ["2024-03-02", "2024-03-10"]
    ];
    const {rows} = await shaped({
      files: [
        dates.map(([notified_on, published_on], i) => record({id: `D${i}`, object: `o${i}`, notified_on, published_on}))
      ]
    });
    expect(rows("award").map((row) => row.is_publication_closed)).toEqual([true, true, false]);
  });
});

describe("the amount of a modification", () => {
  it("is an increment where the platform writes small amounts, and they add up", async () => {
    const records = modified("p", ["100", "50", "0"], ["20"], ["30"], ["40"]);
    expect(await meanings(records, "p-0")).toEqual([
      ["increment", 1100],
      ["increment", 1150],
      ["increment", 1150]
    ]);
  });

  it("is a new total where the platform writes amounts near the first one", async () => {
    const records = modified("p", ["1100", "1200"], ["1000"], ["900"], ["1500"]);
    expect(await meanings(records, "p-0")).toEqual([
      ["new_total", 1100],
      ["new_total", 1200]
    ]);
  });

  it("is unknown where it contradicts its platform, and the contract's amount is from there on", async () => {
    const small = modified("p", ["100", "950", "50"], ["20"], ["30"], ["40"]);
    expect(await meanings(small, "p-0")).toEqual([
      ["increment", 1100],
      ["unknown", null],
      ["increment", null]
    ]);
    const large = modified("p", ["1100", "300"], ["1200"], ["1300"], ["1400"]);
    expect(await meanings(large, "p-0")).toEqual([
      ["new_total", 1100],
      ["unknown", null]
    ]);
  });

  it("is read contract by contract where too few are told or the platform is not", async () => {
    for (const platform of ["p", null])
      expect(await meanings(modified(platform, ["1200", "100", "600", "-50"]), `${platform}-0`)).toEqual([
        ["new_total", 1200],
        ["increment", 1300],
        ["unknown", null],
        ["increment", null]
      ]);
  });

  it("never touches the amount of the contract", async () => {
    const {rows} = await shaped({files: [modified("p", ["1200"])]});
    expect(rows("contract")).toMatchObject([{amount_declared_eur: 1000, amount_eur: 1000, modification_count: 1}]);
    expect(rows("modification")).toMatchObject([{amount_ratio: 1.2, amount_after_eur: 1200}]);
  });

  it("has no ratio to an amount that is none", async () => {
    const {rows} = await shaped({files: [[record({amount: "10", modifications: [change("5000", 1)]})]]});
    expect(rows("modification")).toMatchObject([
      {amount_ratio: null, amount_meaning: "unknown", amount_after_eur: null}
    ]);
  });
});

describe("one contract told by several sources", () => {
  it("is kept once, and every record stays with its file", async () => {
    const {rows} = await shaped({
      files: [[record({platform: "a", amount: "900"})], [record({platform: "b", published_on: "2024-06-01"})]]
    });
    expect(rows("contract")).toMatchObject([{platform: "b", amount_eur: 1000, source_count: 2}]);
    expect(rows("contract_source")).toMatchObject([
      {source_id: "fffffffffff0", platform: "a", is_kept: false, amount_declared_eur: 900, dataset: "decp"},
      {source_id: "fffffffffff1", platform: "b", is_kept: true, amount_declared_eur: 1000}
    ]);
  });

  it("says which holders each record names, in its own words and order, and where one has no identifier", async () => {
    const names = [holder("55208131766522"), holder(null), holder("732829320")];
    const {rows} = await shaped({
      files: [[record(), record({id: "2024A2", holders: names}), record({id: "2024A3", holders: []})]]
    });
    expect(rows("contract_source").map((row) => row.supplier_ids_declared)).toEqual([
      "73282932000074",
      "55208131766522; ; 732829320",
      null
    ]);
  });

  it("keeps the essential data before a city list, which gives a ceiling and no amount", async () => {
    const list = (id: string) => record({id, dialect: "city-list", amount: "5000", published_on: "2024-12-31"});
    const {rows, report} = await shaped({
      files: [
        [record({id: "2024A1"}), record({id: "2024F7"})],
        [list("2024A1"), list("20242024F7"), list("2024Z9")]
      ]
    });
    expect(rows("contract").map((row) => [row.contract_id, row.amount_eur, row.ceiling_eur, row.amount_issue])).toEqual(
      [
        ["2024A1", 1000, 5000, null],
        ["2024F7", 1000, 5000, null],
        ["2024Z9", null, 5000, "ceiling"]
      ]
    );
    expect(report.totals[0]).toMatchObject({rows: 5, amount_eur: 2000});
  });

  it("is recognised behind two zeros, with the same amount and the same day", async () => {
    const fields = [
      {id: "20220118"},
      {id: "2022011800"},
      {id: "2022011900"},
      {id: "20220119", amount: "7"},
      {id: "12"}
    ];
    const {rows} = await shaped({files: [[...fields, {id: "1200"}].map(record)]});
    expect(rows("contract").map((row) => row.contract_uid.slice(10))).toEqual([
      "12",
      "1200",
      "20220118",
      "20220119",
      "2022011900"
    ]);
    expect(rows("finding").filter((row) => row.rule === "duplicate-id-padded")).toMatchObject([
      {declared: "2022011800", repaired: "20220118", platform: "essai", year: 2024}
    ]);
  });
});

describe("a buyer", () => {
  it("has the name that is declared most often, and counts each award once", async () => {
    const names = ["Ville de Paris", "VILLE DE PARIS", "Ville de Paris"];
    const records = names.map((buyer_name, i) => record({id: `A${i}`, buyer_name, holders: [holder(`${i}`)]}));
    const {rows} = await shaped({files: [records]});
    expect(rows("buyer")).toEqual([
      {
        buyer_id: "217500016",
        buyer_siren: "217500016",
        buyer_name: "Ville de Paris",
        contract_count: 3,
        award_count: expect.any(Number),
        amount_eur: expect.any(Number)
      }
    ]);
    const awards = rows("award");
    expect(rows("buyer")[0]).toMatchObject({
      award_count: awards.length,
      amount_eur: awards.reduce((sum, award) => sum + (award.amount_eur ?? 0), 0)
    });
  });
});

describe("the months of a buyer", () => {
  /** As many contracts in each month from January 2022 on. */
  const monthly = (...counts: number[]): TestRecord[] =>
    counts.flatMap((n, month) =>
      Array.from({length: n}, (_, i) =>
        record({
          id: `${month}-${i}`,
          object: `objet ${month}-${i}`,
          notified_on: new Date(Date.UTC(2022, month, 5)).toISOString().slice(0, 10)
        })
      )
    );
  const gaps = async (records: TestRecord[]) => {
    const {rows} = await shaped({files: [records]});
    const months = rows("coverage");
    return {months: months.length, empty: months.filter((row) => row.is_gap).map((row) => row.month)};
  };

  it("hold a gap where a run of them is nearly empty between full ones", async () => {
    expect(await gaps(monthly(15, 14, 16, 15, 0, 1, 0, 15, 14, 16))).toEqual({
      months: 10,
      empty: ["2022-05-01", "2022-06-01", "2022-07-01"]
    });
  });

  it("hold none where a small buyer has a month without contract, nor at the ends", async () => {
    expect(await gaps(monthly(3, 2, 4, 0, 3, 2, 4, 0, 3, 3, 4))).toEqual({months: 11, empty: []});
    expect(await gaps(monthly(15, 14, 16, 15, 14, 0, 0, 0, 1))).toEqual({months: 9, empty: []});
  });

  it("are those that are declared, under 24 contracts", async () => {
    expect(await gaps(monthly(2, 0, 0, 0, 0, 3))).toEqual({months: 2, empty: []});
  });
});

describe("the answers of a platform", () => {
  it("are counted against the records that are asked, and a value that stands everywhere is a default", async () => {
    const {rows} = await shaped({
      files: [
        Array.from({length: 120}, (_, i) =>
          record({
            id: `A${i}`,
            object: `objet ${i}`,
            origin_eu: "0",
            is_innovative: i < 2 ? "true" : "false",
            has_advance: i % 2 ? "true" : "NC",
            ccag: null
          })
        ),
        [record({dialect: "v1", ccag: "Travaux"}), record({id: "C", kind: "concession", dialect: "v1"})]
      ]
    });
    const told = (field: string) => rows("completeness").find((row) => row.field === field);
    expect(told("origin_eu")).toMatchObject({asked: 120, answered: 120, default_value: "0", default_count: 120});
    expect(told("is_innovative")).toMatchObject({asked: 120, answered: 120, default_value: null, default_count: 0});
    expect(told("advance")).toMatchObject({asked: 120, answered: 60});
    expect(told("ccag")).toMatchObject({asked: 120, answered: 0});
    expect(told("cpv")).toMatchObject({asked: 121});
    expect(told("amount")).toMatchObject({asked: 122, answered: 122, platform: "essai", year: 2024});
  });

  it("are asked of a table only where it has the column", async () => {
    const line = (id: string, fields: TestRecord) => record({id, dialect: "tabular", ...fields});
    const {rows} = await shaped({
      files: [[line("A", {ccag: "Travaux"}), line("B", {ccag: null})], [line("C", {ccag: null})]]
    });
    expect(rows("completeness").find((row) => row.field === "ccag")).toMatchObject({asked: 2, answered: 1});
    expect(rows("completeness").some((row) => row.field === "social")).toBe(false);
  });
});
