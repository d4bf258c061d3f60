import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {register} from "node:module";
import {dirname, join} from "node:path";
import process from "node:process";
import {pathToFileURL} from "node:url";
import {Fingerprints, hashOf} from "../loop/fingerprints.js";
import {freshen, outputPath, type LoaderNeed} from "../loop/freshen.js";
import {noPages, pagesStore, rawFolder, type PagesStore} from "../loop/kept.js";
import {absent, changesBetween, type Inputs} from "../loop/inputs.js";
import {readStore, writeStore} from "../loop/store.js";

/* Framework has no types, and its own modules are no public interface: the few that are used are named here. */
type Any = any;

const framework = pathToFileURL(`${process.cwd()}/node_modules/@observablehq/framework/dist/`).href;
register("./hooks.mjs", import.meta.url);
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
  const config: Any = await readConfig();
  const prints = new Fingerprints();
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
  setCurrentDate(new Date(0));

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
      const source = join(config.root, loader.path);
      const at = loader.args.lastIndexOf(source);
      return at < 0
        ? [{path: source, command: [loader.command], target: loader.targetPath, args: loader.args}]
        : [
            {
              path: source,
              command: [loader.command, ...loader.args.slice(0, at)],
              target: loader.targetPath,
              args: loader.args.slice(at + 1)
            }
          ];
    });
  const ran = await freshen(needs(pages.map((path) => `${path}.md`)), {root: config.root, records, prints});

  const shared = {
    settings: hashOf(
      JSON.stringify(
        ["pages", "home", "title", "base", "toc", "sidebar", "pager", "globalStylesheets", "style", "duckdb"].map(
          (key) => config[key] ?? null
        )
      ) + String(config.search !== null)
    ),
    tools: prints.together(prints.all(["file:package-lock.json", "file:loaders/site/framework/hooks.mjs"])),
    styles: hashOf(
      stylesOf(config.root)
        .map((path) => `${path} ${prints.of(`file:${path}`)}`)
        .join("\n")
    )
  };
  const sourceOf = (path: string) => join(config.root, loaders.getOutputFilePath(path));
  const read = new Map<string, Record<string, string>>();
  const imported = new Map<string, {modules: string[]; files: string[]}>();
  for (const path of pages) {
    const page = await loaders.loadPage(path);
    if (page.data.draft) continue;
    const own = {...shared, text: textOf(page)};
    read.set(path, own);
    const kept = store.pages[path]?.inputs ?? {};
    const isSame = Object.entries(own).every(([name, value]) => kept[name] === value);
    const names = (kind: string) =>
      Object.keys(kept)
        .filter((name) => name.startsWith(kind))
        .map((name) => name.slice(kind.length));
    // A page of the same words imports the same modules and files; what these import is in their fingerprints.
    const modules = isSame ? names("module:") : directModules(page).map((name) => resolve(path, name));
    const hashes = await Promise.all(modules.map((name) => loaders.getLocalModuleHash(name).then(short, () => absent)));
    const isKnown = isSame && modules.every((name, i) => kept[`module:${name}`] === hashes[i]);
    const files = isKnown ? names("output:") : await filesOf(page, path);
    imported.set(path, {modules, files});
  }
  async function filesOf(page: Any, path: string): Promise<string[]> {
    const {files, assets: linked} = await getResolvers(page, {...config, path});
    return [...files, ...linked].map((file) => resolve(path, file));
  }
  const attached = new Set(Array.from(imported.values(), ({files}) => files).flat());
  ran.push(...(await freshen(needs([...assets, ...attached]), {root: config.root, records, prints})));
  const now: Record<string, Inputs> = {};
  for (const [path, own] of read) {
    const {modules, files} = imported.get(path) ?? {modules: [], files: []};
    const hashes = await Promise.all(modules.map((name) => loaders.getLocalModuleHash(name).then(short)));
    now[path] = {
      ...own,
      ...Object.fromEntries(modules.map((name, i) => [`module:${name}`, hashes[i]])),
      ...Object.fromEntries(files.map((file) => [`output:${file}`, prints.of(`file:${sourceOf(file.slice(1))}`)]))
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
    copyFileSync(sourceOf(path.slice(1)), target);
  }
  if (config.search && (stale.length > 0 || !existsSync(join(rawFolder, indexFile))))
    write(join(rawFolder, indexFile), await wholeIndex(config, [...read.keys()], silent));
  for (const [path, content] of html) write(join(rawFolder, path), content);
  for (const path of Object.keys(store.pages))
    if (!(path in now)) rmSync(join(rawFolder, `${path}.html`), {force: true});

  const kept: PagesStore["pages"] = {};
  for (const [path, inputs] of Object.entries(now))
    kept[path] = {
      inputs,
      source: join(config.root, find(`${path}.md`)?.path ?? ""),
      build: stale.includes(path) ? number : (store.pages[path]?.build ?? number)
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
  console.log(JSON.stringify({stale, pages: read.size, ran}));
}

const silent = {logger: {log() {}, warn() {}, error: console.error}, output: {write() {}}};

/** Fingerprint of all that a page says: its words, its cells, its head and foot. */
function textOf({code, head, header, body, footer, data, title, style, params}: Any): string {
  const cells = code.map(({id, node, mode}: Any) => [id, mode, node.input]);
  return hashOf(JSON.stringify([head, header, body, footer, data, title, style, params, cells]));
}

/** The local modules that a page names, in its cells and in its scripts. */
function directModules({code, head, header, body, footer}: Any): string[] {
  const scripts = [head, header, body, footer].flatMap((html) =>
    Array.from(String(html ?? "").matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g), ([, src]) => src as string)
  );
  const cells = code.flatMap(({node}: Any) =>
    node.imports.flatMap(({type, name}: Any) => (type === "local" && name.endsWith(".js") ? [name] : []))
  );
  return [...new Set([...scripts, ...cells])].filter((name) => !/^(\w+:|\/\/)/.test(name));
}

function short(hash: string): string {
  return hash.slice(0, 16);
}

function memo<T>(of: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, of(path));
    return known.get(path) as T;
  };
}

function resolve(page: string, name: string): string {
  return name.startsWith("/") ? name : join(dirname(page), name);
}

function stylesOf(root: string): string[] {
  return readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((path) => path.endsWith(".css") && !path.startsWith(".observablehq"))
    .map((path) => join(root, path))
    .sort();
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
