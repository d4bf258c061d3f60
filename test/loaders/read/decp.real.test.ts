import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readInputs, type WorkInput} from "../../../loaders/read/read-inputs.js";

const folder = fileURLToPath(new URL("../../../../shared/data/decp", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "carnets-real-"));
let inputs: WorkInput[] = [];

beforeAll(async () => {
  inputs = await readInputs(work, [{path: folder, label: "decp", isFictional: false}]);
});
afterAll(() => rmSync(work, {recursive: true}));

function read(path: string): WorkInput[] {
  return inputs.filter((input) => input.path.startsWith(`decp/${path}`) && input.ignored === null);
}

function rowsOf({file}: WorkInput): {kind: string}[] {
  const lines = readFileSync(join(work, file as string), "utf8").split("\n");
  return lines.filter(Boolean).map((line) => JSON.parse(line) as {kind: string});
}

function dialectsOf(path: string): string[] {
  return [...new Set(read(path).flatMap((input) => Object.keys(input.dialects)))];
}

describe("the collected DECP files", () => {
  it.each([
    ["v1-2019/paris_decp_2019.json.gz", 3850, 0],
    ["v1-2019/aife_2019.json.gz", 4530, 22],
    ["v1-2019/marches-publics-info_2019.json.gz", 4509, 10],
    ["v1-2019/pes_2019.json.gz", 1148, 0],
    ["v1-2019/pes_2019-02_110-per-buyer-files.zip", 233, 0],
    ["v1-2019/eclaireur_ci_raw_marches.json", 3, 0],
    ["v2-2024/paris_decp_2024.json.gz", 1054, 0],
    ["v2-2024/paris_decp_2025.json.gz", 1152, 0],
    ["v2-2024/megalis_2024-07-09.json", 5, 0],
    ["v2-2024/eclaireur_20-marches.json", 20, 0],
    ["examples-fictional/v1_mar-basique.json", 1, 0],
    ["examples-fictional/v1_mar-avec-modifications.json", 1, 0],
    ["examples-fictional/v1_cc-avec-modifications.json", 1, 1],
    ["examples-fictional/v1_cc-basique-avec-uid.json", 1, 1],
    ["examples-fictional/v1_paquet-avec-uid.json", 2, 1],
    ["examples-fictional/v2_marches_avec_modifications.json", 2, 0],
    ["examples-fictional/v2_concessions.json", 2, 2],
    ["examples-fictional/v2_concessions_avec_modifications.json", 2, 2],
    ["examples-fictional/v2_marches_concessions.json", 4, 2]
  ])("%s has %i records, %i of them concessions", (path, records, concessions) => {
    const files = read(path);
    expect(files.reduce((sum, input) => sum + input.records_read, 0)).toBe(records);
    expect(files.flatMap(rowsOf).filter(({kind}) => kind === "concession")).toHaveLength(concessions);
  });

  it("are 110 files in the archive by buyer", () => {
    expect(read("v1-2019/pes_2019-02_110-per-buyer-files.zip")).toHaveLength(110);
  });

  it("are read by the dialect of their records", () => {
    expect([dialectsOf("v1-2019"), dialectsOf("v2-2024"), dialectsOf("examples-fictional/v1")]).toEqual([
      ["v1"],
      ["v2"],
      ["v1"]
    ]);
  });

  it("lose no record: each is a row or refused", () => {
    expect(inputs.every((input) => input.records_read === input.rows_staged + input.rows_refused)).toBe(true);
    const decp = inputs.filter(({dataset}) => dataset === "decp");
    expect(decp.reduce((sum, input) => sum + input.rows_refused, 0)).toBe(0);
  });

  it("stand beside others that are left aside, each with its reason", () => {
    const aside = inputs.filter(({ignored}) => ignored !== null);
    expect(aside.every(({dataset, source_id}) => dataset === null && source_id === null)).toBe(true);
    const jsons = inputs.filter(({path}) => /\.json(\.gz)?$/.test(path));
    expect(jsons.every(({ignored, dataset}) => (ignored === null) === (dataset !== null))).toBe(true);
  });
});
