import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readInputs} from "../../../loaders/read/read-inputs.js";
import {fictionalPrefix} from "../../../loaders/sample/fictional-id.js";
import {embeddedSample, generateSample} from "../../../loaders/sample/generate.js";
import {formatRegister, registerOf} from "../../../loaders/sample/sirene.js";
import {isSiren} from "../../../src/lib/siren.js";
import {sizeClasses} from "../../../src/lib/size-bands.js";
import {shapedFolder, temporaryFolder} from "./work.js";

const sample = generateSample(embeddedSample);
const units = registerOf(sample, embeddedSample.seed);
const carried = readFileSync(new URL("../../../data/sample/sirene-exemple.csv", import.meta.url));

describe("the fictional register of the sample", () => {
  it("is what the repository carries, the same for the same seed, in less than 150 kB", () => {
    expect(carried.toString("utf8")).toBe(formatRegister(registerOf(sample, embeddedSample.seed)));
    expect(carried.length).toBeLessThan(150_000);
  });

  it("names nobody: each SIREN lies under those that INSEE allots, each name says that it is fictional", () => {
    expect(units.filter(({siren}) => !isSiren(siren) || !siren.startsWith(fictionalPrefix))).toEqual([]);
    const persons = units.filter((unit) => unit.forme_juridique === "1000");
    expect(persons.length).toBeGreaterThan(20);
    expect(persons.filter(({nom}) => nom !== "")).toEqual([]);
    expect(units.filter(({nom, forme_juridique}) => forme_juridique !== "1000" && !nom.endsWith(" (fictif)"))).toEqual(
      []
    );
  });

  it("never lets a company be younger than its first contract", () => {
    const first = new Map<string, string>();
    for (const {titulaires, dateNotification} of sample.marche)
      for (const {titulaire} of titulaires) {
        const siren = titulaire.id.slice(0, 9);
        if (dateNotification < (first.get(siren) ?? "9")) first.set(siren, dateNotification);
      }
    expect(units.filter(({siren, date_creation}) => date_creation > (first.get(siren) ?? "9"))).toEqual([]);
  });

  it("shows every case once it is read with the sample, and is reported as fictional", async () => {
    const work = temporaryFolder();
    const read = await readInputs(work, [{path: "data/sample", label: "data/sample", isFictional: true}]);
    expect(read.map(({dataset, is_fictional}) => [dataset, is_fictional])).toEqual([
      ["decp", true],
      ["sirene", true]
    ]);
    const {rows} = await shapedFolder(work);
    const suppliers = rows("supplier");
    const count = (isSuch: (row: (typeof suppliers)[number]) => boolean | null) => suppliers.filter(isSuch).length;
    expect(count((s) => s.is_registered)).toBe(units.length);
    expect(count((s) => !s.is_registered && s.supplier_siren !== null)).toBeGreaterThan(50);
    expect(count((s) => s.is_closed)).toBeGreaterThan(50);
    expect(count((s) => s.is_association)).toBeGreaterThan(50);
    expect(count((s) => s.is_cooperative)).toBeGreaterThan(50);
    expect(count((s) => s.is_ess === true && !s.is_association && !s.is_cooperative)).toBeGreaterThan(10);
    expect(count((s) => s.is_registered && s.is_ess === null)).toBeGreaterThan(10);
    expect(count((s) => s.is_registered && s.created_on === null)).toBeGreaterThan(10);
    expect(count((s) => s.legal_form === "1000" && s.supplier_name !== null)).toBe(0);
    expect(new Set(suppliers.map((s) => s.size_class))).toEqual(new Set([...sizeClasses, null]));
    expect(new Set(suppliers.map((s) => s.enterprise_category))).toEqual(new Set(["PME", "ETI", "GE", null]));
    expect(count((s) => s.is_registered && s.department_code === null)).toBe(0);
    expect(new Set(suppliers.map((s) => s.region_code)).size).toBeGreaterThan(8);
  });
});
