import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {readInputs} from "../../../loaders/read/read-inputs.js";
import {tables, type TableName} from "../../../src/lib/schema.js";
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
function holdersOf(file: string): {id: string; denominationSociale: string}[] {
  const contracts = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString()) as {
    titulaires?: {id?: string; denominationSociale?: string}[];
  }[];
  return contracts.flatMap(({titulaires}) =>
    (titulaires ?? []).map(({id, denominationSociale}) => ({
      id: id ?? "",
      denominationSociale: denominationSociale ?? ""
    }))
  );
}

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
    const holders = holdersOf("v1-2019/paris_decp_2019.json.gz").filter(({id}) => id.length === 14);
    expect(holders.filter(({id}) => found.has(id.slice(0, 9)))).toHaveLength(4204);
    expect(holders).toHaveLength(4626);
    const shares = rows("award_supplier");
    expect(shares.filter(({supplier_id}) => found.has(supplier_id)).length / shares.length).toBeGreaterThan(0.9);
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

  it("show no name of a sole trader in any table, however the contracts declare it", async () => {
    const files = ["v1-2019/paris_decp_2019.json.gz", "v1-2019/pes_2019.json.gz", "v2-2024/paris_decp_2024.json.gz"];
    const {rows} = await shapedFiles(...files, register);
    const persons = new Set(units().flatMap((unit) => (unit.forme_juridique === "1000" ? [unit.siren] : [])));
    const suppliers = rows("supplier").filter(({supplier_siren}) => persons.has(supplier_siren ?? ""));
    expect(suppliers.length).toBeGreaterThan(50);
    expect(suppliers.filter(({supplier_name, is_registered}) => supplier_name !== null || !is_registered)).toEqual([]);
    const declared = holdersOf(files[0] as string).filter(({id}) => persons.has(id.slice(0, 9)));
    const names = new Set(declared.map(({denominationSociale}) => denominationSociale.toUpperCase()));
    expect(names.size).toBeGreaterThan(20);
    const shown = (Object.keys(tables) as TableName[]).flatMap((table) =>
      rows(table).flatMap((row) => Object.values(row).filter((cell) => names.has(String(cell).toUpperCase())))
    );
    expect(shown).toEqual([]);
  });

  it("show a name whose legal form the register ignores only with a form in it, or for a public body", async () => {
    const {rows} = await recent();
    const unsure = rows("supplier").filter((s) => s.is_registered && s.legal_form === null);
    const named = unsure.filter((s) => s.supplier_name !== null);
    expect(unsure.length).toBeGreaterThan(200);
    expect(named.length).toBeLessThan(0.2 * unsure.length);
    const forms =
      /\b(SARL|SASU?|SCIC|SCOP|SCA|SOCIETE|ASSOCIATION|FEDERATION|UNIVERSITE|FONDATION|MUTUELLE|COOPERATIVE)\b/i;
    const others = named.filter((s) => !forms.test(s.supplier_name ?? ""));
    expect(others.filter((s) => !/^[12]/.test(s.supplier_id))).toEqual([]);
  });
});

describe("the real list of CPV codes", () => {
  it("holds 9,454 codes and confirms the sixty padded ones", async () => {
    const {report, rows} = await shapedFiles("v1-2019/paris_decp_2019.json.gz", cpvList);
    expect(report.inputs.at(-1)).toMatchObject({dataset: "cpv", records_read: 9454, rows_staged: 9454});
    expect(rows("finding").filter(({rule}) => rule === "cpv-left-pad")).toHaveLength(60);
  });
});
