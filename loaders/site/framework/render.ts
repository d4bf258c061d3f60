import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {register} from "node:module";
import {dirname, join} from "node:path";
import process from "node:process";
import {pathToFileURL} from "node:url";
import {Fingerprints} from "../loop/fingerprints.js";
import {freshen, needOf, outputPath, type LoaderNeed} from "../loop/freshen.js";
import {noPages, pagesStore, rawFolder, type PagesStore} from "../loop/kept.js";
import {absent, changesBetween, type Inputs} from "../loop/inputs.js";
import {readStore, writeStore} from "../loop/store.js";
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

/**
 * Renders the pages whose inputs changed into the raw site, beside those that stand there from before, with Framework's
 * own functions. Run by Node, in the folder of the project.
 */
async function main(): Promise<void> {
  // A footer that told the time would make every page new.
  setCurrentDate(new Date(0));
  const config: Any = await readConfig();
  const prints = new Fingerprints();
  const work = keepWork(prints, config.root);
  const store = readStore<PagesStore>(pagesStore, noPages, () => undefined);
  const loaders = config.loaders;
  const find = memo((path: string) => loaders.constructor.prototype.find.call(loaders, path));
  // Framework judges a loader's output by dates. Ours was judged by content before it is asked for.
  loaders.find = memo((path: string) => {
    const loader = find(path);
    if (loader?.targetPath === undefined || loader.inflatePath !== undefined) return loader;
    return {
      path: loader.path,
      params: loader.params,
      load: async () => join(".observablehq", "cache", loader.targetPath)
    };
  });
  const parse = loaders.loadPage.bind(loaders);
  loaders.loadPage = memo((path: string) => parse(path, {...config, path}, silent));
  loaders.getLocalModuleHash = memo(loaders.getLocalModuleHash.bind(loaders));
  loaders.getModuleHash = memo(loaders.getModuleHash.bind(loaders));

  const all: string[] = [];
  for await (const path of config.paths()) all.push(path);
  const isModule = (path: string) => path.endsWith(".js") && findModule(config.root, path);
  const modules = all.filter(isModule);
  const assets = all.filter((path) => !isModule(path) && find(path));
  const pages = all.filter((path) => !isModule(path) && !find(path));
  const records = {...store.loaders};
  const needs = (paths: readonly string[]) =>
    paths.flatMap((path): LoaderNeed[] => {
      const loader = find(path);
      if (loader?.inflatePath !== undefined) rmSync(outputPath(config.root, loader.targetPath), {force: true});
      if (loader?.command === undefined || loader.inflatePath !== undefined) return [];
      return [needOf(loader, config.root)];
    });
  const ran = await freshen(needs(pages.map((path) => `${path}.md`)), {root: config.root, records, prints});

  const shared = sharedInputs(config, prints);
  const sourceOf = (path: string) => join(config.root, loaders.getOutputFilePath(path));
  const read = new Map<string, PageMeta & {own: Record<string, string>}>();
  const imported = new Map<string, {modules: string[]; files: string[]}>();
  for (const path of pages) {
    const last = store.pages[path];
    const source = prints.of(`file:${sourceOf(`${path}.md`)}`);
    // A page of the same text is not parsed again.
    const meta = last?.inputs.source === source ? last : metaOf(await loaders.loadPage(path));
    if (meta.data.draft) continue;
    const own = {...shared, source, frame: frameOf(config, path, meta)};
    read.set(path, {...meta, own});
    const isSame = Object.entries(own).every(([name, value]) => last?.inputs[name] === value);
    const names = (kind: string) =>
      Object.keys(last?.inputs ?? {})
        .filter((name) => name.startsWith(kind))
        .map((name) => name.slice(kind.length));
    // It imports the same modules and files; what these import is in their fingerprints.
    const modules = isSame
      ? names("module:")
      : directModules(await loaders.loadPage(path)).map((name) => resolve(path, name));
    const hashes = modules.map(programOf);
    const isKnown = isSame && modules.every((name, i) => last?.inputs[`module:${name}`] === hashes[i]);
    const files = isKnown ? names("output:") : await filesOf(await loaders.loadPage(path), path);
    imported.set(path, {modules, files});
  }
  /** A module that a page loads, with all that it imports. */
  function programOf(name: string): string {
    const module = findModule(config.root, name);
    return module ? prints.program(join(config.root, module.path)) : absent;
  }
  async function filesOf(page: Any, path: string): Promise<string[]> {
    const {files, assets: linked} = await getResolvers(page, {...config, path});
    return [...files, ...linked].map((file) => resolve(path, file));
  }
  const attached = new Set(Array.from(imported.values(), ({files}) => files).flat());
  ran.push(...(await freshen(needs([...assets, ...attached]), {root: config.root, records, prints})));
  const now: Record<string, Inputs> = {};
  for (const [path, {own}] of read) {
    const {modules, files} = imported.get(path) ?? {modules: [], files: []};
    const hashes = modules.map(programOf);
    now[path] = {
      ...own,
      ...Object.fromEntries(modules.map((name, i) => [`module:${name}`, hashes[i] ?? absent])),
      ...Object.fromEntries(files.map((file) => [`output:${file}`, prints.of(`file:${sourceOf(file)}`)]))
    };
  }
  const stale = Object.entries(now).flatMap(([path, inputs]) =>
    existsSync(join(rawFolder, `${path}.html`)) && !changesBetween(store.pages[path]?.inputs ?? null, inputs).length
      ? []
      : [path]
  );

  const builds: PagesStore["builds"] = {...store.builds};
  const number = String(Math.max(0, ...Object.keys(builds).map(Number)) + 1);
  const html = new Map<string, string>();
  const written = new Set<string>();
  if (stale.length > 0 || modules.length > 0) {
    await build(
      {config: {...config, paths: () => [...modules, ...stale]}},
      {
        ...silent,
        prepare: async () => undefined,
        writeBuildManifest: async () => undefined,
        copyFile: async (source: string, path: string) => keep(path, readFileSync(source)),
        writeFile: async (path: string, content: string | Uint8Array) => {
          if (path.endsWith(".html")) html.set(path, String(content));
          else keep(path, content);
        }
      }
    );
    builds[number] = [...written].sort();
  }
  function keep(path: string, content: string | Uint8Array): void {
    const name = path.replace(/^\//, "");
    written.add(name);
    write(join(rawFolder, name), content);
  }
  for (const path of assets) {
    const target = join(rawFolder, path);
    mkdirSync(dirname(target), {recursive: true});
    copyFileSync(sourceOf(path), target);
  }
  const readPages = {
    loadPage: async (path: string) => ({...read.get(path), body: read.get(path)?.words ?? ""})
  };
  if (config.search && (stale.length > 0 || !existsSync(join(rawFolder, indexFile))))
    write(join(rawFolder, indexFile), await wholeIndex({...config, loaders: readPages}, [...read.keys()], silent));
  for (const [path, content] of html) write(join(rawFolder, path), content);
  for (const path of Object.keys(store.pages))
    if (!(path in now)) rmSync(join(rawFolder, `${path}.html`), {force: true});

  const kept: PagesStore["pages"] = {};
  for (const [path, {title, data, words}] of read)
    kept[path] = {
      inputs: now[path] ?? {},
      source: join(config.root, find(`${path}.md`)?.path ?? ""),
      build: stale.includes(path) ? number : (store.pages[path]?.build ?? number),
      title,
      data,
      words
    };
  const used = new Set(Object.values(kept).map(({build}) => build));
  if (modules.length > 0) used.add(number);
  for (const build of Object.keys(builds)) if (!used.has(build)) delete builds[build];
  const targets = new Set([...pages.map((path) => `${path}.md`), ...assets, ...attached]);
  for (const [path, record] of Object.entries(records))
    if (!Object.keys(record.outputs).some((target) => targets.has(join("/", target)))) delete records[path];
  writeStore(pagesStore, {
    loaders: records,
    pages: kept,
    builds,
    assets: [...assets.map((path) => path.slice(1)), ...(config.search ? [indexFile] : [])].sort()
  });
  if (stale.length > 0) work.save();
  console.log(JSON.stringify({stale, pages: read.size, ran}));
}

const silent = {logger: {log() {}, warn() {}, error: console.error}, output: {write() {}}};

function memo<T>(of: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, of(path));
    return known.get(path) as T;
  };
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
}

await main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
);
