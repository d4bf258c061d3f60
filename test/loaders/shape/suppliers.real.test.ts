import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {readInputs} from "../../../loaders/read/read-inputs.js";
import {sizeClasses} from "../../../src/lib/size-bands.js";
import {shapedFolder, temporaryFolder, type TestShape} from "./work.js";

const folder = "../shared/data/decp";
const register = "reference/sirene_fournisseurs_paris.csv.gz";
const cpvList = "reference/cpv_2008_fr.csv.gz";

async function shapedFiles(...files: string[]): Promise<TestShape> {
  const work = temporaryFolder();
  await readInputs(
    work,
    files.map((file) => ({path: join(folder, file), label: file, isFictional: false}))
  );
  return shapedFolder(work);
}

const recent = () => shapedFiles("v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz", register);
const units = () =>
  parse(gunzipSync(readFileSync(join(folder, register))), {columns: true}) as {[column: string]: string}[];

describe("the suppliers of Paris, with the register", () => {
  it("are 5,845 legal units, all read, whatever the compression", async () => {
    const {report} = await recent();
    const {dataset, format, records_read, rows_staged} = report.inputs.at(-1) ?? {};
    expect({dataset, format, records_read, rows_staged}).toEqual({
      dataset: "sirene",
      format: "csv.gz",
      records_read: 5845,
      rows_staged: 5845
    });
    const work = temporaryFolder();
    const plain = join(work, "extrait.csv");
    writeFileSync(plain, gunzipSync(readFileSync(join(folder, register))));
    const [read] = await readInputs(temporaryFolder(), [{path: plain, label: "extrait.csv", isFictional: false}]);
    expect([read?.dataset, read?.format]).toEqual(["sirene", "csv"]);
  });

  it("are found for 4,204 of the 4,626 holders with fourteen characters of 2019 to 2022", async () => {
    const {rows} = await shapedFiles("v1-2019/paris_decp_2019.json.gz", register);
    const found = new Set(rows("supplier").flatMap((s) => (s.is_registered ? [s.supplier_id] : [])));
    const contracts = JSON.parse(
      gunzipSync(readFileSync(join(folder, "v1-2019/paris_decp_2019.json.gz"))).toString()
    ) as {titulaires?: {id?: string}[]}[];
    const holders = contracts.flatMap(({titulaires}) =>
      (titulaires ?? []).flatMap(({id}) => (id?.length === 14 ? [id] : []))
    );
    expect(holders.filter((id) => found.has(id.slice(0, 9)))).toHaveLength(4204);
    expect(holders).toHaveLength(4626);
  });

  it("are found for nine holders of ten of 2019 to 2022, once frameworks count once", async () => {
    const {rows} = await shapedFiles("v1-2019/paris_decp_2019.json.gz", register);
    const known = new Set(rows("supplier").flatMap((s) => (s.is_registered ? [s.supplier_id] : [])));
    const holders = rows("award_supplier");
    const found = holders.filter(({supplier_id}) => known.has(supplier_id));
    expect(found.length / holders.length).toBeGreaterThan(0.9);
  });

  it("are found behind at least 113 of the malformed identifiers of 2024 and 2025", async () => {
    const {rows} = await recent();
    const known = new Set(units().map(({siren}) => siren));
    const broken = rows("finding").filter(
      ({rule}) => rule.startsWith("supplier-id-") && rule !== "supplier-id-missing"
    );
    const resolved = broken.filter(({repaired}) => known.has((repaired ?? "").slice(0, 9)));
    expect(resolved.length).toBeGreaterThanOrEqual(113);
  });

  it("have the sizes that were counted by hand: 20 % below 10, 50 % from 10 to 249, 18.5 %, 2 %, 10 % unknown", async () => {
    const {rows} = await recent();
    const classes = new Map(rows("supplier").map((s) => [s.supplier_id, s.size_class]));
    const holders = rows("award_supplier");
    const share = (wanted: readonly (string | null)[]) =>
      holders.filter(({supplier_id}) => wanted.includes(classes.get(supplier_id) ?? null)).length / holders.length;
    const [micro, small, medium, large, largest] = sizeClasses;
    expect(share([micro])).toBeCloseTo(0.2, 1.9);
    expect(share([small, medium])).toBeCloseTo(0.5, 1.9);
    expect(share([large])).toBeCloseTo(0.185, 1.9);
    expect(share([largest])).toBeCloseTo(0.02, 1.9);
    expect(share([null])).toBeCloseTo(0.1, 1.9);
  });

  it("have a department unless they sit abroad, and an age unless the register ignores it", async () => {
    const {rows} = await recent();
    const registered = rows("supplier").filter((s) => s.is_registered);
    expect(registered.filter((s) => s.department_code === null).length).toBeLessThan(0.01 * registered.length);
    expect(registered.filter((s) => s.commune_code === null).length).toBeLessThan(0.01 * registered.length);
    const ages = rows("award_supplier").map((a) => a.age_years);
    expect(ages.filter((age) => age !== null && (age < 0 || age > 125))).toEqual([]);
    expect(ages.filter((age) => age === null).length).toBeLessThan(0.1 * ages.length);
  });

  it("show no name of a sole trader, nor one that may be a person's", async () => {
    const {rows} = await shapedFiles(
      "v1-2019/paris_decp_2019.json.gz",
      "v2-2024/paris_decp_2024.json.gz",
      "v2-2024/paris_decp_2025.json.gz",
      register
    );
    const persons = rows("supplier").filter((s) => s.legal_form?.startsWith("1") || s.legal_form?.startsWith("2"));
    expect(persons.length).toBeGreaterThan(20);
    expect(persons.filter((s) => s.supplier_name !== null)).toEqual([]);
    const unsure = units().filter((unit) => unit.forme_juridique === "" && unit.nom?.split(" ").length === 2);
    const names = new Set(unsure.map(({nom}) => nom));
    const shown = rows("supplier").filter((s) => s.legal_form === null && names.has(s.supplier_name ?? ""));
    expect(shown.map((s) => s.supplier_name)).toEqual(expect.not.arrayContaining(["NOM PRENOM"]));
  });
});

describe("the real list of CPV codes", () => {
  it("holds 9,454 codes and confirms the sixty padded ones", async () => {
    const {report, rows} = await shapedFiles("v1-2019/paris_decp_2019.json.gz", cpvList);
    expect(report.inputs.at(-1)).toMatchObject({dataset: "cpv", records_read: 9454, rows_staged: 9454});
    expect(rows("finding").filter(({rule}) => rule === "cpv-left-pad")).toHaveLength(60);
  });
});
