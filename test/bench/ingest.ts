import {mkdtempSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Report} from "../../src/lib/report.js";
import {writeGzip, writeJson, writeXml} from "./large-file.js";
import {measureCommand, medianCost, type Cost} from "./process-tree.js";

/** Kinds of files that are measured. */
export type IngestFormat = "json" | "json.gz" | "xml";

/** What the pipeline may cost, at most. */
export const ingestBudget = {
  /** Times the duration of a bare reading of the same file. */
  timeRatio: 3,
  /** Times the duration of a bare reading of the same file and a bare writing of the same tables. */
  floorRatio: 3,
  /** Duration per contract at the largest size, over the size before. */
  growth: 1,
  peakBytes: 2e9,
  /** Duration of an XML file over that of the same contracts in JSON. */
  xmlRatio: 3
} as const;

/** Cost of bringing a file of some size into the tables, against the least that reading it can cost. */
export interface IngestResult {
  contracts: number;
  format: IngestFormat;
  fileBytes: number;
  runs: number;
  /** Cutting the file into records, and DuckDB reading them into tables; null for XML, which DuckDB does not read. */
  bare: Cost | null;
  /** Writing the tables that the pipeline published again, in their three formats. */
  bareWrite: Cost;
  /** `npm run data`, npm and its three walls included. */
  data: Cost;
  /** Over the bare reading, which writes nothing. */
  timeRatio: number | null;
  /** Over the bare reading and the bare writing. */
  floorRatio: number | null;
  /** Steadier than the time when other programs are busy. */
  cpuRatio: number | null;
  memoryRatio: number | null;
}

/** How the results of several files compare; null where one of the two was not measured. */
export interface IngestComparison {
  /** Duration and processor time per contract of the largest JSON file, over those of the one before. */
  timeGrowth: number | null;
  cpuGrowth: number | null;
  /** Duration and processor time of XML over those of JSON, for the same contracts. */
  xmlTimeRatio: number | null;
  xmlCpuRatio: number | null;
}

/**
 * Measures the pipeline on generated contracts. Both ways of reading take turns, so that a busy machine slows both.
 *
 * @param runs How many times each is run; the median is kept.
 * @param formats Measured one after the other, on the same contracts.
 * @param onResult Called with each format's result.
 * @throws {Error} When a way does not find all rows: a fast reading that loses some is worth nothing.
 */
export async function benchIngest(
  contracts: number,
  runs: number,
  formats: readonly IngestFormat[],
  {onProgress, onResult}: {onProgress: (what: string) => void; onResult: (result: IngestResult) => void}
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "carnets-banc-"));
  try {
    const json = join(folder, "decp.json");
    onProgress(`${contracts} contrats : écriture du fichier`);
    if (formats.some((format) => format !== "xml")) writeJson(json, contracts);
    for (const format of formats) {
      const file = join(folder, `decp.${format}`);
      if (format === "json.gz") await writeGzip(json, file);
      if (format === "xml") writeXml(file, contracts);
      const bare: Cost[] = [];
      const data: Cost[] = [];
      const writes: Cost[] = [];
      for (let run = 1; run <= runs; run++) {
        onProgress(`${contracts} contrats, ${format} : passe ${run} sur ${runs}`);
        if (format !== "xml") bare.push(await runBare(file, join(folder, "lignes.ndjson"), contracts));
        const out = join(folder, "sortie");
        const {cost, rows} = await runData(file, out, contracts);
        data.push(cost);
        writes.push(await runBareWrite(out, join(folder, "copie"), rows));
      }
      onResult(resultOf({contracts, format, fileBytes: statSync(file).size, runs}, {bare, writes, data}));
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** How growth and XML compare with what they are measured against. */
export function compareIngest(results: readonly IngestResult[]): IngestComparison {
  const json = results.filter(({format}) => format === "json").sort((a, b) => a.contracts - b.contracts);
  const [before, largest] = [json.at(-2), json.at(-1)];
  const shrink = largest && before ? before.contracts / largest.contracts : null;
  const xml = results.find(({format}) => format === "xml");
  const twin = json.find(({contracts}) => contracts === xml?.contracts);
  return {
    timeGrowth: maybeProduct(maybeRatio(largest?.data.seconds, before?.data.seconds), shrink),
    cpuGrowth: maybeProduct(maybeRatio(largest?.data.cpuSeconds, before?.data.cpuSeconds), shrink),
    xmlTimeRatio: maybeRatio(xml?.data.seconds, twin?.data.seconds),
    xmlCpuRatio: maybeRatio(xml?.data.cpuSeconds, twin?.data.cpuSeconds)
  };
}

function resultOf(
  file: Pick<IngestResult, "contracts" | "format" | "fileBytes" | "runs">,
  costs: {bare: readonly Cost[]; writes: readonly Cost[]; data: readonly Cost[]}
): IngestResult {
  const bare = costs.bare.length > 0 ? medianCost(costs.bare) : null;
  const [bareWrite, data] = [medianCost(costs.writes), medianCost(costs.data)];
  return {
    ...file,
    bare,
    bareWrite,
    data,
    timeRatio: maybeRatio(data.seconds, bare?.seconds),
    floorRatio: bare && data.seconds / (bare.seconds + bareWrite.seconds),
    cpuRatio: maybeRatio(data.cpuSeconds, bare?.cpuSeconds),
    memoryRatio: maybeRatio(data.peakBytes, bare?.peakBytes)
  };
}

async function runBare(file: string, target: string, contracts: number): Promise<Cost> {
  return runScript("bare-read.ts", [file, target], {who: "lecture nue", expected: contracts});
}

async function runBareWrite(out: string, target: string, rows: number): Promise<Cost> {
  rmSync(target, {recursive: true, force: true});
  return runScript("bare-write.ts", [out, target], {who: "écriture nue", expected: rows});
}

/** Runs a script of this folder, which tells how many rows it went through. */
async function runScript(
  script: string,
  args: readonly string[],
  {who, expected}: {who: string; expected: number}
): Promise<Cost> {
  const deno = ["run", "--allow-all", "--no-check", "--config", "loaders/deno.json", `test/bench/${script}`];
  const {cost, output} = await measureCommand("node_modules/.bin/deno", [...deno, ...args]);
  expectAll(who, Number(output.trim()), expected);
  return cost;
}

/** Besides the cost, the rows of all published tables. */
async function runData(file: string, out: string, contracts: number): Promise<{cost: Cost; rows: number}> {
  const {cost} = await measureCommand("npm", ["run", "--silent", "data", "--", "--from", file, "--out", out]);
  const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as Report;
  expectAll("npm run data", report.inputs.find(({dataset}) => dataset === "decp")?.rows_staged ?? 0, contracts);
  return {cost, rows: Object.values(report.tables).reduce((sum, table) => sum + table.rows, 0)};
}

function expectAll(who: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${who} : ${expected} lignes attendues, ${found} trouvées.`);
}

function maybeRatio(value: number | null | undefined, base: number | null | undefined): number | null {
  return value === null || value === undefined || base === null || base === undefined ? null : value / base;
}

function maybeProduct(value: number | null, factor: number | null): number | null {
  return value === null || factor === null ? null : value * factor;
}
