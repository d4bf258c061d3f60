import {spawn} from "node:child_process";
import {dirname, join} from "node:path";
import process from "node:process";
import {createInterface} from "node:readline";
import {Readable} from "node:stream";
import type {Input} from "../read/inputs.js";
import type {WholeFile} from "../read/row-files.js";
import type {Mapping} from "../sources/mapping.js";
import {BuildError} from "./errors.js";
import type {Place} from "./place.js";

/** A line of progress of a process: how far it is, and at what. */
export interface Progress {
  done: number;
  of: number;
  at: string;
  /** A file of rows that another process may take up. */
  whole?: WholeFile;
}

/** Runs a process of the pipeline to its end. */
export type Run = (
  args: readonly string[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  orders?: Readable
) => Promise<void>;

/** Arguments of the reading process: it may read the inputs and write the work folder, nothing else. */
export function readArgs(
  root: string,
  {work}: Place,
  inputs: readonly Input[],
  {keepGoing, mapping}: {keepGoing: boolean; mapping: Mapping | null}
): string[] {
  return [
    ...common(root),
    allow(
      "read",
      inputs.map(({path}) => path)
    ),
    allow("write", [work]),
    join(root, "loaders/read.ts"),
    work,
    JSON.stringify(inputs),
    JSON.stringify({keepGoing, mapping})
  ];
}

/** Arguments of the shaping process: native code of DuckDB's package alone, the two folders of this run, no network. */
export function shapeArgs(root: string, {work, next}: Place): string[] {
  return [
    ...common(root),
    allow("ffi", [join(root, "node_modules/@duckdb")]),
    // The YAML parser asks whether it shall log.
    "--allow-env=LOG_STREAM,LOG_TOKENS",
    allow("read", [
      work,
      next,
      join(root, "loaders"),
      join(root, "data/reference"),
      join(root, "node_modules/@duckdb"),
      join(root, "node_modules/@etalab/decoupage-administratif")
    ]),
    allow("write", [work, next]),
    join(root, "loaders/shape.ts"),
    work,
    next,
    "--orders"
  ];
}

/**
 * Arguments of the process that fetches one source: its hosts, the paths that it must read, its own folder to write, no
 * native code. A host without a port is granted on 443 alone.
 */
export function fetchArgs(
  root: string,
  {hosts, read, folder, order}: {hosts: readonly string[]; read: readonly string[]; folder: string; order: string}
): string[] {
  const ports = hosts.map((host) => (/:\d+$/.test(host) ? host : `${host}:443`));
  return [
    ...common(root),
    `--allow-net=${ports.join(",")}`,
    allow("read", read),
    allow("write", [folder]),
    join(root, "loaders/fetch/run.ts"),
    order
  ];
}

/**
 * Runs Deno, passing on its progress lines.
 *
 * @param orders What the process is told on its standard input; by default nothing.
 * @param signal Stops the process; one that was given before means that none is begun.
 * @throws {BuildError} With what it wrote on stderr, when it fails; the signal's own reason, when it was given before.
 */
export const runDeno: Run = (args, onProgress, signal, orders = Readable.from([])) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const env = {...process.env, NO_COLOR: "1"};
    const child = spawn(process.execPath, args, {stdio: ["pipe", "pipe", "pipe"], env});
    // A process that is gone before it is told fails by its exit code.
    child.stdin.on("error", () => undefined);
    orders.pipe(child.stdin);
    const stop = (): void => void child.kill("SIGTERM");
    signal.addEventListener("abort", stop, {once: true});
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors = (errors + text).slice(-20_000)));
    createInterface({input: child.stdout}).on("line", (line) => {
      if (!line.startsWith("{")) return;
      const {file, step, ...progress} = JSON.parse(line) as Omit<Progress, "at"> & {file?: string; step?: string};
      onProgress({...progress, at: file ?? step ?? ""});
    });
    child.on("error", reject);
    child.on("close", (code) => {
      signal.removeEventListener("abort", stop);
      if (code === 0) resolve();
      else reject(new BuildError(errors.trim() || `arrêt inattendu d’un processus (code ${code})`));
    });
  });

function common(root: string): string[] {
  return [
    "run",
    "--no-prompt",
    "--no-remote",
    "--cached-only",
    "--no-check",
    "--config",
    join(root, "loaders/deno.json")
  ];
}

/** Deno has no way to write a comma in such a list: reading is granted one folder higher then, the rest not at all. */
function allow(what: "read" | "write" | "ffi", paths: readonly string[]): string {
  const granted = what === "read" ? paths.map(withoutComma) : paths;
  const comma = granted.find((path) => path.includes(","));
  if (comma !== undefined)
    throw new BuildError(`${comma} : attendu un chemin sans virgule, là où l’on écrit. Choisissez un autre dossier.`);
  return `--allow-${what}=${granted.join(",")}`;
}

function withoutComma(path: string): string {
  return path.includes(",") ? withoutComma(dirname(path)) : path;
}
