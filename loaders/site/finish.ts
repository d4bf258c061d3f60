import {parseHTML} from "linkedom";
import {figureCsv, figureSvg} from "../../src/components/downloads.js";
import {anchorOf, stateKey, type Params} from "../../src/components/state.js";
import type {Figure} from "../../src/lib/figure.js";
import {faultsOf, type BuiltFile} from "./check-site.js";
import {embedPage, embedStyle} from "./embed.js";
import {editPage} from "./edit-page.js";
import {embedSheets, figureInputs, finishingCode} from "./figure-inputs.js";
import {fillFigures} from "./fill-figures.js";
import {translateAsset} from "./french-assets.js";
import {inlineStyles} from "./inline-styles.js";
import {Fingerprints, hashOf} from "./loop/fingerprints.js";
import {changesBetween, type Inputs} from "./loop/inputs.js";
import {finishedFolder, finishStore, nothingFinished, type FinishedPage, type FinishStore} from "./loop/kept.js";
import {readStore, writeStore} from "./loop/store.js";
import {openMarts} from "./marts.js";
import {breachesOfSite} from "./scan-site.js";
import {publishedStates, States} from "./states.js";

/** A figure in the state in which a page shows it. */
interface ShownFigure {
  figure: Figure;
  params: Params;
  /** From the root of the site: `marches/index.html`. */
  page: string;
}

/** What the finishing step did. */
export interface Finished {
  pages: number;
  figures: number;
  /** Pages that were finished now; the others were taken as they were. */
  renewed: number;
}

/** What all parts of the finishing share. */
interface Work {
  /** Where the finished site goes. */
  folder: string;
  raw: string;
  data: string;
  registry: ReadonlyMap<string, Figure>;
  prints: Fingerprints;
  states: States;
  /** Whether an address of the site will have a file. */
  hasFile: (path: string) => boolean;
  last: FinishStore;
  next: FinishStore;
  /** Inputs of every page and of every figure's files. */
  common: {code: string; names: string};
  shown: ShownFigure[];
  /** What was written now, to be checked. */
  built: BuiltFile[];
  /** Paths of what was finished now. */
  renewed: Set<string>;
}

/**
 * Finishes a site that Framework built: figures filled, downloads written, pages edited, everything checked. What was
 * finished before, of the same inputs, is taken as it is.
 *
 * @param folder Where the finished site goes; it holds nothing yet.
 * @param options `raw`: the site as Framework wrote it, and `files`: its files; `figures`: the registry; `data`: the data
 *   build that the site shows.
 * @throws {Error} When Framework's output is not as expected, a figure fails, or the check finds a fault.
 */
export async function finishSite(
  folder: string,
  {raw, files: names, figures, data}: {raw: string; files: readonly string[]; figures: readonly Figure[]; data: string}
): Promise<Finished> {
  const files = new Set(names);
  const prints = new Fingerprints();
  const addresses = names.filter((path) => !path.startsWith("_")).toSorted();
  const work: Work = {
    folder,
    raw,
    data,
    registry: new Map(figures.map((figure) => [figure.id, figure])),
    prints,
    states: new States(await openMarts(data)),
    hasFile: (path) => files.has(path) || /^figures\/[^/]+\.(csv|svg|html)$/.test(path),
    last: readStore<FinishStore>(finishStore, nothingFinished),
    next: {pages: {}, states: {}},
    common: {code: finishingCode(prints), names: hashOf(addresses.join("\n"))},
    shown: [],
    built: [],
    renewed: new Set()
  };
  const paths = [...files].toSorted();
  const isPage = (path: string) => path.endsWith(".html") && !path.startsWith("_npm/");
  // Pages take the style sheets in.
  const sheets = await finishAssets(
    paths.filter((path) => !isPage(path)),
    work
  );
  for (const path of paths.filter(isPage)) await finishPage(path, sheets, work);
  await finishFigures(publishedStates(figures, work.shown), work);
  check(work);
  writeStore(finishStore, work.next);
  const pages = Object.keys(work.next.pages);
  const renewed = pages.filter((path) => work.renewed.has(path));
  return {pages: pages.length, figures: work.shown.length, renewed: renewed.length};
}

/** Scripts and style sheets, in French, and other files as they are; gives the style sheets. */
async function finishAssets(
  paths: readonly string[],
  {raw, folder, built}: Work
): Promise<ReadonlyMap<string, string>> {
  const sheets = new Map<string, string>();
  for (const path of paths) {
    if (!/\.(js|css)$/.test(path) || path.startsWith("_npm/")) {
      await copy(`${raw}/${path}`, `${folder}/${path}`);
      continue;
    }
    const french = translateAsset(await Deno.readTextFile(`${raw}/${path}`), path);
    if (path.endsWith(".css")) sheets.set(path, french);
    await write(`${folder}/${path}`, french);
    built.push({path: `/${path}`, text: french});
  }
  return sheets;
}

/** Fills the figures of one page and edits it. */
async function finishPage(path: string, sheets: ReadonlyMap<string, string>, work: Work): Promise<void> {
  const {raw, registry, states, hasFile, last, next, common, shown, built} = work;
  const text = await Deno.readTextFile(`${raw}/${path}`);
  const own = {raw: hashOf(text), ...common, styles: hashOf(JSON.stringify([...sheets]))};
  const inputsOf = (list: FinishedPage["shown"]): Inputs => Object.assign({...own}, ...inputsOfShown(list, work));
  const before = last.pages[path];
  if (before && changesBetween(before.inputs, inputsOf(before.shown)).length === 0 && (await take(path, work))) {
    next.pages[path] = before;
    for (const {id, params} of before.shown) shown.push({figure: registry.get(id) as Figure, params, page: path});
    return;
  }
  const filled = fillFigures(text, path, {figures: registry, stateOf: (...state) => states.get(...state), hasFile});
  for (const {figure, params} of filled.shown) shown.push({figure, params, page: path});
  const list = filled.shown.map(({figure, params}) => ({id: figure.id, params}));
  next.pages[path] = {inputs: inputsOf(list), shown: list};
  const page = await editPage(inlineStyles(filled.html, path, sheets), path);
  await keep(path, page, work);
  built.push({path: `/${path}`, text: page});
}

function inputsOfShown(list: FinishedPage["shown"], {registry, prints, data}: Work): Inputs[] {
  return list.flatMap(({id, params}) => {
    const figure = registry.get(id);
    return figure ? [figureInputs(figure, params, {prints, data})] : [];
  });
}

/** Writes the files of each published state of a figure: its numbers, its image, and the page to embed. */
async function finishFigures(published: readonly {figure: Figure; params: Params}[], work: Work): Promise<void> {
  const {prints, data, states, hasFile, last, next, common, shown, built} = work;
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const style = embedStyle(await Promise.all(embedSheets.map((path) => Deno.readTextFile(path))));
  for (const {figure, params} of published) {
    const key = stateKey(figure, params);
    const page = homeOf(figure, anchorOf(figure, params), shown);
    const place = hashOf(JSON.stringify([params, page]));
    const inputs = {...figureInputs(figure, params, {prints, data}), ...common, params: place};
    const file = `figures/${key}`;
    next.states[key] = inputs;
    if (changesBetween(last.states[key] ?? null, inputs).length === 0 && (await take(`${file}.html`, work))) {
      await take(`${file}.csv`, work);
      await take(`${file}.svg`, work);
      continue;
    }
    const state = states.get(figure, params);
    await keep(`${file}.csv`, figureCsv(state), work);
    const svg = figureSvg(state, document as never);
    if (svg === null) await Deno.remove(`${finishedFolder}/${file}.svg`).catch(() => undefined);
    else await keep(`${file}.svg`, svg, work);
    const html = await embedPage(state, {page, style, hasFile});
    await keep(`${file}.html`, html, work);
    built.push({path: `/${file}.html`, text: html});
  }
}

/** What was taken as it was has been checked before. */
function check({folder, built, renewed}: Work): void {
  const isKnown = (path: string) => /^(figures\/|.*\.html$)/.test(path) && !renewed.has(path);
  const faults = [...faultsOf(built), ...breachesOfSite(folder, isKnown)];
  if (faults.length > 0) throw new Error(`Le site construit a ${faults.length} défaut(s).\n${faults.join("\n")}`);
}

/** Writes a file of the site, and keeps it for the next build. */
async function keep(path: string, content: string, {folder, renewed}: Work): Promise<void> {
  renewed.add(path);
  for (const home of [folder, finishedFolder]) await write(`${home}/${path}`, content);
}

/** Takes a file as the last build finished it; false when it is not there. */
function take(path: string, {folder}: Work): Promise<boolean> {
  return copy(`${finishedFolder}/${path}`, `${folder}/${path}`);
}

/** Copies a file; false when there is none. */
async function copy(from: string, to: string): Promise<boolean> {
  await Deno.mkdir(to.slice(0, to.lastIndexOf("/")), {recursive: true});
  return Deno.copyFile(from, to).then(
    () => true,
    () => false
  );
}

async function write(path: string, content: string): Promise<void> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), {recursive: true});
  await Deno.writeTextFile(path, content);
}

/** The page where a figure is read with what surrounds it: the first that is neither the first page nor a method page. */
function homeOf(figure: Figure, anchor: string, shown: readonly ShownFigure[]): string {
  const pages = shown.filter((one) => anchorOf(one.figure, one.params) === anchor).map(({page}) => page);
  const first = figure.indicators[0];
  return (
    pages.find((page) => page !== "index.html" && !page.startsWith("methode/")) ??
    pages[0] ??
    (first ? `methode/${first.id}.html` : "methode/index.html")
  );
}
