import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import rules from "../../src/catalogue/rules/index.js";
import type {Rule} from "../../src/lib/rule.js";
import type {Row} from "../../src/lib/schema.js";
import {holder, record, shapedTo, type TestRecord, type TestShape, type TestWork} from "./shape/work.js";

const shaped = shapedTo("contract", "finding");
const reference = (name: string) => readFileSync(`data/reference/${name}`, "utf8");
const emissions = reference("climat/emissions_ges.csv");
const targets = reference("climat/objectifs.csv");
const header = (text: string) => text.slice(0, text.indexOf("\n") + 1);

/** Forty sound contracts of one division, whose amounts rise by a tenth from `least` on: peers of each other. */
const peers = (least: number, fields: TestRecord = {}): TestRecord[] =>
  Array.from({length: 40}, (_, i) =>
    record({id: `P${i}`, object: `Lot ${i}`, amount: (least * 1.1 ** i + 0.01).toFixed(2), ...fields})
  );
const amongPeers = (amount: string): TestWork => ({files: [[...peers(1000), record({amount})]]});
/** The same amounts in cents: what a file that lost its decimals declares. */
const cents = (records: readonly TestRecord[]): TestRecord[] =>
  records.map((fields) => ({...fields, amount: String(Math.round(Number(fields.amount) * 100))}));
/** A contract unlike its neighbours in every field that could look like a default. */
const several = (i: number): TestRecord => ({
  id: `D${i}`,
  object: `Objet ${i}`,
  amount: String(1000 + i),
  notified_on: `2024-0${1 + (i % 9)}-01`,
  published_on: `2024-0${1 + (i % 9)}-15`,
  nature: i % 2 ? "Marché" : "Accord-cadre",
  cpv: i % 2 ? "77340000" : "45000000",
  procedure: i % 2 ? "Procédure adaptée" : "Appel d'offres ouvert",
  duration_months: String(i),
  offers_received: String(i),
  holders: [holder(i % 2 ? "73282932000074" : "35600000000048")]
});
const monthly = (year: number, i: number): TestRecord => ({
  id: `${year}M${i}`,
  object: `Objet ${i}`,
  notified_on: `${year}-${String(1 + (i % 12)).padStart(2, "0")}-10`,
  published_on: `${year}-12-31`
});
const modification = (fields: object): object => ({
  id: null,
  object: null,
  notified_on: null,
  published_on: null,
  duration_months: null,
  amount: null,
  ...fields
});
const modified = (initial: string, amount: string): TestWork => ({
  files: [[record({amount: initial, modifications: [modification({amount, notified_on: "2024-06-01"})]})]]
});

/** Compiled tables about people met, by data set. */
const nights = (names: Readonly<Record<string, string>>) => ({
  csv: Object.entries(names).map(([dataset, name]) => ({
    dataset,
    text: reference(`solidarite/nuit_solidarite_${name}.csv`)
  }))
});

/** The input in which a rule's example stands, where it is more than one field of a sound record. */
const settings: Readonly<Record<string, (declared: string) => TestWork>> = {
  "duplicate-contract": (id) => ({files: [[record({id}), record({id, published_on: "2024-09-01"})]]}),
  "framework-repeated": () => ({
    files: [[record({id: "2024F00284"}), record({id: "2024F00285", holders: [holder("35600000000048")]})]]
  }),
  "same-holder-twin": () => ({files: [[record({id: "2024F00284"}), record({id: "2024F00285"})]]}),
  "self-award": (id) => ({files: [[record({holders: [holder(id)]})]]}),
  "buyer-id-missing": () => ({files: [[record({buyer_id: null})]]}),
  "test-record": (id) => ({files: [[record({id})]]}),
  "amount-suspect": amongPeers,
  "amount-aberrant": amongPeers,
  "amount-times-hundred": (amount) => ({
    files: [peers(1000), [record({amount, platform: "b"}), ...cents(peers(1000, {platform: "b"}))]]
  }),
  "modification-increment": (amount) => modified("1000.00", amount),
  "modification-unknown-meaning": (amount) => modified("1000.00", amount),
  "date-order": (notified_on) => ({files: [[record({modifications: [modification({notified_on})]})]]}),
  "date-missing": () => ({files: [[record({notified_on: null})]]}),
  "published-late": (published_on) => ({
    files: [[record({published_on}), record({id: "B", notified_on: "2024-11-01", published_on: "2024-11-02"})]]
  }),
  "value-and-denial": (list) => ({files: [[record({techniques: list.split(" ; ")})]]}),
  "default-value": (has_subcontracting) => ({
    files: [Array.from({length: 100}, (_, i) => record({...several(i), has_subcontracting}))]
  }),
  "duplicate-across-platforms": (platform) => ({
    files: [[record({platform: "a"})], [record({platform, published_on: "2024-09-01"})]]
  }),
  "amount-disagreement": (amount) => ({files: [[record({amount})], [record({published_on: "2024-09-01"})]]}),
  "duplicate-id-padded": (id) => ({files: [[record({id: id.slice(0, -2)}), record({id})]]}),
  "coverage-gap": () => ({
    files: [[2022, 2024].flatMap((year) => Array.from({length: 60}, (_, i) => record(monthly(year, i))))]
  }),
  "supplier-id-wrong-scheme": (id) => ({files: [[record({holders: [holder(id, "TVA")]})]]}),
  "contract-id-missing": (id) => ({files: [[record({id})]]}),
  "nan-literal": () => ({files: [[record({notes: ["nan-literal"]})]]}),
  "target-without-year": (indicator) => ({
    csv: [
      {
        dataset: "objectifs-climat",
        text: `${header(targets)}2024-2030,dechets,${indicator},territoire,,,,60,%,hausse,publie,,essai,https://exemple.fr`
      }
    ]
  }),
  "figure-not-published": (status) => ({
    csv: [
      {
        dataset: "emissions-ges",
        text: `${header(emissions)}2010,Paris,total,total,45,MtCO2e,essai,${status},,essai,https://exemple.fr`
      }
    ]
  }),
  "figure-repeated": (value) => ({
    csv: [
      {
        dataset: "emissions-ges",
        text:
          header(emissions) +
          `2014,Paris,total,total,${value},MtCO2e,essai,publie,,essai,https://exemple.fr\n`.repeat(2)
      }
    ]
  }),
  "night-cell-small": () => nights({"nuit-lieux": "lieux"}),
  "night-zone-finer": () => nights({"nuit-arrondissements": "arrondissements"}),
  "night-question-withheld": () => nights({"nuit-profils": "profils"}),
  "night-places-below-total": () => nights({"nuit-lieux": "lieux", "nuit-solidarite": "totaux"}),
  "night-count-disagreement": (people) => ({
    csv: [
      ...nights({"nuit-solidarite": "totaux"}).csv,
      {dataset: "nuit-jeu-ouvert", text: `edition_jeu_ouvert,personnes_jeu_ouvert\n2018,3035\n2020,${people}\n`}
    ]
  }),
  "night-count-sum": () => ({
    csv: [{dataset: "nuit-solidarite", text: reference("solidarite/nuit_solidarite_totaux.csv")}]
  })
};

/** The field of a record that carries the declared value of a rule. */
const fields: Readonly<Record<string, (declared: string) => TestRecord>> = {
  amount_eur: (amount) => ({amount}),
  amount_declared_eur: (amount) => ({amount}),
  cpv: (cpv) => ({cpv}),
  buyer_siret: (buyer_id) => ({buyer_id}),
  notified_on: (notified_on) => ({notified_on}),
  published_on: (published_on) => ({published_on}),
  procedure: (procedure) => ({procedure}),
  supplier_siren: (id) => ({holders: [holder(id)]})
};

function settingOf({id, field, example: {declared}}: Rule): TestWork {
  const setting = settings[id];
  if (setting) return setting(declared);
  if (field === "record") return {files: [[record()]], refused: [{rule: id, message: "essai", raw: declared}]};
  const fill = fields[field];
  if (!fill) throw new Error(`${id}: expected a setting for its example. Add one to "settings".`);
  return {files: [[record(fill(declared))]]};
}

/** Rules that compare a record with all others, or whose example has an identifier of another rule's: a build of their own. */
const alone = new Set([
  "amount-aberrant",
  "amount-suspect",
  "amount-times-hundred",
  "coverage-gap",
  "default-value",
  "framework-repeated",
  "published-late",
  "same-holder-twin"
]);

/** What a build found: its summary, its findings, and the sources that a rule's own example became. */
interface Found {
  report: TestShape["report"];
  findings: Row<"finding">[];
  sources: ReadonlySet<string>;
}

async function build(work: TestWork): Promise<Pick<Found, "report" | "findings">> {
  const {report, rows} = await shaped(work);
  return {report, findings: rows("finding")};
}

/** The examples of all other rules in one build, each in files of its own, on contracts of its own. */
function together(): {work: TestWork; sources: Map<string, Set<string>>} {
  const files: TestRecord[][] = [];
  const refused: object[] = [];
  const csv: {dataset: string; text: string}[] = [];
  const sources = new Map<string, Set<string>>();
  for (const rule of rules.filter(({id}) => !alone.has(id))) {
    const setting = settingOf(rule);
    const own = new Set<string>();
    for (const records of setting.files ?? []) {
      own.add(`${files.length}`.padStart(12, "f"));
      files.push(records.map((fields) => ownContract(fields, rule.id)));
    }
    for (const table of setting.csv ?? []) {
      const known = csv.findIndex(({dataset, text}) => dataset === table.dataset && text === table.text);
      if (known < 0) csv.push(table);
      own.add(`${known < 0 ? csv.length - 1 : known}`.padStart(12, "c"));
    }
    // What was refused is of the first file.
    if (setting.refused) own.add("fffffffffff0");
    refused.push(...(setting.refused ?? []));
    sources.set(rule.id, own);
  }
  return {work: {files, refused, csv}, sources};
}

/** A record that no other example repeats: its identifier and object are its rule's, unless the example sets them. */
function ownContract(fields: TestRecord, rule: string): TestRecord {
  const {id, object} = record();
  return {
    ...fields,
    id: fields.id === id ? rule : fields.id,
    object: fields.object === object ? `${object}, ${rule}` : fields.object
  };
}

const builds = new Map<string, Promise<Pick<Found, "report" | "findings">>>();

/** What the build that holds a rule's example found; each build is made once. */
async function foundFor(rule: Rule): Promise<Found> {
  const {work, sources} = alone.has(rule.id) ? {work: settingOf(rule), sources: null} : together();
  const key = sources === null ? rule.id : "together";
  const made = builds.get(key) ?? build(work);
  builds.set(key, made);
  const found = await made;
  return {...found, sources: sources?.get(rule.id) ?? new Set(found.findings.map(({source_id}) => source_id))};
}

describe("a finding rule", () => {
  for (const rule of rules)
    it(`${rule.id} finds its own example and repairs it as it says`, async () => {
      const {report, findings, sources} = await foundFor(rule);
      const all = findings.filter((finding) => finding.rule === rule.id);
      const found = all.filter(({source_id}) => sources.has(source_id));
      expect(found.length).toBeGreaterThan(0);
      expect(found[0]).toMatchObject({severity: rule.severity, field: rule.field, repaired: rule.example.repaired});
      expect(found[0]?.declared ?? "").toBe(rule.example.declared);
      const summary = report.findings.find((finding) => finding.rule === rule.id);
      expect(summary).toMatchObject({rows: all.length, severity: rule.severity});
      expect(summary!.of).toBeGreaterThanOrEqual(all.length);
      expect(summary!.examples.length).toBeGreaterThan(0);
    });

  it("finds nothing in a sound record", async () => {
    const {rows} = await shaped({files: [[record()]]});
    expect(rows("finding")).toEqual([]);
  });

  it("flags no amount where the peers have no spread, or are fewer than thirty", async () => {
    const amounts = ["amount-suspect", "amount-aberrant", "amount-times-hundred"];
    const flagged = async (files: TestRecord[][]) =>
      (await shaped({files})).rows("finding").filter(({rule}) => amounts.includes(rule));
    const same = peers(1000).map((fields) => ({...fields, amount: "5000.00"}));
    expect(await flagged([[...same, record({amount: "2000000000"})]])).toEqual([]);
    expect(await flagged([[...peers(1000).slice(0, 28), record({amount: "2000000000"})]])).toEqual([]);
    expect(await flagged([[...peers(1000), record({amount: "2000000000"})]])).not.toEqual([]);
  });

  it("shows the peers of a suspect amount, their number, their median and the distance", async () => {
    const {findings} = await foundFor(rules.find(({id}) => id === "amount-suspect") as Rule);
    expect(findings.find(({rule}) => rule === "amount-suspect")?.evidence).toMatch(
      /^pairs : marchés, division CPV 77, hors accords-cadres ; n = 41 ; médiane = 6\u202f728\u00a0€ ; z = \d,\d$/
    );
  });

  it("takes a wider group of peers when the division has too few", async () => {
    const elsewhere = peers(1000).map((fields, i) => ({...fields, cpv: i < 20 ? "45000000" : "71000000"}));
    const {rows} = await shaped({files: [[...elsewhere, record({amount: "2000000000"})]]});
    expect(rows("finding").find(({rule}) => rule === "amount-aberrant")?.evidence).toContain(
      "toutes divisions ; n = 41"
    );
  });

  it("compares an award that merges several contracts with frameworks, whatever they call themselves", async () => {
    const frameworks = peers(1_000_000, {techniques: ["Accord-cadre"]}).map((fields) => ({
      ...fields,
      id: `F${fields.id}`
    }));
    const holders = [[holder("73282932000074")], [holder("55208131766522")]];
    const repeated = holders.map((own, i) => record({id: `R${i}`, amount: "9000000", holders: own}));
    const {rows} = await shaped({files: [[...peers(1000), ...frameworks, ...repeated]]});
    const rule = (wanted: string) => rows("finding").filter((finding) => finding.rule === wanted);
    expect(rule("framework-repeated")).toHaveLength(1);
    // Against the others, whose median is 6 728 €, it would be suspect.
    expect([...rule("amount-suspect"), ...rule("amount-aberrant")]).toEqual([]);
    const alone = await shaped({files: [[...peers(1000), ...frameworks, ...repeated.slice(1)]]});
    expect(alone.rows("finding").find((finding) => finding.rule.startsWith("amount-"))?.evidence).toContain(
      "hors accords-cadres ; n = 41"
    );
  });

  it("sees a file in cents only where another file gives it peers that have cents", async () => {
    const flagged = async (files: TestRecord[][]) =>
      (await shaped({files})).rows("finding").filter(({rule}) => rule === "amount-times-hundred");
    const lost = cents(peers(1000, {platform: "b"}));
    expect(await flagged([peers(1000).map((fields) => ({...fields, id: `Q${fields.id}`})), lost])).toHaveLength(40);
    expect(await flagged([lost])).toEqual([]);
    expect(await flagged([lost, lost.map((fields) => ({...fields, id: `Q${fields.id}`, platform: "c"}))])).toEqual([]);
  });

  it("takes the amount of a source that declares exactly a hundredth for most contracts of a file, whatever the order", async () => {
    const source = Array.from({length: 4}, (_, i) =>
      record({id: `C${i}`, object: `Lot ${i}`, amount: `${100 + i}.50`})
    );
    const lost = cents(source).map((fields) => ({...fields, published_on: "2024-12-01"}));
    const kept = {...lost[3], amount: "103.50"};
    const only = record({id: "C9", object: "Lot 9", amount: "770000"});
    for (const files of [
      [source, [...lost.slice(0, 3), kept, only]],
      [[...lost.slice(0, 3), kept, only], source]
    ]) {
      const {rows} = await shaped({files});
      const found = rows("finding").filter(({rule}) => rule === "amount-times-hundred");
      const [csv, xml] = files[0] === source ? ["fffffffffff0", "fffffffffff1"] : ["fffffffffff1", "fffffffffff0"];
      expect(
        found.map(({source_id, declared, repaired, evidence}) => [source_id, declared, repaired, evidence])
      ).toEqual([
        [
          xml,
          "10050.00",
          "100.50",
          `tranché : le fichier ${csv} déclare 100.50 (enregistrement 1) ; de même pour 3 des 4 montants communs`
        ],
        [
          xml,
          "10150.00",
          "101.50",
          `tranché : le fichier ${csv} déclare 101.50 (enregistrement 2) ; de même pour 3 des 4 montants communs`
        ],
        [
          xml,
          "10250.00",
          "102.50",
          `tranché : le fichier ${csv} déclare 102.50 (enregistrement 3) ; de même pour 3 des 4 montants communs`
        ],
        [xml, "770000.00", "7700.00", expect.stringMatching(/^tout le fichier : 3 des 4 montants/)]
      ]);
      const amounts = rows("contract").map(({contract_id, amount_eur, source_id}) => [
        contract_id,
        amount_eur,
        source_id
      ]);
      expect(amounts.slice(0, 3)).toEqual([
        ["C0", 100.5, csv],
        ["C1", 101.5, csv],
        ["C2", 102.5, csv]
      ]);
      expect(amounts.at(-1)).toEqual(["C9", 770000, xml]);
      expect(rows("finding").filter(({rule}) => rule === "amount-disagreement")).toEqual([]);
    }
  });

  it("settles nothing between two sources that differ a hundredfold on a contract or two", async () => {
    const source = Array.from({length: 5}, (_, i) =>
      record({id: `C${i}`, object: `Lot ${i}`, amount: `${100 + i}.50`})
    );
    const other = [...cents(source.slice(0, 2)), ...source.slice(2)].map((fields) => ({
      ...fields,
      published_on: "2024-12-01"
    }));
    const {rows} = await shaped({files: [source, other]});
    expect(
      rows("finding")
        .map(({rule, declared}) => [rule, declared])
        .filter(([rule]) => rule?.startsWith("amount"))
    ).toEqual([
      ["amount-disagreement", "100.50"],
      ["amount-disagreement", "101.50"]
    ]);
    expect(rows("contract").map(({amount_eur}) => amount_eur)).toEqual([10050, 10150, 102.5, 103.5, 104.5]);
  });

  it("counts two months of calendar from the notification, on cohorts that are closed", async () => {
    const dates = [
      ["2024-01-31", "2024-03-31"],
      ["2024-01-31", "2024-04-01"],
      ["2024-06-30", "2024-09-02"],
      ["2024-07-01", "2024-09-02"],
      ["2024-12-01", "2024-12-31"]
    ];
    const records = dates.map(([notified_on, published_on], i) =>
      record({id: `L${i}`, object: `Lot ${i}`, notified_on, published_on})
    );
    const {rows} = await shaped({files: [records]});
    const late = rows("finding").filter(({rule}) => rule === "published-late");
    expect(late.map(({record_number}) => record_number)).toEqual([2, 3]);
  });

  it("reads the method of OCDS where the publisher's own words for a procedure are not known", async () => {
    const words: [string, string[]][] = [
      ["Ajuste Direto Regime Geral", ["method:direct"]],
      ["Restricted procedure", ["method:selective"]],
      ["open", []],
      ["Competitive quotation", ["currency:GBP", "method:limited"]],
      ["Other", []]
    ];
    const records = words.map(([procedure, notes], i) => record({id: `O${i}`, dialect: "ocds", procedure, notes}));
    const {rows} = await shaped({files: [records]});
    expect(rows("contract").map((row) => [row.procedure, row.procedure_declared])).toEqual([
      ["Attribution directe", "Ajuste Direto Regime Geral"],
      ["Appel d’offres restreint", "Restricted procedure"],
      ["Procédure ouverte", "open"],
      ["Procédure limitée", "Competitive quotation"],
      [null, "Other"]
    ]);
    const unknown = rows("finding").filter(({rule}) => rule === "label-unknown");
    expect(unknown.map(({declared}) => declared)).toEqual(["Other"]);
  });

  it("takes a real purchase of tests for no trial", async () => {
    const objects = [
      "Kits de test",
      "Post test de la campagne",
      "Tests COVID",
      "Contestation",
      "marché pes test",
      "TEST"
    ];
    const {rows} = await shaped({files: [objects.map((object, i) => record({id: `T${i}`, object}))]});
    const trials = rows("finding").filter(({rule}) => rule === "test-record");
    expect(trials.map(({evidence}) => evidence)).toEqual(["objet : marché pes test", "objet : TEST"]);
  });

  it("has one SQL file, one entry and one file of the catalogue", () => {
    const ids = rules.map(({id}) => id).sort();
    expect(new Set(ids).size).toBe(ids.length);
    expect(readdirSync("loaders/rules").sort()).toEqual(ids.map((id) => `${id}.sql`));
    expect(
      readdirSync("src/catalogue/rules")
        .filter((file) => file !== "index.ts" && file !== "registry.ts")
        .sort()
    ).toEqual(ids.map((id) => `${id}.ts`));
  });
});
