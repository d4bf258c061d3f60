import {fileURLToPath} from "node:url";
import figures from "../../src/figures/index.js";
import {readCommandLine} from "../command-line.js";
import {finishSite} from "./finish.js";
import {footprintOf} from "./loop/files.js";
import type {Rendered} from "./framework/render-pages.js";
import {noPages, noSite, pagesStore, rawFolder, siteStore, type PagesStore, type SiteStore} from "./loop/kept.js";
import {readStore, writeStore} from "./loop/store.js";
import {inputsSince, isSame, wholeInputs} from "./loop/whole.js";

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
 * What did not change is not made again: when nothing did, nothing is.
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
  const inputs = wholeInputs([data]);
  const last = readStore<SiteStore>(siteStore, noSite, onStep);
  const isFresh = isSame(last.inputs, inputs);
  if (isFresh && isSame(last.sites[out] ?? {}, footprintOf(out)))
    return onStep(`Site : rien n’a changé (${seconds(performance.now() - start)}).`);
  try {
    const {stale, pages: all, ran} = await renderPages();
    for (const {path, why, files} of ran.slice(0, 20))
      onStep(`  ${path}${files > 1 ? ` (${files} fichiers)` : ""} : ${why}`);
    const framework = performance.now();
    onStep(`Pages : ${stale.length} refaites sur ${all} (${seconds(framework - start)}). Finition…`);
    const {pages, figures: count, renewed} = await finishSite(work, {raw: rawFolder, files: rawFiles(), figures, data});
    await swap(work, out);
    writeStore(siteStore, {
      inputs: inputsSince(inputs, [data]),
      sites: {...(isFresh ? last.sites : {}), [out]: footprintOf(out)}
    });
    const whole = `${pages} pages, ${count} figures dans ${out}`;
    onStep(`Site : ${whole}, ${renewed} pages finies à nouveau (${seconds(performance.now() - start)}).`);
  } finally {
    await remove(work);
  }
}

/** The files of the site as Framework wrote it: those of its pages, of what they load, and of the addresses of data. */
function rawFiles(): string[] {
  const {pages, builds, assets} = readStore<PagesStore>(pagesStore, noPages);
  return [
    ...new Set([
      ...Object.keys(pages).map((path) => `${path.slice(1)}.html`),
      ...Object.values(builds).flat(),
      ...assets
    ])
  ];
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trim();
}

async function renderPages(): Promise<Rendered> {
  const render = fileURLToPath(new URL("framework/render.ts", import.meta.url));
  const {success, stdout, stderr} = await new Deno.Command("node", {
    // Many short-lived objects: with a small nursery, a fifth of the time goes into collecting them.
    args: ["--max-semi-space-size=64", "--import", "tsx/esm", render],
    env: {OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdin: "null",
    stdout: "piped",
    stderr: "piped"
  }).output();
  const said = decode(stderr);
  if (!success)
    throw new Error(`Observable Framework n’a pas pu construire les pages.\n${said.split("\n").slice(-40).join("\n")}`);
  if (said) console.error(said);
  return JSON.parse(decode(stdout).split("\n").at(-1) ?? "");
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

const help = `npm run build [-- --help]

Construit dans dist le site des dernières données ; ne refait que ce qui a changé. Le dernier site est remplacé d’un coup, à la
fin, si tout a réussi. Les données elles-mêmes : npm run data.`;

async function main(): Promise<void> {
  const {values} = readCommandLine("npm run build", {
    args: Deno.args,
    options: {help: {type: "boolean", short: "h"}}
  });
  if (values.help) console.log(help);
  else await buildSite();
}

if (import.meta.main)
  await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  });
