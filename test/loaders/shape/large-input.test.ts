import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Readable} from "node:stream";
import {expect, it} from "vitest";
import {readInputs, type ReadOptions} from "../../../loaders/read/read-inputs.js";
import type {WholeFile} from "../../../loaders/read/row-files.js";
import {tables, type TableName} from "../../../src/lib/schema.js";
import {shapedFolder, temporaryFolder, type TestShape} from "./work.js";

/** So few that the rows of the inputs below take several files. */
const rowFileBytes = 2_000;

function contracts(count: number, object: (n: number) => string = () => "Entretien des arbres"): string {
  const marches = Array.from({length: count}, (_, n) => ({
    _type: "Marché",
    id: `2024A${n % 17}`,
    acheteur: {id: "21750001600019"},
    nature: "Marché",
    objet: object(n),
    codeCPV: "77340000",
    procedure: "Procédure adaptée",
    dureeMois: 12,
    dateNotification: `2024-03-${String((n % 28) + 1).padStart(2, "0")}`,
    datePublicationDonnees: "2024-04-15",
    montant: 1000 + n,
    formePrix: "Ferme",
    titulaires: [{typeIdentifiant: "SIRET", id: "73282932000074", denominationSociale: "Exemple SARL"}],
    source: "essai"
  }));
  return JSON.stringify({marches});
}

/** Reads an input and a small one beside it, then shapes them with the files that were told to be whole meanwhile. */
async function shapedAsRead(
  content: string | Uint8Array,
  {rowFileBytes, ...options}: ReadOptions & {rowFileBytes?: number} = {}
): Promise<{whole: WholeFile[]; shape: TestShape}> {
  const [folder, work] = [temporaryFolder(), temporaryFolder()];
  writeFileSync(join(folder, "large.json"), content);
  writeFileSync(join(folder, "small.json"), contracts(1));
  const list = ["large.json", "small.json"].map((name) => ({
    path: join(folder, name),
    label: name,
    isFictional: false
  }));
  const whole: WholeFile[] = [];
  await readInputs(work, list, options, {rowFileBytes, onWhole: (file) => whole.push(file)});
  return {whole, shape: await shapedFolder(work, Readable.from(whole))};
}

function bytesOf({out}: TestShape): Record<string, string> {
  const names = Object.keys(tables) as TableName[];
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(out, `marts/${name}.arrow`)).toString("base64")])
  );
}

it("gives the same tables when an input is staged while it is read", async () => {
  const content = contracts(60);
  const {whole, shape} = await shapedAsRead(content, {rowFileBytes});
  expect(whole.length).toBeGreaterThan(3);
  expect(bytesOf(shape)).toEqual(bytesOf((await shapedAsRead(content)).shape));
  expect(shape.report.inputs.map(({rows_staged}) => rows_staged)).toEqual([60, 1]);
});

it("stages an input anew that proves not to be UTF-8 near its end", async () => {
  const text = contracts(60, (n) => (n === 59 ? "Entretien des for\u00eats" : "Entretien des arbres"));
  const content = Buffer.from(text.replace(/Marché|Procédure adaptée/g, "Marche"), "latin1");
  const {whole, shape} = await shapedAsRead(content, {rowFileBytes});
  expect(whole.length).toBeGreaterThan(3);
  expect(bytesOf(shape)).toEqual(bytesOf((await shapedAsRead(content)).shape));
  expect(shape.rows("contract").map(({object}) => object)).toContain("Entretien des forêts");
});

it("keeps nothing of an input that proves to be cut off, and goes on without it", async () => {
  const content = contracts(60).slice(0, -20);
  const {whole, shape} = await shapedAsRead(content, {rowFileBytes, keepGoing: true});
  expect(whole.length).toBeGreaterThan(3);
  expect(shape.report.inputs.map(({failed}) => failed !== null)).toEqual([true, false]);
  expect(shape.rows("contract")).toHaveLength(1);
  expect(bytesOf(shape)).toEqual(bytesOf((await shapedAsRead(content, {keepGoing: true})).shape));
});
