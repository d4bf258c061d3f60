import {join, relative, resolve} from "node:path";
import {hashInputs, type HashedInput} from "./inputs-hash.js";

/** What the user asked for. */
export interface Request {
  /** Values of `--from`; empty means the embedded data. */
  from: readonly string[];
  keepGoing: boolean;
}

/** What was built last time, kept in `.cache/start.json`. */
interface Stamp {
  data?: string;
  /** `generated_at` of the report that this data build wrote: another one is somebody else's. */
  dataReport?: string;
  site?: string;
}

const stampPath = ".cache/start.json";
const reportPath = "data/build/report.json";

const dataInputs: readonly HashedInput[] = [
  {path: "loaders", except: /^loaders\/(site|start\.ts|dev\.ts|install\.mjs)/},
  {path: "src/lib"},
  {path: "src/catalogue"},
  {path: "data/reference"},
  {path: "data/sample"},
  {path: "package-lock.json"}
];

const siteInputs: readonly HashedInput[] = [
  {path: "src", except: /^src\/(\.observablehq|notebooks)/},
  {path: "loaders/site"},
  {path: "observablehq.config.ts"},
  {path: "package-lock.json"},
  {path: reportPath},
  {path: "data/build/marts", isLarge: true}
];

/** Folders and files whose change calls for new data. */
export const watchedForData = dataInputs.map(({path}) => path);

/**
 * Builds the data when its inputs changed since the last time.
 *
 * @param request Which data; the same request twice builds once.
 * @returns Whether it built.
 * @throws {StepFailed} When `npm run data` fails; it has said why, and the last good build is untouched.
 */
export async function ensureData({from, keepGoing}: Request): Promise<boolean> {
  const given = from.map((path) => ({path, isLarge: true}));
  const hash = await hashInputs([...dataInputs, ...given], [...from, String(keepGoing)]);
  const stamp = await readStamp();
  const report = await maybeGeneratedAt();
  if (report !== null && stamp.data === hash && stamp.dataReport === report) {
    console.log(`Données : rien n’a changé (${nameOf(from)}).`);
    return false;
  }
  console.log(`Données : ${nameOf(from)}…`);
  await run("data", [...from.flatMap((path) => ["--from", path]), ...(keepGoing ? ["--keep-going"] : [])]);
  await writeStamp({...(await readStamp()), data: hash, dataReport: (await maybeGeneratedAt()) ?? undefined});
  return true;
}

/**
 * Builds the site when its inputs changed since the last time.
 *
 * @returns Whether it built.
 * @throws {StepFailed} When `npm run build` fails; the last good site is untouched.
 */
export async function ensureSite(): Promise<boolean> {
  const hash = await hashInputs(siteInputs);
  const hasSite = await Deno.stat("dist/index.html").then(
    () => true,
    () => false
  );
  if (hasSite && (await readStamp()).site === hash) {
    console.log("Site : rien n’a changé.");
    return false;
  }
  await run("build", []);
  await writeStamp({...(await readStamp()), site: hash});
  return true;
}

/** A step that failed and has already said why. */
export class StepFailed extends Error {
  override name = "StepFailed";
}

/**
 * The `--from` values as absolute paths, wherever the command was typed.
 *
 * @param directory Where the user typed the command.
 * @throws {Error} When a path does not exist.
 */
export async function resolveFrom(values: readonly string[], directory: string): Promise<string[]> {
  const found: string[] = [];
  for (const value of values) {
    if (value === "embedded" || value === "live") found.push(value);
    else {
      const path = resolve(directory, value);
      await Deno.stat(path).catch(() => {
        throw new Error(`--from : un fichier, un dossier ou un zip est attendu, « ${value} » n’existe pas (${path}).`);
      });
      found.push(path);
    }
  }
  return found;
}

function nameOf(from: readonly string[]): string {
  const names = from.map((path) => (path.includes("/") ? relative(Deno.cwd(), path) : path));
  return names.length ? names.join(", ") : "exemple fictif et tables de référence";
}

async function run(script: string, args: string[]): Promise<void> {
  const separated = args.length ? ["--", ...args] : [];
  const {code} = await new Deno.Command("npm", {args: ["run", "--silent", script, ...separated]}).spawn().status;
  if (code !== 0) throw new StepFailed(`npm run ${script}: expected exit code 0, got ${code}. See above.`);
}

async function maybeGeneratedAt(): Promise<string | null> {
  try {
    return JSON.parse(await Deno.readTextFile(reportPath)).generated_at;
  } catch {
    return null;
  }
}

async function readStamp(): Promise<Stamp> {
  try {
    return JSON.parse(await Deno.readTextFile(stampPath));
  } catch {
    return {};
  }
}

async function writeStamp(stamp: Stamp): Promise<void> {
  await Deno.mkdir(join(stampPath, ".."), {recursive: true});
  await Deno.writeTextFile(stampPath, JSON.stringify(stamp));
}
