import {execFile, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findInputs, labelOf} from "../../loaders/build/find-inputs.js";
import {readOptions} from "../../loaders/build/options.js";
import {assembleReport, timeOf, type Shaped} from "../../loaders/build/report.js";
import type {Report} from "../../src/lib/report.js";
import schema from "../../src/lib/report.schema.json" with {type: "json"};
import {zipOf} from "./read/zip-of.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "carnets-build-"));
const out = join(folder, "out");
const deno = join(root, "node_modules/.bin/deno");
const command = ["run", "--quiet", "--no-prompt", "--config", join(root, "loaders/deno.json")].concat(
  ["read", "write", "run", "env"].map((what) => `--allow-${what}`),
  join(root, "loaders/build.ts")
);
const env = {...process.env, SOURCE_DATE_EPOCH: "1700000000", npm_lifecycle_event: ""};
const record = (n: number): object => ({
  id: `X${n}`,
  acheteur: {id: "00000000000018"},
  objet: `Objet ${n}`,
  codeCPV: "77310000",
  dateNotification: "2024-02-03",
  montant: 1000 * n,
  titulaires: []
});
const decp = (...numbers: number[]): string => JSON.stringify({marches: numbers.map(record)});

afterAll(() => rmSync(folder, {recursive: true}));

/** Runs the command in the temporary folder, as `npm run data` does. */
function build(...args: string[]): Promise<{code: number; stdout: string; stderr: string}> {
  return new Promise((resolve) => {
    execFile(deno, [...command, ...args], {cwd: folder, env}, (error, stdout, stderr) =>
      resolve({code: error ? Number(error.code) : 0, stdout, stderr})
    );
  });
}

/** Writes a file below the temporary folder. */
function put(path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, ".."), {recursive: true});
  writeFileSync(join(folder, path), content);
}

/** Every file of a build with its sha256. */
function stateOf(path: string): Record<string, string> {
  const files = readdirSync(path, {recursive: true, withFileTypes: true}).filter((file) => file.isFile());
  const hashes = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(
    hashes.map((file) => [file, createHash("sha256").update(readFileSync(file)).digest("hex")] as const)
  );
}

function temporaries(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".tmp"));
}

function reportIn(path: string): Report {
  return JSON.parse(readFileSync(join(path, "report.json"), "utf8")) as Report;
}

describe("npm run data", () => {
  beforeAll(async () => {
    put("bons/a.json", decp(1, 2));
    expect(await build("--from", "bons", "--out", "out")).toMatchObject({code: 0});
  });

  it("reads the fictional sample and the reference tables when nothing is asked", async () => {
    const {code, stdout} = await build("--out", "exemple");
    expect(code).toBe(0);
    const report = reportIn(join(folder, "exemple"));
    expect(report).toMatchObject({version: 1, from: ["embedded"], is_fictional: true, is_partial: false});
    expect(report.generated_at).toBe("2023-11-14T22:13:20.000Z");
    expect(report.inputs.map(({dataset}) => dataset)).toEqual(
      expect.arrayContaining(["decp", "nuit-solidarite", "emissions-ges", "objectifs-climat"])
    );
    expect(stdout).toContain("Données d’exemple, fictives");
    expect(stdout).toMatch(/ensemble +[\d\s]+/);
  });

  it("leaves marts in both formats, the database, the refusals and the report, and nothing else", () => {
    const names = readdirSync(out).sort();
    expect(names).toEqual(["carnets.duckdb", "marts", "refused.ndjson", "report.json"]);
    const {tables} = reportIn(out);
    const marts = Object.keys(tables).flatMap((name) => [`${name}.arrow`, `${name}.parquet`]);
    expect(readdirSync(join(out, "marts")).sort()).toEqual(marts.sort());
    expect(temporaries()).toEqual([]);
  });

  it("says in its report how each input was read, by the path that was typed", () => {
    const report = reportIn(out);
    expect(report.inputs.at(-1)).toMatchObject({path: "bons/a.json", format: "json", records_read: 2, rows_staged: 2});
    expect(report).toMatchObject({from: ["bons"], is_fictional: false});
    expect(JSON.stringify(report)).not.toContain(folder);
    expect(JSON.stringify(report)).not.toContain(root);
  });

  it("names an absolute path by its last part", async () => {
    expect(await build("--from", join(folder, "bons"), "--out", join(tmpdir(), `${process.pid}-out`))).toMatchObject({
      code: 0
    });
    const place = join(tmpdir(), `${process.pid}-out`);
    const text = readFileSync(join(place, "report.json"), "utf8");
    rmSync(place, {recursive: true});
    expect(text).not.toContain(tmpdir());
    expect(text).toContain('"bons/a.json"');
  });

  it("gives the same report twice from the same files", async () => {
    const before = readFileSync(join(out, "report.json"), "utf8");
    expect(await build("--from", "bons", "--out", "out")).toMatchObject({code: 0});
    expect(readFileSync(join(out, "report.json"), "utf8")).toBe(before);
  });

  it("counts a refused record and keeps it", async () => {
    const text = `[${JSON.stringify(record(1))}, {"id": "X2", "acheteur": {}, "codeCPV": "1", "montant": 1,}, null]`;
    put("refus.json", text);
    const {code, stderr} = await build("--from", "refus.json", "--out", "refus");
    expect([code, stderr]).toEqual([0, ""]);
    const report = reportIn(join(folder, "refus"));
    expect(report.inputs.at(-1)).toMatchObject({records_read: 3, rows_staged: 1, rows_refused: 2});
    const refused = readFileSync(join(folder, "refus/refused.ndjson"), "utf8").trim().split("\n");
    expect(refused.map((line) => (JSON.parse(line) as {rule: string}).rule)).toEqual([
      "record-malformed",
      "record-not-decp"
    ]);
    const found = report.findings.filter(({rule}) => rule.startsWith("record-")).map(({rule, rows}) => [rule, rows]);
    expect(found).toEqual(
      expect.arrayContaining([
        ["record-malformed", 1],
        ["record-not-decp", 1]
      ])
    );
  });

  describe("leaves the last good build untouched and ends with code 1", () => {
    const bad: [string, string, string | Uint8Array, RegExp][] = [
      [
        "on truncated JSON",
        "tronque.json",
        decp(1, 2).slice(0, -9),
        /^tronque\.json : attendu un document JSON entier, trouvé un fichier tronqué/m
      ],
      [
        "on truncated gzip",
        "t.json.gz",
        gzipSync(decp(1)).subarray(0, -9),
        /^t\.json\.gz : attendu un fichier compressé entier/m
      ],
      [
        "on an HTML error page saved as JSON",
        "page.json",
        "<!doctype html><p>404",
        /^page\.json : attendu des DECP .*trouvé : page HTML/m
      ],
      ["on an empty file", "vide.json", "", /^vide\.json : attendu des DECP .*trouvé : fichier vide/m],
      [
        "on a folder with one damaged file among good ones",
        "mixte/b.json",
        decp(3).slice(0, -1),
        /^mixte\/b\.json : attendu/m
      ],
      [
        "on a table of people met whose column was renamed",
        "nuit/lieux.csv",
        "edition,type_lieu,nb_personnes,statut,methode,petit_effectif_inf_11,verification,source_url\n2025,rue,30,presse,publie,non,1 source,https://exemple.fr\n",
        /^nuit\/lieux\.csv, ligne 1 : attendu une colonne « personnes »/m
      ],
      [
        "on a zip with a path that leaves it",
        "sort.zip",
        zipOf({"../x.json": decp(1)}),
        /^sort\.zip : .*« \.\.\/x\.json » qui en sort/m
      ]
    ];

    it.each(bad)("%s", async (_, path, content, message) => {
      put("mixte/a.json", decp(1));
      put(path, content);
      const before = stateOf(out);
      const {code, stderr} = await build("--from", path.split("/")[0] as string, "--out", "out");
      expect(code).toBe(1);
      expect(stderr).toMatch(message);
      expect(stderr).toContain("la dernière construction est intacte");
      expect(stateOf(out)).toEqual(before);
      expect(temporaries()).toEqual([]);
    });

    it.each([
      ["on an unknown option", ["--frm", "bons"], "option inconnue « --frm »"],
      ["on an option without its value", ["--from"], "--from attend une valeur"],
      ["on a stray argument", ["bons"], "argument inattendu « bons »"],
      ["on a path where nothing is", ["--from", "nulle-part.json"], "nulle-part.json : attendu un fichier, un dossier"],
      ["when what it would replace is no build", ["--from", "bons/a.json", "--out", "mixte"], "--out"],
      ["when what it would replace holds an input", ["--from", "out/report.json", "--out", "out"], "l’un dans l’autre"]
    ])("%s", async (_, args, message) => {
      const before = stateOf(folder);
      const {code, stderr} = await build(...args);
      expect(code).toBe(1);
      expect(stderr).toContain(message);
      expect(stateOf(folder)).toEqual(before);
    });

    it.each(["SIGINT", "SIGTERM"] as const)("when it is interrupted by %s", async (signal) => {
      const before = stateOf(out);
      const running = spawn(deno, [...command, "--from", "bons", "--out", "out"], {cwd: folder, env});
      let stderr = "";
      running.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
      const ended = new Promise<number | null>((resolve) => running.on("close", resolve));
      while (temporaries().length === 0 && running.exitCode === null) await new Promise((go) => setTimeout(go, 5));
      running.kill(signal);
      expect(await ended).toBe(1);
      expect(stderr).toContain("Interrompu : la dernière construction est intacte.");
      expect(stateOf(out)).toEqual(before);
      expect(temporaries()).toEqual([]);
    });
  });

  it("builds without a damaged file under --keep-going, and marks the build", async () => {
    put("mixte/a.json", decp(1));
    put("mixte/b.json", decp(3).slice(0, -1));
    const {code, stdout} = await build("--from", "mixte", "--keep-going", "--out", "partiel");
    expect(code).toBe(0);
    expect(stdout).toContain("ABÎMÉ, laissé de côté : mixte/b.json");
    const report = reportIn(join(folder, "partiel"));
    expect(report.is_partial).toBe(true);
    expect(report.inputs.at(-1)).toMatchObject({path: "mixte/b.json", source_id: null, records_read: 0});
    expect(report.inputs.at(-1)?.failed).toContain("un fichier tronqué");
  });

  it("reads a path with a comma and blanks, and does not write to one", async () => {
    put("a, b/c d.json", decp(1));
    expect(await build("--from", "a, b/c d.json", "--out", "virgule")).toMatchObject({code: 0});
    const {code, stderr} = await build("--from", "a, b", "--out", "virgule, out");
    expect([code, stderr]).toEqual([1, expect.stringContaining("attendu un chemin sans virgule")]);
    expect(temporaries()).toEqual([]);
  });
});

describe("the options of npm run data", () => {
  it("take --from several times, and stand for the sample when it is absent", () => {
    expect(readOptions(["--from", "a", "--from=b", "--out", "c", "--keep-going"])).toEqual({
      from: ["a", "b"],
      out: "c",
      keepGoing: true,
      mapping: null,
      help: false
    });
    expect(readOptions([]).from).toEqual(["embedded"]);
  });

  it("name a path as typed, never by where this machine keeps it", () => {
    expect(labelOf("../shared/a.json", "/depot", "/depot")).toBe("../shared/a.json");
    expect(labelOf("/depot/data/raw/a.json", "/depot", "/ailleurs")).toBe("data/raw/a.json");
    expect(labelOf("/home/quelqu-un/a.json", "/depot", "/depot")).toBe("a.json");
  });

  it("read the newest snapshot of each source for live, and say what to do when there is none", () => {
    const empty = join(folder, "depot-vide");
    expect(() => findInputs(["live"], empty, empty)).toThrow(/Lancez d’abord « npm run refresh »/);
    for (const day of ["2025-01-02", "2025-03-04", "2024-12-31"]) put(`depot/data/raw/decp/${day}/a.json`, "[]");
    put("depot/data/raw/ods/2025-01-01/a.json", "[]");
    const labels = findInputs(["live"], join(folder, "depot"), folder).map(({label}) => label);
    expect(labels).toEqual(["data/raw/decp/2025-03-04", "data/raw/ods/2025-01-01"]);
  });

  it("take files of data/sample for fictional, however they are named", () => {
    const input = findInputs([join(root, "data/sample/decp-exemple.json.gz")], root, folder).at(-1);
    expect(input).toMatchObject({isFictional: true, label: "data/sample/decp-exemple.json.gz"});
  });
});

describe("report.json", () => {
  const input = {
    source_id: "0123456789ab",
    path: "a.json",
    sha256: "0".repeat(64),
    bytes: 1,
    format: "json",
    dataset: "decp",
    dialects: {v1: 2},
    is_fictional: false,
    records_read: 3,
    rows_staged: 2,
    rows_refused: 1,
    ignored: null,
    failed: null
  };
  const shaped: Shaped = {inputs: [input], tables: {}, findings: [], totals: []};

  it("follows its published schema", () => {
    const report = assembleReport(shaped, ["a.json"], "2025-01-01T00:00:00.000Z", schema);
    expect(report).toMatchObject({version: 1, is_partial: false, inputs: [input]});
  });

  it("is refused when a record was lost", () => {
    const lost = {...shaped, inputs: [{...input, rows_refused: 0}]};
    expect(() => assembleReport(lost, ["a.json"], "2025-01-01T00:00:00.000Z", schema)).toThrow(
      /a\.json : 3 enregistrements lus, mais 2 lignes et 0 refus/
    );
  });

  it("is refused when it breaks its schema, an absolute path for one", () => {
    const wrong = {...shaped, inputs: [{...input, path: "/home/a.json"}]};
    expect(() => assembleReport(wrong, ["a.json"], "2025-01-01T00:00:00.000Z", schema)).toThrow(/report\.schema\.json/);
    expect(() => assembleReport(shaped, ["a.json"], "hier", schema)).toThrow(/generated_at/);
  });

  it("is dated by SOURCE_DATE_EPOCH when it is set, else by the clock", () => {
    expect(timeOf("0", () => 5)).toBe("1970-01-01T00:00:00.000Z");
    expect(timeOf(undefined, () => 1000)).toBe("1970-01-01T00:00:01.000Z");
  });
});
