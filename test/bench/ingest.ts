import {closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {generateLarge} from "../../loaders/sample/large.js";
import type {Report} from "../../src/lib/report.js";
import {measureCommand, medianCost, type Cost} from "./process-tree.js";

/** Cost of bringing a file of some size into the tables, against the least that reading it can cost. */
export interface IngestResult {
  contracts: number;
  fileBytes: number;
  runs: number;
  /** Splitting the file and counting its lines in DuckDB. */
  bare: Cost;
  /** `npm run data`, npm and its three walls included. */
  data: Cost;
  timeRatio: number;
  /** Steadier than the time when other programs are busy. */
  cpuRatio: number | null;
  memoryRatio: number | null;
}

/**
 * Measures the pipeline on generated contracts. Both ways of reading take turns, so that a busy machine slows both.
 *
 * @param runs How many times each is run; the median is kept.
 * @throws {Error} When a way does not find all contracts: a fast reading that loses some is worth nothing.
 */
export async function benchIngest(
  contracts: number,
  runs: number,
  onProgress: (what: string) => void
): Promise<IngestResult> {
  const folder = mkdtempSync(join(tmpdir(), "carnets-banc-"));
  try {
    const file = join(folder, "decp.json");
    onProgress(`${contracts} contrats : écriture du fichier`);
    writeLarge(file, contracts);
    const bare: Cost[] = [];
    const data: Cost[] = [];
    for (let run = 1; run <= runs; run++) {
      onProgress(`${contracts} contrats : passe ${run} sur ${runs}`);
      bare.push(await runBare(file, join(folder, "lignes.ndjson"), contracts));
      data.push(await runData(file, join(folder, "sortie"), contracts));
    }
    const [least, whole] = [medianCost(bare), medianCost(data)];
    return {
      contracts,
      fileBytes: statSync(file).size,
      runs,
      bare: least,
      data: whole,
      timeRatio: whole.seconds / least.seconds,
      cpuRatio: maybeRatio(whole.cpuSeconds, least.cpuSeconds),
      memoryRatio: maybeRatio(whole.peakBytes, least.peakBytes)
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function writeLarge(path: string, contracts: number): void {
  const file = openSync(path, "w");
  for (const piece of generateLarge(contracts)) writeSync(file, piece);
  closeSync(file);
}

async function runBare(file: string, target: string, contracts: number): Promise<Cost> {
  const args = ["run", "--allow-all", "--no-check", "--config", "loaders/deno.json", "test/bench/bare-read.ts"];
  const {cost, output} = await measureCommand("node_modules/.bin/deno", [...args, file, target]);
  expectAll("lecture nue", Number(output.trim()), contracts);
  return cost;
}

async function runData(file: string, out: string, contracts: number): Promise<Cost> {
  const {cost} = await measureCommand("npm", ["run", "--silent", "data", "--", "--from", file, "--out", out]);
  const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as Report;
  expectAll("npm run data", report.inputs.find(({dataset}) => dataset === "decp")?.rows_staged ?? 0, contracts);
  return cost;
}

function expectAll(who: string, found: number, contracts: number): void {
  if (found !== contracts) throw new Error(`${who} : ${contracts} contrats attendus, ${found} trouvés.`);
}

function maybeRatio(value: number | null, base: number | null): number | null {
  return value === null || base === null ? null : value / base;
}
