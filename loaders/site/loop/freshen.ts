import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {dirname, join} from "node:path";
import process from "node:process";
import {hashOf, type Fingerprints} from "./fingerprints.js";
import {changesBetween, sayChange, unknown, type Change, type Inputs} from "./inputs.js";
import type {LoaderRecord} from "./kept.js";
import {runLoader, type Loader} from "./run-loader.js";

/** One file that the site needs of a loader. */
export interface LoaderNeed {
  path: string;
  command: readonly string[];
  target: string;
  args: readonly string[];
}

/** A loader as Framework describes it: of a file that a command writes. */
export interface CommandLoader {
  /** From the folder of the pages. */
  path: string;
  targetPath: string;
  command: string;
  args: readonly string[];
}

/** What Framework would run for a file, told apart: the command, its program, its arguments. */
export function needOf({path, targetPath, command, args}: CommandLoader, root: string): LoaderNeed {
  const source = join(root, path);
  const at = args.lastIndexOf(source);
  return at < 0
    ? {path: source, command: [command], target: targetPath, args}
    : {path: source, command: [command, ...args.slice(0, at)], target: targetPath, args: args.slice(at + 1)};
}

/** A loader that was run, and why. */
export interface Ran {
  path: string;
  files: number;
  why: string;
}

/** Where the output of a loader stands, in Framework's cache. */
export function outputPath(root: string, target: string): string {
  return join(root, ".observablehq", "cache", target);
}

/**
 * Runs the loaders whose inputs changed, as many at once as the machine has cores.
 *
 * @param options `root`: the pages' folder; `records`: the last runs by loader, brought up to date in place.
 * @returns The loaders that were run.
 * @throws {Error} When one fails; the outputs of the others are kept.
 */
export async function freshen(
  needs: readonly LoaderNeed[],
  {root, records, prints}: {root: string; records: Record<string, LoaderRecord>; prints: Fingerprints}
): Promise<Ran[]> {
  const ran: Ran[] = [];
  const waiting = loadersOf(needs).flatMap((loader) => {
    const stale = staleness(loader, records[loader.path] ?? null, {root, prints});
    return stale === null ? [] : [{loader, stale}];
  });
  const failures: unknown[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const {loader, stale} = next;
      try {
        const last = records[loader.path];
        const runs = new Map(Array.from(loader.runs).filter(([target]) => stale.targets.includes(target)));
        const record = await renew({...loader, runs}, {root, prints});
        records[loader.path] =
          last && stale.changes.length === 0
            ? {...record, inputs: {...last.inputs, ...record.inputs}, outputs: {...last.outputs, ...record.outputs}}
            : record;
        ran.push({path: loader.path, files: runs.size, why: last ? sayStaleness(stale) : "premier passage"});
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  if (failures.length > 0)
    throw new Error(failures.map((error) => (error instanceof Error ? error.message : String(error))).join("\n"));
  return ran;
}

/** The needs of one loader together: it is run for all of them in one process. */
export function loadersOf(needs: readonly LoaderNeed[]): Loader[] {
  const loaders = new Map<string, Loader & {runs: Map<string, readonly string[]>}>();
  for (const {path, command, target, args} of needs) {
    const known = loaders.get(path) ?? {path, command, runs: new Map<string, readonly string[]>()};
    loaders.set(path, known);
    known.runs.set(target.replace(/^\//, ""), args);
  }
  return Array.from(loaders.values());
}

/** Why outputs of a loader cannot be used again. */
export interface Staleness {
  /** What changed since; empty when only outputs are missing or were touched. */
  changes: Change[];
  /** The outputs that are made again: all of them when an input changed. */
  targets: string[];
}

/** What of a loader must be made again, and why; null when all is as it was. */
export function staleness(
  loader: Loader,
  record: LoaderRecord | null,
  {root, prints}: {root: string; prints: Fingerprints}
): Staleness | null {
  const changes = changesBetween(record?.inputs ?? null, inputsOf(loader, record, prints));
  const all = Array.from(loader.runs.keys());
  if (changes.length > 0) return {changes, targets: all};
  const targets = all.filter((target) => {
    const path = outputPath(root, target);
    return !existsSync(path) || hashOf(readFileSync(path)) !== record?.outputs[target];
  });
  return targets.length > 0 ? {changes, targets} : null;
}

/** The first cause, in French: "le fichier src/a.ts a changé". */
export function sayStaleness({changes: [first], targets}: Staleness): string {
  if (first) return sayChange(first);
  return targets.length === 1 ? "une sortie manque" : `${targets.length} sorties manquent`;
}

/** Inputs as they are now: the program and what it imports, its command, and what it looked at the last time. */
export function inputsOf(
  {path, command}: Omit<Loader, "runs">,
  record: LoaderRecord | null,
  prints: Fingerprints
): Inputs {
  const looked = Object.keys(record?.inputs ?? {}).filter((name) => /^(env|folder|file):/.test(name));
  const program = prints.graph(path).files.map((file) => `file:${file}`);
  const settings = command.flatMap((word) => {
    const file = /^--(?:config|env-file|import-map)=(.+)$/.exec(word)?.[1];
    return file === undefined ? [] : [`file:${file}`];
  });
  return {
    ...prints.all(looked),
    ...prints.all([...program, ...settings, "file:package-lock.json"]),
    settings: hashOf(JSON.stringify(command))
  };
}

async function renew(loader: Loader, {root, prints}: {root: string; prints: Fingerprints}): Promise<LoaderRecord> {
  for (const cycle of prints.graph(loader.path).cycles)
    console.error(
      `${loader.path} : imports en rond, ${cycle.join(" → ")}. Un de ces modules peut servir avant d’être prêt ; ` +
        `mettez ce qu’ils partagent dans un troisième.`
    );
  const before = inputsOf(loader, null, prints);
  const {outputs, reads, variables, isAudited, seconds} = await runLoader(loader);
  for (const [target, bytes] of outputs) {
    const path = outputPath(root, target);
    if (existsSync(path) && hashOf(readFileSync(path)) === hashOf(bytes)) continue;
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(`${path}.${process.pid}`, bytes);
    renameSync(`${path}.${process.pid}`, path);
  }
  const looked = prints.all([...reads.map((read) => prints.nameOf(read)), ...variables.map((name) => `env:${name}`)]);
  return {
    // A program that does not tell what it looks at is never fresh.
    inputs: {...before, ...looked, ...(isAudited ? {} : {[unknown]: unknown})},
    outputs: Object.fromEntries(Array.from(outputs, ([target, bytes]) => [target, hashOf(bytes)])),
    seconds
  };
}
