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
import {changesBetween} from "./loop/inputs.js";
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
  const marts = await openMarts(data);
  const files = new Set(names);
  const prints = new Fingerprints();
  const last = readStore<FinishStore>(finishStore, nothingFinished);
  const next: FinishStore = {pages: {}, states: {}};
  const registry = new Map(figures.map((figure) => [figure.id, figure]));
  const hasFile = (path: string) => files.has(path) || /^figures\/[^/]+\.(csv|svg|html)$/.test(path);
  const states = new States(marts);
  const shown: ShownFigure[] = [];
  const built: BuiltFile[] = [];
  const renewed = new Set<string>();
  const sheets = new Map<string, string>();
  const code = finishingCode(prints);
  const addresses = hashOf(
    names
      .filter((path) => !path.startsWith("_"))
      .toSorted()
      .join("\n")
  );
  const keep = async (path: string, content: string) => {
    renewed.add(path);
    for (const home of [folder, finishedFolder]) await write(`${home}/${path}`, content);
  };
  const take = (path: string) => copy(`${finishedFolder}/${path}`, `${folder}/${path}`);
  for (const path of [...files].toSorted(stylesFirst)) {
    if (!/\.(html|js|css)$/.test(path) || path.startsWith("_npm/")) {
      await copy(`${raw}/${path}`, `${folder}/${path}`);
      continue;
    }
    const text = await Deno.readTextFile(`${raw}/${path}`);
    if (!path.endsWith(".html")) {
      const french = translateAsset(text, path);
      if (path.endsWith(".css")) sheets.set(path, french);
      await write(`${folder}/${path}`, french);
      built.push({path: `/${path}`, text: french});
      continue;
    }
    const before = last.pages[path];
    const own = {raw: hashOf(text), code, names: addresses, styles: hashOf(JSON.stringify([...sheets]))};
    const inputsOf = (list: FinishedPage["shown"]) =>
      Object.assign(
        {},
        ...list.flatMap(({id, params}) => {
          const figure = registry.get(id);
          return figure ? [figureInputs(figure, params, {prints, data})] : [];
        })
      );
    if (
      before &&
      changesBetween(before.inputs, {...own, ...inputsOf(before.shown)}).length === 0 &&
      (await take(path))
    ) {
      next.pages[path] = before;
      for (const {id, params} of before.shown) shown.push({figure: registry.get(id) as Figure, params, page: path});
      continue;
    }
    const filled = fillFigures(text, path, {figures: registry, stateOf: (...state) => states.get(...state), hasFile});
    for (const {figure, params} of filled.shown) shown.push({figure, params, page: path});
    const list = filled.shown.map(({figure, params}) => ({id: figure.id, params}));
    next.pages[path] = {inputs: {...own, ...inputsOf(list)}, shown: list};
    const page = await editPage(inlineStyles(filled.html, path, sheets), path);
    await keep(path, page);
    built.push({path: `/${path}`, text: page});
  }
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const style = embedStyle(await Promise.all(embedSheets.map((path) => Deno.readTextFile(path))));
  for (const {figure, params} of publishedStates(figures, shown)) {
    const key = stateKey(figure, params);
    const page = homeOf(figure, anchorOf(figure, params), shown);
    const inputs = {
      ...figureInputs(figure, params, {prints, data}),
      code,
      names: addresses,
      params: hashOf(JSON.stringify([params, page]))
    };
    const file = `figures/${key}`;
    next.states[key] = inputs;
    if (changesBetween(last.states[key] ?? null, inputs).length === 0 && (await take(`${file}.html`))) {
      await take(`${file}.csv`);
      await take(`${file}.svg`);
      continue;
    }
    const state = states.get(figure, params);
    await keep(`${file}.csv`, figureCsv(state));
    const svg = figureSvg(state, document as never);
    if (svg === null) await Deno.remove(`${finishedFolder}/${file}.svg`).catch(() => undefined);
    else await keep(`${file}.svg`, svg);
    const html = await embedPage(state, {page, style, hasFile});
    await keep(`${file}.html`, html);
    built.push({path: `/${file}.html`, text: html});
  }
  const isKnown = (path: string) => /^(figures\/|.*\.html$)/.test(path) && !renewed.has(path);
  const faults = [...faultsOf(built), ...breachesOfSite(folder, isKnown)];
  if (faults.length) throw new Error(`Le site construit a ${faults.length} défaut(s).\n${faults.join("\n")}`);
  writeStore(finishStore, next);
  const pages = Object.keys(next.pages);
  return {pages: pages.length, figures: shown.length, renewed: pages.filter((path) => renewed.has(path)).length};
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

/** Pages take the style sheets in. */
function stylesFirst(one: string, other: string): number {
  return Number(other.endsWith(".css")) - Number(one.endsWith(".css"));
}
