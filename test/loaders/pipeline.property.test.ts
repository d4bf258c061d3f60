import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readInputs} from "../../loaders/read/read-inputs.js";
import {shapedFolder, temporaryFolder} from "./shape/work.js";

/** Records of each format in one build: the pipeline is slow to start, not to run. */
const recordCount = 250;

/** What platforms write, and what nobody should. */
const dirt = fc.oneof(
  fc.constantFrom<unknown>(
    ..."0218-10-29 2024-02-30 31/12/2024 5021-02-18 2018-08-30+02:00 1e400 -0 NaN -1 1.0E17 999999999999999999999999 40,00".split(
      " "
    ),
    ..."0 00000000000000 35600000000048 39356944739356 4014498557120B TAHITI HORS_UE MARCHE_PUBLIC CDL MQ NC INX".split(
      " "
    ),
    "September, 16 2021 00:00:00",
    "1 234,50 €",
    "14\u00a0700,00",
    "INX 2024-01-01",
    "mise en ?uvre",
    "'; DROP TABLE decp; --",
    "\u0000",
    "\u0007\u001b",
    "\ud800",
    "a\udfffb",
    "\ufeff",
    "\u202e",
    "👩🏽‍🚒",
    '"',
    "\\",
    "\\u0000",
    "|;,\t",
    "\r\n",
    "<marche>",
    "]]>",
    "&amp;",
    "__proto__",
    "x".repeat(5000),
    "9".repeat(400),
    "",
    " ",
    0,
    -0,
    1e21,
    -1.5,
    5e-324,
    123456789012345680000,
    true,
    false,
    null,
    [],
    {},
    [[]],
    [null],
    [{}],
    {id: null},
    {id: {}},
    {titulaire: []},
    [[[{id: [1]}]]],
    {marche: {id: "1"}}
  ),
  fc.string({unit: "binary", maxLength: 30}),
  fc.double(),
  fc.json({maxDepth: 3}).map((text) => JSON.parse(text) as unknown)
);

const fields = `id uid acheteur nature objet codeCPV procedure dureeMois dateNotification datePublicationDonnees montant
  formePrix titulaires lieuExecution modifications techniques modalitesExecution ccag typesPrix source offresRecues tauxAvance
  actesSousTraitance modificationsActesSousTraitance considerationsSociales considerationsEnvironnementales marcheInnovant
  origineUE typeGroupementOperateurs valeurGlobale dateSignature concessionnaires idAccordCadre`.split(/\s+/);

const sound = {
  id: "2024A1",
  acheteur: {id: "21750001600019"},
  objet: "Entretien des arbres",
  codeCPV: "77310000",
  dateNotification: "2024-03-01",
  datePublicationDonnees: "2024-03-15",
  montant: 1000,
  titulaires: [{titulaire: {id: "73282932000074", typeIdentifiant: "SIRET"}}]
};
const inside = fc.dictionary(
  fc.constantFrom("id", "montant", "dateNotificationModification", "typeIdentifiant", "dureeMois"),
  dirt
);
const dirtyFields = fc.dictionary(
  fc.constantFrom(...fields),
  fc.oneof({arbitrary: dirt, weight: 4}, inside, fc.array(inside)),
  {
    maxKeys: 8
  }
);
/** A record of which any field may be anything; some are no contracts any more, and are refused. */
const record = dirtyFields.map((dirty) => ({...sound, ...dirty}) as Record<string, unknown>);

const escaped: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;"};
const elementName = /^[a-z_][\w.-]*$/i;

function xmlOf(name: string, value: unknown): string {
  const tag = elementName.test(name) ? name : "autre";
  if (Array.isArray(value)) return value.map((item) => xmlOf(tag, item)).join("");
  const text =
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([key, child]) => xmlOf(key, child))
          .join("")
      : String(value ?? "")
          .toWellFormed()
          .replace(/[&<>]/g, (character) => escaped[character] as string);
  return `<${tag}>${text}</${tag}>`;
}

const columns =
  "id acheteur_id objet codeCPV nature procedure dureeMois dateNotification datePublicationDonnees montant titulaire_id titulaire_typeIdentifiant modification_id".split(
    " "
  );
const cell = dirt.map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value)));
const line = fc
  .tuple(fc.array(cell, {minLength: columns.length, maxLength: columns.length}), fc.constantFrom(0, 0, 0, 0, -1, 1))
  .map(([cells, more]) =>
    more < 0 ? cells.slice(0, more) : [...cells, ...Array.from({length: more}, () => "de trop")]
  );
const csvOf = (lines: readonly string[][]): string =>
  [columns, ...lines].map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(";")).join("\n");

const drawn = fc.record({
  json: fc.array(record, {minLength: recordCount, maxLength: recordCount}),
  xml: fc.array(record, {minLength: recordCount, maxLength: recordCount}),
  csv: fc.array(line, {minLength: recordCount, maxLength: recordCount})
});

describe("whatever records hold, in JSON, in XML and in CSV", () => {
  // Seeds, not shrinking: a smaller case of 750 records would take a build each.
  it.each([20, 21])("the pipeline does not fail, and counts each of them exactly once (draw %i)", async (seed) => {
    const [{json, xml, csv} = {json: [], xml: [], csv: []}] = fc.sample(drawn, {numRuns: 1, seed});
    const [folder, work] = [temporaryFolder(), temporaryFolder()];
    const texts = {
      "a.json": JSON.stringify({marches: {marche: [sound, ...json]}}),
      "b.xml": `<marches>${[sound, ...xml].map((one) => xmlOf("marche", one)).join("\n")}</marches>`,
      "c.csv": csvOf([columns.map(() => "1"), ...csv])
    };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const inputs = Object.keys(texts).map((name) => ({path: join(folder, name), label: name, isFictional: true}));
    await readInputs(work, inputs);
    const {report, rows} = await shapedFolder(work);
    const refused = readFileSync(join(work, "refused.ndjson"), "utf8").split("\n").filter(Boolean);
    const numbered = [
      ...rows("contract_source"),
      ...refused.map((text) => JSON.parse(text) as {source_id: string; record_number: number})
    ];
    expect(report.inputs.map(({path}) => path)).toEqual(Object.keys(texts));
    for (const {source_id, path, records_read, rows_staged, rows_refused} of report.inputs) {
      const numbers = numbered.filter((row) => row.source_id === source_id).map((row) => row.record_number);
      expect(rows_staged + rows_refused, path).toBe(records_read);
      expect(new Set(numbers).size, path).toBe(numbers.length);
      // Lines of one contract become one row; in JSON and XML each record is a row or a refusal.
      if (path !== "c.csv") expect(numbers.length, path).toBe(records_read);
      expect(records_read, path).toBeGreaterThanOrEqual(recordCount);
    }
  });
});
