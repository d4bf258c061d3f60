import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readInputs, type WorkInput} from "../../../loaders/read/read-inputs.js";
import {readReal} from "./read-real.js";

const folder = fileURLToPath(new URL("../../../../shared/data/ocds", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "carnets-ocds-"));
let inputs: WorkInput[] = [];

beforeAll(async () => {
  inputs = await readInputs(work, [{path: folder, label: "ocds", isFictional: false}], {keepGoing: true});
}, 60_000);
afterAll(() => rmSync(work, {recursive: true}));

interface Release {
  awards?: unknown[];
}

/** Releases, awards, and releases without any, counted without our reader. */
function countedIn(path: string): {releases: number; awards: number; without: number} {
  const text = readFileSync(`${folder}/${path}`, "utf8");
  const documents = path.endsWith(".jsonl") ? text.split("\n").filter(Boolean) : [text];
  const releases = documents
    .flatMap((document) => JSON.parse(document) as (Release & {releases?: Release[]})[])
    .flatMap((document): Release[] => document.releases ?? [document]);
  return {
    releases: releases.length,
    awards: releases.reduce((sum, {awards}) => sum + (awards?.length ?? 0), 0),
    without: releases.filter(({awards}) => !awards?.length).length
  };
}

describe("the collected OCDS publications", () => {
  it.each([
    ["uk-contracts-finder/release-package-2025-01-20_23.json", 100, 59, 41],
    ["uk-contracts-finder/releases-2025.jsonl", 201, 148, 53],
    ["uk-sell2wales/releases.jsonl", 90, 0, 90],
    ["portugal-impic/collection_file.json", 100, 100, 0],
    ["flatten-spoonbill/ocds-sample-data.json", 6, 3, 3],
    ["flatten-spoonbill/ocds-sample-data.jsonl", 8, 0, 8]
  ])("%s, %i releases: %i awards, and %i releases without any", async (path, releases, awards, without) => {
    expect(countedIn(path)).toEqual({releases, awards, without});
    const {input, rows} = await readReal(`${folder}/${path}`);
    expect(input).toMatchObject({
      dataset: "ocds",
      records_read: awards + without,
      rows_staged: awards,
      rows_refused: without
    });
    expect(new Set(rows.map(({dialect}) => dialect))).toEqual(new Set(awards > 0 ? ["ocds"] : []));
  });

  it("gives Portugal’s amounts in euros, and notes that the United Kingdom’s are not", async () => {
    const portugal = await readReal(`${folder}/portugal-impic/collection_file.json`);
    expect(portugal.rows.every(({amount, platform}) => Number(amount) > 0 && platform === "IMPIC")).toBe(true);
    const kingdom = await readReal(`${folder}/uk-contracts-finder/release-package-2025-01-20_23.json`);
    expect(
      kingdom.rows.every(({amount, notes}) => amount === null && (notes as string[]).includes("currency:GBP"))
    ).toBe(true);
  });

  it("never gives a contact’s address", async () => {
    const {rows} = await readReal(`${folder}/uk-contracts-finder/releases-2025.jsonl`);
    expect(JSON.stringify(rows)).not.toMatch(/[\w.]+@[\w.]+\.\w+/);
  });

  it("reads the French converter’s result as its source says", async () => {
    const name = "003_pas_de_num_sequence_dans_id.json";
    const [ocds] = (await readReal(`${folder}/france-decp2ocds/expectedResult/${name}`)).rows;
    const [decp] = (await readReal(`${folder}/france-decp2ocds/source/${name}`)).rows;
    const fields = ["buyer_id", "object", "cpv", "amount", "duration_months", "holders"];
    expect(fields.map((field) => ocds?.[field])).toEqual(fields.map((field) => decp?.[field]));
  });

  it("are read or left aside, each with its reason, and lose no record", () => {
    expect(inputs.length).toBeGreaterThan(500);
    expect(inputs.every((input) => input.records_read === input.rows_staged + input.rows_refused)).toBe(true);
    expect(inputs.every((input) => input.dataset !== null || input.ignored !== null || input.failed !== null)).toBe(
      true
    );
  });

  it("never fail on a file that is only invalid", () => {
    const invalid = inputs.filter(({path}) => /\/validity-(lib-)?cove-ocds\//.test(path));
    expect(invalid).toHaveLength(34);
    expect(invalid.filter(({failed}) => failed !== null)).toEqual([]);
  });
});
