import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import rules from "../../src/catalogue/rules/index.js";
import type {Rule} from "../../src/lib/rule.js";
import {holder, record, shaped, type TestRecord, type TestWork} from "./shape/work.js";

const reference = (name: string) => readFileSync(`data/reference/${name}`, "utf8");
const emissions = reference("climat/emissions_ges.csv");
const targets = reference("climat/objectifs.csv");
const header = (text: string) => text.slice(0, text.indexOf("\n") + 1);

/** The input in which a rule's example stands, where it is more than one field of a sound record. */
const settings: Readonly<Record<string, (declared: string) => TestWork>> = {
  "duplicate-contract": (id) => ({files: [[record({id}), record({id, published_on: "2024-09-01"})]]}),
  "framework-repeated": () => ({
    files: [[record({id: "2024F00284"}), record({id: "2024F00285", holders: [holder("35600000000048")]})]]
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
  "night-count-sum": () => ({
    csv: [{dataset: "nuit-solidarite", text: reference("solidarite/nuit_solidarite_totaux.csv")}]
  })
};

/** The field of a record that carries the declared value of a rule. */
const fields: Readonly<Record<string, (declared: string) => TestRecord>> = {
  amount_eur: (amount) => ({amount}),
  amount_declared_eur: (amount) => ({amount}),
  cpv: (cpv) => ({cpv}),
  notified_on: (notified_on) => ({notified_on}),
  procedure: (procedure) => ({procedure}),
  supplier_siren: (id) => ({holders: [holder(id)]})
};

function settingOf({id, field, example: {declared}}: Rule): TestWork {
  const setting = settings[id];
  if (setting) return setting(declared);
  if (id.startsWith("record-")) return {files: [[record()]], refused: [{rule: id, message: "essai", raw: declared}]};
  const fill = fields[field];
  if (!fill) throw new Error(`${id}: expected a setting for its example. Add one to "settings".`);
  return {files: [[record(fill(declared))]]};
}

describe("a finding rule", () => {
  for (const rule of rules)
    it(`${rule.id} finds its own example and repairs it as it says`, async () => {
      const {report, rows} = await shaped(settingOf(rule));
      const found = rows("finding").filter((finding) => finding.rule === rule.id);
      expect(found.length).toBeGreaterThan(0);
      expect(found[0]).toMatchObject({severity: rule.severity, field: rule.field, repaired: rule.example.repaired});
      expect(found[0]?.declared ?? "").toBe(rule.example.declared);
      const summary = report.findings.find((finding) => finding.rule === rule.id);
      expect(summary).toMatchObject({rows: found.length, severity: rule.severity});
      expect(summary!.of).toBeGreaterThanOrEqual(found.length);
      expect(summary!.examples.length).toBeGreaterThan(0);
    });

  it("finds nothing in a sound record", async () => {
    const {rows} = await shaped({files: [[record()]]});
    expect(rows("finding")).toEqual([]);
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
