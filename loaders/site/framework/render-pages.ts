import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {register} from "node:module";
import {dirname, join} from "node:path";
import process from "node:process";
import {pathToFileURL} from "node:url";
import {filesBelow, footprintOf} from "../loop/files.js";
import {Fingerprints} from "../loop/fingerprints.js";
import {freshen, needOf, outputPath, type LoaderNeed, type Ran} from "../loop/freshen.js";
import {noPages, pagesStore, rawFolder, type LoaderRecord, type PageRecord, type PagesStore} from "../loop/kept.js";
import {absent, changesBetween, type Inputs} from "../loop/inputs.js";
import {readStore, writeStore} from "../loop/store.js";
import {inputsSince} from "../loop/whole.js";
import {keepWork} from "./kept-work.js";
import {directModules, frameOf, metaOf, resolve, sharedInputs, type PageMeta} from "./page-parts.js";

/* Framework has no types, and its own modules are no public interface: the few that are used are named here. */
type Any = any;

const framework = pathToFileURL(`${process.cwd()}/node_modules/@observablehq/framework/dist/`).href;
register("./hooks.mjs", import.meta.url, {data: {mode: "build"}});
const [{readConfig, setCurrentDate}, {build}, {getResolvers}, {findModule}, {wholeIndex}] = await Promise.all(
  ["config", "build", "resolvers", "javascript/module", "search"].map((name) => import(`${framework}${name}.js`) as Any)
);

/** Address of the search index: that of an empty one, whatever it holds, so that no script changes with a page's words. */
const indexFile = `_observablehq/minisearch.${createHash("sha256").update("{}").digest("hex").slice(0, 8)}.json`;

/** The project as Framework sees it, its loaders judged by content. */
interface Project {
  config: Any;
  prints: Fingerprints;
  /** Addresses of its pages, of modules with an address, and of other files with one. */
  paths: {pages: string[]; modules: string[]; assets: string[]};
  /** The loader or the file behind an address. */
  find: (path: string) => Any;
  /** The file that stands behind an address now, from the root of the project. */
  sourceOf: (path: string) => string;
}

/** A page as it stands now. */
interface PageState extends PageMeta {
  /** Its text, its frame and what all pages share. */
  own: Record<string, string>;
  modules: string[];
  files: string[];
}

/** What was done. */
export interface Rendered {
  /** Addresses of the pages that were rendered. */
  stale: string[];
  /** How many pages there are. */
  pages: number;
  ran: Ran[];
}

/**
 * Renders the pages whose inputs changed into the raw site, beside those that stand there from before, with Framework's
 * own functions.
 *
 * @param start All that the pages may depend on, taken before.
 */
export async function renderPages(start: Inputs): Promise<Rendered> {
  const project = await openProject();
  const {config, paths, prints} = project;
  const work = keepWork(prints, config.root);
  const store = readStore<PagesStore>(pagesStore, noPages, () => undefined);
  const records = {...store.loaders};
  const renew = (addresses: readonly string[]) =>
    freshen(needs(project, addresses), {root: config.root, records, prints});
  const sources = paths.pages.map((path) => `${path}.md`);
  const ran = await renew(sources);
  const states = await readPages(project, store);
  const attached = new Set(Array.from(states.values(), ({files}) => files).flat());
  ran.push(...(await renew([...paths.assets, ...attached])));
  const inputs = new Map(Array.from(states, ([path, state]) => [path, inputsOfPage(project, state)]));
  const stale = Array.from(inputs.keys()).filter(
    (path) =>
      !existsSync(join(rawFolder, `${path}.html`)) ||
      changesBetween(store.pages[path]?.inputs ?? null, inputs.get(path) ?? {}).length > 0
  );

  const written = await render(project, stale);
  for (const path of paths.assets) copy(project.sourceOf(path), join(rawFolder, path));
  if (config.search && (stale.length > 0 || !existsSync(join(rawFolder, indexFile))))
    write(join(rawFolder, indexFile), await indexOf(config, states));

  const number = String(Math.max(0, ...Object.keys(store.builds).map(Number)) + 1);
  const pages: PagesStore["pages"] = {};
  for (const [path, {title, data, words}] of states)
    pages[path] = {
      inputs: inputs.get(path) ?? {},
      source: join(config.root, project.find(`${path}.md`)?.path ?? ""),
      build: stale.includes(path) ? number : (store.pages[path]?.build ?? number),
      title,
      data,
      words
    };
  const used = new Set(Object.values(pages).map(({build}) => build));
  const builds = Object.entries({...store.builds, [number]: written}).filter(
    ([name]) => used.has(name) || (name === number && paths.modules.length > 0)
  );
  const targets = new Set([...sources, ...paths.assets, ...attached]);
  const isUsed = ({outputs}: LoaderRecord) => Object.keys(outputs).some((target) => targets.has(join("/", target)));
  const kept: PagesStore = {
    loaders: Object.fromEntries(Object.entries(records).filter(([, record]) => isUsed(record))),
    pages,
    builds: Object.fromEntries(builds),
    inputs: {},
    raw: {},
    assets: [...paths.assets.map((path) => path.slice(1)), ...(config.search ? [indexFile] : [])].sort()
  };
  writeStore(pagesStore, kept);
  forgetOthers(kept);
  if (stale.length > 0) work.save();
  // What loaders look at is known by now.
  writeStore(pagesStore, {...kept, inputs: inputsSince(start), raw: footprintOf(rawFolder)});
  return {stale, pages: states.size, ran};
}

async function openProject(): Promise<Project> {
  // A footer that told the time would make every page new.
  setCurrentDate(new Date(0));
  const config: Any = await readConfig();
  const loaders = config.loaders;
  const find = memo((path: string) => loaders.constructor.prototype.find.call(loaders, path));
  // Framework judges a loader's output by dates. Ours was judged by content before it is asked for.
  loaders.find = memo((path: string) => {
    const loader = find(path);
    if (loader?.targetPath === undefined || loader.inflatePath !== undefined) return loader;
    const load = async () => join(".observablehq", "cache", loader.targetPath);
    return {path: loader.path, params: loader.params, load};
  });
  const parse = loaders.loadPage.bind(loaders);
  loaders.loadPage = memo((path: string) => parse(path, {...config, path}, silent));
  loaders.getLocalModuleHash = memo(loaders.getLocalModuleHash.bind(loaders));
  loaders.getModuleHash = memo(loaders.getModuleHash.bind(loaders));
  const paths: Project["paths"] = {pages: [], modules: [], assets: []};
  for await (const path of config.paths()) {
    const isModule = path.endsWith(".js") && findModule(config.root, path);
    paths[isModule ? "modules" : find(path) ? "assets" : "pages"].push(path);
  }
  const sourceOf = (path: string) => join(config.root, loaders.getOutputFilePath(path));
  return {config, prints: new Fingerprints(), paths, find, sourceOf};
}

/** What loaders are asked for, for these addresses. */
function needs({config, find}: Project, addresses: readonly string[]): LoaderNeed[] {
  return addresses.flatMap((address) => {
    const loader = find(address);
    if (loader?.inflatePath !== undefined) rmSync(outputPath(config.root, loader.targetPath), {force: true});
    return loader?.command === undefined || loader.inflatePath !== undefined ? [] : [needOf(loader, config.root)];
  });
}

/** Reads the pages; one of the same text and frame as the last time is not parsed again. Drafts are left out. */
async function readPages(project: Project, store: PagesStore): Promise<Map<string, PageState>> {
  const {config, prints, paths, sourceOf} = project;
  const shared = sharedInputs(config, prints);
  const states = new Map<string, PageState>();
  for (const path of paths.pages) {
    const last = store.pages[path];
    const parsed = () => config.loaders.loadPage(path);
    const source = prints.of(`file:${sourceOf(`${path}.md`)}`);
    const {title, data, words} = last?.inputs.source === source ? last : metaOf(await parsed());
    if (data.draft) continue;
    const own = {...shared, source, frame: frameOf(config, path, {title, data, words})};
    const isSame = Object.entries(own).every(([name, value]) => last?.inputs[name] === value);
    // It imports the same modules and files; what these import is in their fingerprints.
    const modules = isSame
      ? namesOf(last, "module:")
      : directModules(await parsed()).map((name) => resolve(path, name));
    const isKnown = isSame && modules.every((name) => last?.inputs[`module:${name}`] === programOf(project, name));
    const files = isKnown ? namesOf(last, "output:") : await filesOf(config, path, await parsed());
    states.set(path, {title, data, words, own, modules, files});
  }
  return states;
}

function namesOf(record: PageRecord | undefined, kind: string): string[] {
  const names = Object.keys(record?.inputs ?? {});
  return names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length));
}

/** Fingerprint of a module that a page loads, with all that it imports. */
function programOf({config, prints}: Project, name: string): string {
  const module = findModule(config.root, name);
  return module ? prints.program(join(config.root, module.path)) : absent;
}

async function filesOf(config: Any, path: string, page: Any): Promise<string[]> {
  const {files, assets} = await getResolvers(page, {...config, path});
  return [...files, ...assets].map((file) => resolve(path, file));
}

function inputsOfPage(project: Project, {own, modules, files}: PageState): Inputs {
  return {
    ...own,
    ...Object.fromEntries(modules.map((name) => [`module:${name}`, programOf(project, name)])),
    ...Object.fromEntries(files.map((file) => [`output:${file}`, project.prints.of(`file:${project.sourceOf(file)}`)]))
  };
}

/** Renders pages, and modules with an address, into the raw site; gives the files that were written beside the pages. */
async function render({config, paths}: Project, stale: readonly string[]): Promise<string[]> {
  if (stale.length === 0 && paths.modules.length === 0) return [];
  const written = new Set<string>();
  const html = new Map<string, string>();
  const keep = (path: string, content: string | Uint8Array) => {
    const name = path.replace(/^\//, "");
    written.add(name);
    write(join(rawFolder, name), content);
  };
  const effects = {
    ...silent,
    prepare: async () => undefined,
    writeBuildManifest: async () => undefined,
    copyFile: async (source: string, path: string) => keep(path, readFileSync(source)),
    writeFile: async (path: string, content: string | Uint8Array) => {
      if (path.endsWith(".html")) html.set(path, String(content));
      else keep(path, content);
    }
  };
  await build({config: {...config, paths: () => [...paths.modules, ...stale]}}, effects);
  // A page is only written when all that it loads stands there.
  for (const [path, content] of html) write(join(rawFolder, path), content);
  return [...written].sort();
}

/** The search index of all pages, of the words that were kept of each. */
async function indexOf(config: Any, states: ReadonlyMap<string, PageState>): Promise<string> {
  const loadPage = async (path: string) => ({...states.get(path), body: states.get(path)?.words ?? ""});
  return wholeIndex({...config, loaders: {loadPage}}, [...states.keys()], silent);
}

/** Removes what no page of the site needs any more. */
function forgetOthers({pages, builds, assets}: PagesStore): void {
  const used = new Set([
    ...Object.keys(pages).map((path) => `${path.slice(1)}.html`),
    ...Object.values(builds).flat(),
    ...assets
  ]);
  for (const path of filesBelow(rawFolder)) if (!used.has(path.slice(rawFolder.length + 1))) rmSync(path);
}

const silent = {logger: {log() {}, warn() {}, error: console.error}, output: {write() {}}};

function memo<T>(of: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, of(path));
    return known.get(path) as T;
  };
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), {recursive: true});
  copyFileSync(from, to);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
}
