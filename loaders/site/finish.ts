import {parseHTML} from "linkedom";
import {figureCsv, figureSvg} from "../../src/components/downloads.js";
import type {FigureState} from "../../src/components/state.js";
import type {Figure} from "../../src/lib/figure.js";
import {faultsOf, type BuiltFile} from "./check-site.js";
import {editPage} from "./edit-page.js";
import {fillFigures} from "./fill-figures.js";
import {translateAsset} from "./french-assets.js";
import {openMarts} from "./marts.js";
import {publishedStates, States} from "./states.js";

/** What the finishing step did. */
export interface Finished {
  pages: number;
  figures: number;
}

/**
 * Finishes a site that Framework built: figures filled, downloads written, pages edited, everything checked.
 *
 * @param folder The built site; its pages are rewritten in place.
 * @param options `figures`: the registry; `data`: the data build that the site shows.
 * @throws {Error} When Framework's output is not as expected, a figure fails, or the check finds a fault.
 */
export async function finishSite(
  folder: string,
  {figures, data}: {figures: readonly Figure[]; data: string}
): Promise<Finished> {
  const marts = await openMarts(data);
  const files = new Set(await Array.fromAsync(walk(folder)));
  const registry = new Map(figures.map((figure) => [figure.id, figure]));
  const hasFile = (path: string) => files.has(path) || /^figures\/[^/]+\.(csv|svg)$/.test(path);
  const states = new States(marts);
  const shown: FigureState[] = [];
  const built: BuiltFile[] = [];
  for (const path of files) {
    if (!/\.(html|js|css)$/.test(path) || path.startsWith("_npm/")) continue;
    let text = await Deno.readTextFile(`${folder}/${path}`);
    const before = text;
    if (path.endsWith(".html")) {
      const filled = fillFigures(text, path, {figures: registry, stateOf: (...state) => states.get(...state), hasFile});
      shown.push(...filled.shown);
      text = await editPage(filled.html, path);
    } else text = translateAsset(text, path);
    if (text !== before) await Deno.writeTextFile(`${folder}/${path}`, text);
    built.push({path: `/${path}`, text});
  }
  await writeDownloads(folder, publishedStates(figures, shown, states));
  const faults = faultsOf(built);
  if (faults.length) throw new Error(`Le site construit a ${faults.length} défaut(s).\n${faults.join("\n")}`);
  return {pages: built.filter(({path}) => path.endsWith(".html")).length, figures: shown.length};
}

async function writeDownloads(folder: string, states: Iterable<FigureState>): Promise<void> {
  await Deno.mkdir(`${folder}/figures`, {recursive: true});
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  for (const state of states) {
    await Deno.writeTextFile(`${folder}/figures/${state.key}.csv`, figureCsv(state));
    const svg = figureSvg(state, document as never);
    if (svg !== null) await Deno.writeTextFile(`${folder}/figures/${state.key}.svg`, svg);
  }
}

/** Every file below a folder, relative to it. */
async function* walk(folder: string, prefix = ""): AsyncGenerator<string> {
  for await (const {name, isDirectory} of Deno.readDir(`${folder}/${prefix}`)) {
    if (isDirectory) yield* walk(folder, `${prefix}${name}/`);
    else yield `${prefix}${name}`;
  }
}
