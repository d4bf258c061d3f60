import {writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import {readInputs} from "../../../loaders/read/read-inputs.js";
import {isSiren} from "../../../src/lib/siren.js";
import type {Row} from "../../../src/lib/schema.js";
import {holder, record, shapedFolder, shapedTo, temporaryFolder, type TestShape} from "./work.js";

const shaped = shapedTo("award_supplier", "contract", "supplier");

const header =
  "siren,nom,forme_juridique,activite_principale,commune,code_postal,tranche_effectifs,date_creation,etat,code_commune,categorie_entreprise,est_ess,statut_diffusion";
const order = header.split(",");

/** The SIREN of the register's units, in the order in which they are given: any that pass their key. */
const sirens = Array.from({length: 99_999}, (_, i) => String(732829320 - 50_000 + i)).filter(isSiren);
const at = (i: number) => sirens[i] as string;

function registerOf(...units: Record<string, string>[]): string {
  const lines = units.map((unit, i) => {
    const cells = {siren: at(i), nom: "ACME", forme_juridique: "5710", etat: "A", ...unit} as Record<string, string>;
    return order.map((column) => cells[column] ?? "").join(",");
  });
  return [header, ...lines, ""].join("\n");
}

/** A marché as producers write it. */
const sound = {
  id: "2024A1",
  acheteur: {id: "21750001600019"},
  nature: "Marché",
  objet: "Entretien des arbres",
  codeCPV: "77340000",
  procedure: "Procédure adaptée",
  dureeMois: 12,
  dateNotification: "2024-03-01",
  montant: 1000
};

/** Suppliers of one contract that all units hold, some declared with a name. */
async function suppliersOf(
  count: number,
  csv: readonly string[],
  names: readonly (string | null)[] = []
): Promise<Row<"supplier">[]> {
  const holders = Array.from({length: count}, (_, i) => holder(at(i), "SIRET", names[i] ?? null));
  const {rows} = await shaped({
    files: [[record({holders})]],
    csv: csv.map((text) => ({dataset: "sirene", text}))
  });
  const bySiren = new Map(rows("supplier").map((row) => [row.supplier_id, row]));
  return Array.from({length: count}, (_, i) => bySiren.get(at(i)) as Row<"supplier">);
}

/** Commune, its name, department and region of one supplier a place. */
async function placed(...places: Record<string, string>[]): Promise<(string | null)[][]> {
  const found = await suppliersOf(places.length, [registerOf(...places)]);
  return found.map((s) => [s.commune_code, s.commune_name, s.department_code, s.region_code]);
}

/** A contract of the first unit, with a register written as Parquet and read by the product. */
async function shapedParquet(folder: string, csv: string): Promise<TestShape> {
  const [source, parquet, contracts] = ["r.csv", "r.parquet", "c.json"].map((name) => join(folder, name)) as [
    string,
    string,
    string
  ];
  writeFileSync(source, csv);
  writeFileSync(contracts, JSON.stringify([{...sound, titulaires: [{id: `${at(0)}00000`, typeIdentifiant: "SIRET"}]}]));
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  await db.run(`COPY (FROM read_csv('${source}')) TO '${parquet}' (FORMAT parquet)`);
  db.closeSync();
  instance.closeSync();
  const work = temporaryFolder();
  await readInputs(
    work,
    [contracts, parquet].map((path) => ({path, label: basename(path), isFictional: false}))
  );
  return shapedFolder(work);
}

/** CPV codes of three contracts, two of which lost their zero, read with a list or without. */
async function padded(list: string | null): Promise<(string | null)[]> {
  const {rows} = await shaped({
    files: [[record({id: "A", cpv: "3452000"}), record({id: "B", cpv: "3461000"}), record({id: "C", cpv: "45210000"})]],
    csv: list === null ? [] : [{dataset: "cpv", text: list}]
  });
  return rows("contract").map((contract) => contract.cpv);
}

describe("a supplier that the register knows", () => {
  it("has its form, activity, size, category, place, date and state", async () => {
    const [known] = await suppliersOf(1, [
      registerOf({
        nom: "ATELIERS REUNIS",
        forme_juridique: "5458",
        activite_principale: "43.21A",
        commune: "ST DENIS",
        code_postal: "93200",
        tranche_effectifs: "22",
        date_creation: "1999-05-01",
        etat: "C",
        categorie_entreprise: "PME"
      })
    ]);
    expect(known).toMatchObject({
      supplier_name: "ATELIERS REUNIS",
      is_registered: true,
      legal_form: "5458",
      legal_form_label: "Société à responsabilité limitée (SARL)",
      naf: "43.21A",
      size_band: "22",
      size_class: "50-249",
      enterprise_category: "PME",
      is_association: false,
      is_cooperative: true,
      is_ess: true,
      commune_code: "93066",
      commune_name: "Saint-Denis",
      department_code: "93",
      region_code: "11",
      created_on: "1999-05-01",
      is_closed: true
    });
  });

  it("keeps what the register does not say unknown, never false nor zero", async () => {
    const [known] = await suppliersOf(1, [
      registerOf({forme_juridique: "", tranche_effectifs: "NN", date_creation: "1900-01-01", etat: ""})
    ]);
    const {is_registered, size_band, ...unknown} = known as Row<"supplier">;
    expect([is_registered, size_band]).toEqual([true, "NN"]);
    for (const column of [
      "supplier_name",
      "legal_form",
      "legal_form_label",
      "naf",
      "size_class",
      "enterprise_category",
      "is_association",
      "is_cooperative",
      "is_ess",
      "commune_code",
      "department_code",
      "created_on",
      "is_closed"
    ] as const)
      expect([column, unknown[column as keyof typeof unknown]]).toEqual([column, null]);
  });

  it("is told apart from one that the register does not have", async () => {
    const [known, stranger] = await suppliersOf(2, [registerOf({})]);
    expect([known?.is_registered, stranger?.is_registered]).toEqual([true, false]);
    expect(stranger).toMatchObject({legal_form: null, is_ess: null, is_closed: null, supplier_name: null});
  });

  it("is of the social economy by its mention or its form; neither makes it unknown only when both are silent", async () => {
    const found = await suppliersOf(5, [
      registerOf(
        {forme_juridique: "5710", est_ess: "true"},
        {forme_juridique: "9220", est_ess: "false"},
        {forme_juridique: "5710", est_ess: ""},
        {forme_juridique: "", est_ess: "N"},
        {forme_juridique: "", est_ess: ""}
      )
    ]);
    expect(found.map((s) => s.is_ess)).toEqual([true, true, false, false, null]);
  });

  it("keeps the mention and the form apart beside each award; an empty mention is a no where the register has one", async () => {
    const told = [
      {forme_juridique: "5710", est_ess: "true"},
      {forme_juridique: "9220", est_ess: ""},
      {forme_juridique: "", est_ess: "N"}
    ];
    const withMention = registerOf(...told);
    const without = withMention.replaceAll("est_ess", "autre");
    const facts = async (text: string) => {
      const holders = told.map((_, i) => holder(at(i)));
      const {rows} = await shaped({files: [[record({holders})]], csv: [{dataset: "sirene", text}]});
      const bySiren = new Map(rows("award_supplier").map((row) => [row.supplier_id, row]));
      return told.map((_, i) => [bySiren.get(at(i))?.is_ess_flagged, bySiren.get(at(i))?.is_ess_form]);
    };
    expect(await facts(withMention)).toEqual([
      [true, false],
      [false, true],
      [false, null]
    ]);
    expect(await facts(without)).toEqual([
      [null, false],
      [null, true],
      [null, null]
    ]);
  });
});

describe("the name of a supplier", () => {
  it("is the register's for a legal person, whatever was declared", async () => {
    const [known] = await suppliersOf(1, [registerOf({nom: "GRAND NOM"})], ["Petit nom SARL"]);
    expect(known?.supplier_name).toBe("GRAND NOM");
  });

  it("is never shown for a sole trader, a group of persons or a hidden unit, even when it was declared", async () => {
    const found = await suppliersOf(
      3,
      [
        registerOf(
          {nom: "DUPONT JEANNE", forme_juridique: "1000"},
          {nom: "INDIVISION DUPONT", forme_juridique: "2110"},
          {nom: "DUPONT SAS", statut_diffusion: "P"}
        )
      ],
      ["Jeanne Dupont SARL", "Société Dupont", "Dupont SAS"]
    );
    expect(found.map((s) => s.is_registered)).toEqual([true, true, true]);
    expect(found.map((s) => s.supplier_name)).toEqual([null, null, null]);
  });

  it("is judged like a declared one where the register gives no legal form", async () => {
    const found = await suppliersOf(3, [
      registerOf(
        {nom: "JEANNE DUPONT", forme_juridique: ""},
        {nom: "SARL ATELIER NORD", forme_juridique: ""},
        {nom: "[ND]", forme_juridique: "5710"}
      )
    ]);
    expect(found.map((s) => s.supplier_name)).toEqual([null, "SARL ATELIER NORD", null]);
  });

  it("is the register's for a public body, whose SIREN begins with 1 or 2", async () => {
    const text = registerOf({siren: "217500016", nom: "VILLE DE PARIS", forme_juridique: ""});
    const {rows} = await shaped({
      files: [[record({holders: [holder("217500016")], buyer_id: "13001536500013"})]],
      csv: [{dataset: "sirene", text}]
    });
    expect(rows("supplier")[0]?.supplier_name).toBe("VILLE DE PARIS");
  });
});

describe("the seat of a supplier", () => {
  it("is its commune by code, a district of Paris, Lyon or Marseille included, in that city's department", async () => {
    expect(await placed({code_commune: "93066"}, {code_commune: "75115"}, {code_commune: "13215"})).toEqual([
      ["93066", "Saint-Denis", "93", "11"],
      ["75115", "Paris 15e Arrondissement", "75", "11"],
      ["13215", "Marseille 15e Arrondissement", "13", "93"]
    ]);
  });

  it("is found by name and postcode, abbreviations and mail words aside", async () => {
    const found = await placed(
      {commune: "PARIS 15", code_postal: "75015"},
      {commune: "STE GENEVIEVE DES BOIS", code_postal: "91700"},
      {commune: "CORBEIL-ESSONNES CEDEX", code_postal: "91813"},
      {commune: "CACHAN", code_postal: "[NON-DIFFUSIBLE]"}
    );
    expect(found.map(([code]) => code)).toEqual(["75115", "91549", "91174", "94016"]);
  });

  it("keeps the department that the communes of a postcode share when none bears the name", async () => {
    expect(await placed({commune: "LIEU INVENTE", code_postal: "78770"})).toEqual([[null, null, "78", "11"]]);
  });

  it("stays unknown abroad and for a code of no commune", async () => {
    const found = await placed({}, {code_commune: "99999"}, {commune: "BRUXELLES"});
    expect(found.flat().filter((value) => value !== null)).toEqual([]);
  });
});

describe("the age of a supplier at the notification", () => {
  it("is in years, and unknown without a date or before its creation", async () => {
    const text = registerOf({date_creation: "2014-03-01"}, {date_creation: "2024-03-02"}, {date_creation: ""});
    const holders = [0, 1, 2, 3].map((i) => holder(at(i)));
    const {rows} = await shaped({
      files: [[record({holders, notified_on: "2024-03-01"})]],
      csv: [{dataset: "sirene", text}]
    });
    const ages = new Map(rows("award_supplier").map((row) => [row.supplier_id, row.age_years]));
    expect(ages.get(at(0))).toBeCloseTo(10, 2);
    expect([1, 2, 3].map((i) => ages.get(at(i)))).toEqual([null, null, null]);
  });

  it("reaches three on the third anniversary, leap day or not", async () => {
    const dates = ["2020-06-01", "2020-06-02", "2020-02-29", "2023-06-01"];
    const {rows} = await shaped({
      files: [[record({holders: dates.map((_, i) => holder(at(i))), notified_on: "2023-06-01"})]],
      csv: [{dataset: "sirene", text: registerOf(...dates.map((date_creation) => ({date_creation})))}]
    });
    const ages = new Map(rows("award_supplier").map((row) => [row.supplier_id, row.age_years]));
    expect(ages.get(at(0))).toBe(3);
    expect(ages.get(at(1))).toBeLessThan(3);
    expect(ages.get(at(1))).toBeGreaterThan(2.99);
    expect(ages.get(at(2))).toBeCloseTo(3.25, 1);
    expect(ages.get(at(3))).toBe(0);
  });
});

describe("a register", () => {
  const stock = [
    "siren,statutDiffusionUniteLegale,dateCreationUniteLegale,prenom1UniteLegale,trancheEffectifsUniteLegale,categorieEntreprise,etatAdministratifUniteLegale,nomUniteLegale,denominationUniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,economieSocialeSolidaireUniteLegale",
    `${at(0)},O,2001-02-03,,42,ETI,A,,"ACME, FILS ET CIE",5710,62.01Z,O`,
    `${at(1)},P,2001-02-03,[ND],,,A,[ND],,1000,[ND],`,
    `${at(90)},O,2001-02-03,,42,GE,A,,AUTRE,5710,62.01Z,N`
  ].join("\r\n");

  it("may be INSEE's own stock of legal units, which knows categories and the social economy", async () => {
    const [company, person] = await suppliersOf(2, [stock]);
    expect(company).toMatchObject({
      supplier_name: "ACME, FILS ET CIE",
      legal_form: "5710",
      size_class: "250-4999",
      enterprise_category: "ETI",
      is_ess: true,
      created_on: "2001-02-03",
      is_closed: false
    });
    expect(person).toMatchObject({is_registered: true, supplier_name: null, legal_form: "1000", naf: null});
  });

  it("is counted whole, the units that hold no contract included", async () => {
    const {report} = await shaped({
      files: [[record({holders: [holder(at(0))]})]],
      csv: [{dataset: "sirene", text: stock}]
    });
    expect(report.inputs.at(-1)).toMatchObject({dataset: "sirene", records_read: 3, rows_staged: 3, rows_refused: 0});
    expect(report.tables.supplier?.rows).toBe(1);
  });

  it("completes another one, the later word counting where both speak", async () => {
    const extract = registerOf({nom: "ACME ANCIEN", commune: "CACHAN", code_postal: "94230", tranche_effectifs: "11"});
    const [both] = await suppliersOf(1, [extract, stock]);
    expect(both).toMatchObject({
      supplier_name: "ACME, FILS ET CIE",
      size_class: "250-4999",
      enterprise_category: "ETI",
      commune_code: "94016"
    });
  });

  it("may be separated by semicolons, with lines that end as on Windows", async () => {
    const [known] = await suppliersOf(1, [registerOf({}).replaceAll(",", ";").replaceAll("\n", "\r\n")]);
    expect(known?.legal_form).toBe("5710");
  });

  it("may be a Parquet file, of which only the units in use are read", async () => {
    const folder = temporaryFolder();
    const {rows, report} = await shapedParquet(folder, stock);
    expect(rows("supplier")[0]).toMatchObject({supplier_name: "ACME, FILS ET CIE", created_on: "2001-02-03"});
    expect(report.inputs.at(-1)).toMatchObject({dataset: "sirene", format: "parquet", records_read: 3});
  });

  it.each([
    ["a SIREN that lost its zero", registerOf({}, {siren: "5820378"}), /ligne 3 : attendu un SIREN .*5820378/],
    ["a line that is too short", `${registerOf({})}552100554,RENAULT\n`, /ligne 3 : attendu 13 cellules/],
    ["a unit in use met twice", registerOf({}, {siren: at(0)}), new RegExp(`${at(0)} deux fois`)]
  ])("stops the build on %s, and names its line", async (_what, text, message) => {
    await expect(suppliersOf(1, [text])).rejects.toThrow(message);
  });
});

describe("a list of CPV codes", () => {
  const list = "CODE,FR\n03452000-3,Arbres\n45000000-7,Travaux de construction\n";
  it("decides whether a code without its zero is real; a code of eight digits stays as declared", async () => {
    expect(await padded(null)).toEqual(["03452000", "03461000", "45210000"]);
    expect(await padded(list)).toEqual(["03452000", null, "45210000"]);
  });

  it("stops the build on a code without its key, or one met twice", async () => {
    await expect(padded(list.replace("-3", ""))).rejects.toThrow(/ligne 2 : attendu un code CPV.*03452000/);
    await expect(padded(`${list}03452000-3,Arbres\n`)).rejects.toThrow(/ligne 4 .*déjà en ligne 2/);
  });
});
