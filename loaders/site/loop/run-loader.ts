import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative, resolve} from "node:path";
import process from "node:process";
import {pathToFileURL} from "node:url";

/** A program that gives files of the site: one, or one for each set of parameters. */
export interface Loader {
  /** From the root of the project: `src/methode/[id].md.ts`. */
  path: string;
  /** The command and its options, without the loader. */
  command: readonly string[];
  /** For each file that it gives, by its path from the root of the site without leading slash: the arguments. */
  runs: ReadonlyMap<string, readonly string[]>;
}

/** What a loader gave, and what it looked at. */
export interface LoaderResult {
  outputs: Map<string, Uint8Array>;
  /** Paths from the root of the project, files and folders; what was looked for in vain too. */
  reads: string[];
  /** Names of the environment variables that it asked for. */
  variables: string[];
  /** False when the command does not tell what it looks at: its outputs can then not be used again. */
  isAudited: boolean;
  seconds: number;
}

const several = new URL("several.ts", import.meta.url).href;

/**
 * Runs a loader. Under Deno, several runs share one process, and the audit of its permissions tells what it looked at.
 *
 * @throws {Error} When it ends with an error; a permission that it lacks is named, with the flag to add and where.
 */
export async function runLoader({path, command, runs}: Loader): Promise<LoaderResult> {
  const start = performance.now();
  const isAudited = /(^|[\\/])deno$/.test(command[0] ?? "");
  const folder = mkdtempSync(join(tmpdir(), "carnets-"));
  const audit = join(folder, "audit.jsonl");
  const outputs = new Map<string, Uint8Array>();
  try {
    const [first] = runs.values();
    if (isAudited && runs.size > 1) {
      const program = join(folder, "runs.ts");
      writeFileSync(program, programOf(several, pathToFileURL(path).href, Array.from(runs.values())));
      const parts = split(await execute(path, [...command, program], audit), path);
      for (const [number, target] of Array.from(runs.keys()).entries()) outputs.set(target, parts[number] ?? empty);
    } else if (runs.size === 1) {
      const [target = ""] = runs.keys();
      outputs.set(target, await execute(path, [...command, path, ...(first ?? [])], audit));
    } else
      for (const [target, run] of runs) outputs.set(target, await execute(path, [...command, path, ...run], audit));
    const seen = isAudited ? readAudit(audit) : [];
    const of = (kind: string) => [
      ...new Set(seen.filter(({permission}) => permission === kind).map(({value}) => value))
    ];
    return {
      outputs,
      reads: [...new Set(of("read").map((value) => relative(process.cwd(), resolve(value))))].filter(
        (value) => !/(^|\/)node_modules(\/|$)/.test(value) && !value.startsWith("..") && value !== path
      ),
      variables: of("env"),
      isAudited,
      seconds: (performance.now() - start) / 1000
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const empty = new Uint8Array();

function execute(path: string, [command = "", ...args]: readonly string[], audit: string): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      env: {...process.env, DENO_AUDIT_PERMISSIONS: audit, NO_COLOR: "1"},
      stdio: ["ignore", "pipe", "pipe"]
    });
    const out: Uint8Array[] = [];
    let said = "";
    child.stdout.on("data", (chunk: Uint8Array) => out.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === 0) {
        if (said) process.stderr.write(said);
        done(joined(out));
      } else fail(new Error(explainFailure(path, said.trim(), [command, ...args])));
    });
  });
}

/**
 * Why a loader failed, in French: a missing permission is named with the flag to add and where; anything else as it said.
 *
 * @param said What it wrote to standard error.
 * @param command The command as it was run.
 */
export function explainFailure(path: string, said: string, command: readonly string[]): string {
  const [, kind, value] = /Requires (\w+) access to "([^"]+)"/.exec(said) ?? [];
  if (kind === undefined || value === undefined) return `${path} : ce programme s’est arrêté.\n${said}`;
  const verbs: Record<string, string> = {
    read: "lire le fichier",
    write: "écrire le fichier",
    env: "lire la variable",
    net: "appeler l’hôte",
    run: "lancer le programme"
  };
  const name = `--allow-${kind}`;
  const flag = command.find((word) => word.startsWith(`${name}=`));
  const wanted = kind === "read" || kind === "write" ? relative(process.cwd(), resolve(value)) || "." : value;
  const advice = flag ? `changez « ${flag} » en « ${flag},${wanted} »` : `ajoutez « ${name}=${wanted} »`;
  const place = /at .*?(src\/[^:\s]+:\d+)/.exec(said)?.[1];
  return (
    `${path} : ce programme veut ${verbs[kind] ?? `l’accès ${kind} à`} « ${wanted} »${place ? ` (${place})` : ""}, et n’en a pas ` +
    `le droit. Si c’est voulu, ${advice} dans « interpreters » de observablehq.config.ts ; sinon, ne le lisez pas.`
  );
}

function split(bytes: Uint8Array, path: string): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const line = bytes.indexOf(10, start);
    const length = Number(new TextDecoder().decode(bytes.subarray(start, line)));
    if (line < 0 || !Number.isInteger(length)) throw new Error(`${path}: expected a number of bytes at ${start}.`);
    parts.push(bytes.subarray(line + 1, line + 1 + length));
    start = line + 1 + length;
  }
  return parts;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function readAudit(path: string): {permission: string; value: string}[] {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

/**
 * The program that runs a loader several times in one process, so that what it imports is loaded once. Its imports are
 * written out: Deno then asks for no more rights than the loader has.
 *
 * @param here Address of this module; `loader`: that of the loader; `runs`: the arguments of each run.
 */
function programOf(here: string, loader: string, runs: readonly (readonly string[])[]): string {
  const lines = runs.map(
    (args, number) =>
      `beginRun(${JSON.stringify(args)});\nawait import(${JSON.stringify(`${loader}?run=${number}`)});\nawait endRun();`
  );
  return [`import {beginRun, endRun} from ${JSON.stringify(here)};`, ...lines, ""].join("\n");
}
