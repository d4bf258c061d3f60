import figures from "../../src/figures/index.js";
import {finishSite} from "./finish.js";
import {makeReady} from "./ready-made.js";

/** Folders of Framework's cache that hold packages: worth keeping. The rest is what loaders gave, which it never renews. */
const keptInCache = new Set(["_npm", "_node", "_jsr", "_observablehq", ".npm-mirror"]);

const cache = "src/.observablehq/cache";

/** Where a build of the site takes place. */
export interface SiteBuild {
  /** The data build that it shows. */
  data?: string;
  /** Where the site stands in the end. */
  out?: string;
  /** Called with one line for each step. */
  onStep?: (line: string) => void;
}

/**
 * Builds the site beside the last one and swaps it in at the end: a failed build leaves the last good site untouched.
 *
 * @throws {Error} When Framework or the finishing step fails.
 */
export async function buildSite({
  data = "data/build",
  out = "dist",
  onStep = console.log
}: SiteBuild = {}): Promise<void> {
  const start = performance.now();
  const work = `.cache/dist-${Deno.pid}`;
  try {
    await forgetLoaderOutput(cache);
    const ready = await makeReady(cache, data);
    onStep(`Pages : ${ready} faites ensemble, les autres par Observable Framework…`);
    await runFramework(work);
    const framework = performance.now();
    onStep(`Pages : construites en ${seconds(framework - start)}. Finition…`);
    const {pages, figures: count} = await finishSite(work, {figures, data});
    await swap(work, out);
    onStep(`Site : ${pages} pages, ${count} figures dans ${out} (${seconds(performance.now() - start)}).`);
  } finally {
    await remove(work);
  }
}

/** Empties what loaders gave from the cache: Framework never looks whether their inputs changed. */
export async function forgetLoaderOutput(folder: string): Promise<void> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  for (const {name} of entries) if (!keptInCache.has(name)) await remove(`${folder}/${name}`);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trim();
}

async function runFramework(output: string): Promise<void> {
  const {success, stdout, stderr} = await new Deno.Command("node", {
    // A page is parsed into a document of its own: with a small nursery, a fifth of the time goes into collecting them.
    args: ["--max-semi-space-size=64", "node_modules/@observablehq/framework/dist/bin/observable.js", "build"],
    env: {CARNETS_DIST: output, OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdin: "null",
    stdout: "piped",
    stderr: "piped"
  }).output();
  const log = `${decode(stdout)}\n${decode(stderr)}`;
  if (!success)
    throw new Error(`Observable Framework n’a pas pu construire les pages.\n${log.split("\n").slice(-40).join("\n")}`);
  const broken = /Warning: \d+ broken links?[\s\S]*?(?=\n\n|$)/.exec(log)?.[0];
  if (broken) console.warn(broken);
}

async function swap(work: string, out: string): Promise<void> {
  const old = `.cache/dist-old-${Deno.pid}`;
  const hadSite = await Deno.rename(out, old).then(
    () => true,
    () => false
  );
  try {
    await Deno.rename(work, out);
  } catch (error) {
    if (hadSite) await Deno.rename(old, out);
    throw error;
  }
  await remove(old);
}

async function remove(path: string): Promise<void> {
  await Deno.remove(path, {recursive: true}).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).replace(".", ",")} s`;
}

if (import.meta.main) {
  const [, out] = Deno.args[0] === "--out" ? Deno.args : [];
  await buildSite({out}).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  });
}
