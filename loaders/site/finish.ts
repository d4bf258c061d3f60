import {parseHTML} from "linkedom";
import {figureCsv, figureSvg} from "../../src/components/downloads.js";
import type {FigureState} from "../../src/components/state.js";
import type {Figure} from "../../src/lib/figure.js";
import {faultsOf, type BuiltFile} from "./check-site.js";
import {embedPage, embedStyle} from "./embed.js";
import {editPage} from "./edit-page.js";
import {fillFigures} from "./fill-figures.js";
import {translateAsset} from "./french-assets.js";
import {inlineStyles} from "./inline-styles.js";
import {openMarts} from "./marts.js";
import {breachesOfSite} from "./scan-site.js";
import {publishedStates, States} from "./states.js";

const embedSheets = ["tokens", "figure", "embed"].map((name) => `src/theme/${name}.css`);

/** A figure in the state in which a page shows it. */
interface ShownFigure {
  state: FigureState;
  /** From the root of the site: `marches/index.html`. */
  page: string;
}

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
  const hasFile = (path: string) => files.has(path) || /^figures\/[^/]+\.(csv|svg|html)$/.test(path);
  const states = new States(marts);
  const shown: ShownFigure[] = [];
  const built: BuiltFile[] = [];
  const sheets = new Map<string, string>();
  for (const path of [...files].toSorted(stylesFirst)) {
    if (!/\.(html|js|css)$/.test(path) || path.startsWith("_npm/")) continue;
    let text = await Deno.readTextFile(`${folder}/${path}`);
    const before = text;
    if (path.endsWith(".html")) {
      const filled = fillFigures(text, path, {figures: registry, stateOf: (...state) => states.get(...state), hasFile});
      for (const state of filled.shown) shown.push({state, page: path});
      text = await editPage(inlineStyles(filled.html, path, sheets), path);
    } else text = translateAsset(text, path);
    if (path.endsWith(".css")) sheets.set(path, text);
    if (text !== before) await Deno.writeTextFile(`${folder}/${path}`, text);
    built.push({path: `/${path}`, text});
  }
  built.push(
    ...(await writeFigures(folder, {
      shown,
      hasFile,
      states: publishedStates(
        figures,
        shown.map(({state}) => state),
        states
      )
    }))
  );
  const faults = [...faultsOf(built), ...breachesOfSite(folder)];
  if (faults.length) throw new Error(`Le site construit a ${faults.length} défaut(s).\n${faults.join("\n")}`);
  return {pages: built.filter(({path}) => /^\/(?!figures\/).*\.html$/.test(path)).length, figures: shown.length};
}

/** Writes the CSV, the picture and the embed page of each state; gives the pages back, to be checked with the others. */
async function writeFigures(
  folder: string,
  {
    shown,
    hasFile,
    states
  }: {shown: readonly ShownFigure[]; hasFile: (path: string) => boolean; states: Iterable<FigureState>}
): Promise<BuiltFile[]> {
  await Deno.mkdir(`${folder}/figures`, {recursive: true});
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const style = embedStyle(await Promise.all(embedSheets.map((path) => Deno.readTextFile(path))));
  const pages: BuiltFile[] = [];
  for (const state of states) {
    const file = `figures/${state.key}`;
    await Deno.writeTextFile(`${folder}/${file}.csv`, figureCsv(state));
    const svg = figureSvg(state, document as never);
    if (svg !== null) await Deno.writeTextFile(`${folder}/${file}.svg`, svg);
    const html = await embedPage(state, {page: homeOf(state, shown), style, hasFile});
    await Deno.writeTextFile(`${folder}/${file}.html`, html);
    pages.push({path: `/${file}.html`, text: html});
  }
  return pages;
}

/** The page where a figure is read with what surrounds it: the first that is neither the first page nor a method page. */
function homeOf({anchor, figure}: FigureState, shown: readonly ShownFigure[]): string {
  const pages = shown.filter(({state}) => state.anchor === anchor).map(({page}) => page);
  const first = figure.indicators[0];
  return (
    pages.find((page) => page !== "index.html" && !page.startsWith("methode/")) ??
    pages[0] ??
    (first ? `methode/${first.id}.html` : "methode/index.html")
  );
}

/** Pages take the style sheets in. */
function stylesFirst(one: string, other: string): number {
  return Number(other.endsWith(".css")) - Number(one.endsWith(".css"));
}

/** Every file below a folder, relative to it. */
async function* walk(folder: string, prefix = ""): AsyncGenerator<string> {
  for await (const {name, isDirectory} of Deno.readDir(`${folder}/${prefix}`)) {
    if (isDirectory) yield* walk(folder, `${prefix}${name}/`);
    else yield `${prefix}${name}`;
  }
}
