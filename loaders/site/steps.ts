import {relative, resolve} from "node:path";
import {dataFolders, dataInputs, readDataStore, type DataRequest} from "./loop/data-inputs.js";
import {Fingerprints} from "./loop/fingerprints.js";
import {changesBetween, sayChange} from "./loop/inputs.js";

/** What the user asked for. */
export type Request = Omit<DataRequest, "mapping">;

const reportPath = "data/build/report.json";

/** Folders whose files may call for new data. */
export const watchedForData = ["loaders", "src", ...dataFolders];

/**
 * Builds the data when its inputs changed since the last time: see {@link dataInputs}.
 *
 * @param request Which data; the same request twice builds once.
 * @param options `isFollowing`: says in one line that it built, nothing when it had not to.
 * @returns Whether it built.
 * @throws {StepFailed} When `npm run data` fails; it has said why, and the last good build is untouched.
 */
export async function ensureData({from, keepGoing}: Request, {isFollowing = false} = {}): Promise<boolean> {
  const last = readDataStore(console.log);
  const report = await maybeGeneratedAt();
  const changes = changesBetween(last.inputs, dataInputs({from, keepGoing}, new Fingerprints()));
  const isOurs = report !== null && last.report === report;
  if (isOurs && changes.length === 0) {
    if (!isFollowing) console.log(`Données : rien n’a changé (${nameOf(from)}).`);
    return false;
  }
  const start = performance.now();
  const [first] = isOurs ? changes : [];
  console.log(`Données : ${nameOf(from)}${first ? ` (${sayChange(first)})` : ""}…`);
  const args = [...from.flatMap((path) => ["--from", path]), ...(keepGoing ? ["--keep-going"] : [])];
  await run("data", args, {isFollowing});
  if (isFollowing)
    console.log(`Données : à jour (${((performance.now() - start) / 1000).toFixed(1).replace(".", ",")} s).`);
  return true;
}

/**
 * Builds what changed of the site, by content; says in one line when nothing did.
 *
 * @throws {StepFailed} When `npm run build` fails; the last good site is untouched.
 */
export async function ensureSite(): Promise<void> {
  await run("build", []);
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

async function run(script: string, args: string[], {isFollowing = false} = {}): Promise<void> {
  const separated = args.length ? ["--", ...args] : [];
  const output = isFollowing ? "piped" : "inherit";
  const command = new Deno.Command("npm", {
    args: ["run", "--silent", script, ...separated],
    stdin: "null",
    stdout: output,
    stderr: output
  }).spawn();
  const said = isFollowing ? await command.output() : null;
  const {code} = await command.status;
  if (code === 0) return;
  if (said) for (const part of [said.stdout, said.stderr]) console.error(new TextDecoder().decode(part));
  throw new StepFailed(`npm run ${script}: expected exit code 0, got ${code}. See above.`);
}

async function maybeGeneratedAt(): Promise<string | null> {
  try {
    return JSON.parse(await Deno.readTextFile(reportPath)).generated_at;
  } catch {
    return null;
  }
}
