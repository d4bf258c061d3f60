import {readdirSync} from "node:fs";
import {register} from "node:module";
import {join} from "node:path";
import process from "node:process";
import {parseArgs} from "node:util";
import {pathToFileURL} from "node:url";
import {watchChanges} from "../loop/changes.js";
import {Fingerprints} from "../loop/fingerprints.js";
import {freshen, inputsOf, needOf, type CommandLoader} from "../loop/freshen.js";
import {noPages, pagesStore, previewStore, type LoaderRecord} from "../loop/kept.js";
import {readStore, writeStore} from "../loop/store.js";
import {keepWork} from "./kept-work.js";
import {startAgain} from "./start-again.js";

/* Framework has no types, and its own modules are no public interface: the few that are used are named here. */
type Any = any;

const framework = pathToFileURL(`${process.cwd()}/node_modules/@observablehq/framework/dist/`).href;
register("./hooks.mjs", import.meta.url, {data: {mode: "preview"}});
const [{LoaderResolver}, {preview}] = await Promise.all(
  ["loader", "preview"].map((name) => import(`${framework}${name}.js`) as Any)
);

const root = "src";
const marts = "data/build/marts";
const records: Record<string, LoaderRecord> = {
  ...readStore(pagesStore, noPages).loaders,
  ...readStore<{loaders: Record<string, LoaderRecord>}>(previewStore, {loaders: {}}).loaders
};
/** Fingerprints of this moment; a change in a watched folder begins another. */
let prints = new Fingerprints();
const work = keepWork(prints, root);
const listeners = new Set<() => Promise<void>>();
/** Runs of one loader follow one another. */
const running = new Map<string, Promise<unknown>>();

/** Makes what a loader gives, when something that it is made of changed. */
async function load(loader: CommandLoader): Promise<string> {
  const need = needOf(loader, root);
  const before = running.get(need.path) ?? Promise.resolve();
  const run = before.then(async () => {
    const ran = await freshen([need], {root, records, prints});
    for (const {path, why} of ran) console.log(`${need.target} : ${path} relancé, ${why}`);
    if (ran.length > 0) writeStore(previewStore, {loaders: records});
  });
  running.set(
    need.path,
    run.catch(() => undefined)
  );
  await run;
  return join(".observablehq", "cache", loader.targetPath);
}

const {find, loadPage, getSourceFileHash} = LoaderResolver.prototype;
Object.assign(LoaderResolver.prototype, {
  find(this: Any, path: string): Any {
    const loader = find.call(this, path);
    if (loader?.command !== undefined && loader.inflatePath === undefined) loader.load = () => load(loader);
    return loader;
  },
  /** Fingerprint of a file; of one that a loader gives, that of what it is made of. */
  getSourceFileHash(this: Any, name: string): string {
    const loader = this.getSourceFilePath(name) === name ? undefined : this.find(name);
    if (loader?.command === undefined) return getSourceFileHash.call(this, name);
    const need = needOf(loader, root);
    return prints.together(inputsOf(need, records[need.path] ?? null, prints));
  },
  /** Parses a page. What it attaches is made before it is shown; its figures carry the fingerprint of the
   * data, in an attribute that is none of their own `data-`: those say what a figure shows.
   */
  async loadPage(this: Any, path: string, options: Any, effects: Any): Promise<Any> {
    const page = await loadPage.call(this, path, options, effects);
    for (const {node} of page.code)
      for (const {name} of node.files)
        await this.find(resolveFile(path, name))
          ?.load()
          .catch(() => undefined);
    const data = dataPrint();
    return {...page, body: page.body.replaceAll(/<figure(?= [^>]*\bdata-figure=)/g, `<figure made-of="${data}"`)};
  },
  watchPage: () => ({close: () => undefined}),
  /** Every change is announced: Framework compares what the page is made of, and says nothing when it is the same. */
  async watchFiles(_path: string, _names: Iterable<string>, callback: () => Promise<void>): Promise<Any> {
    listeners.add(callback);
    return {close: () => listeners.delete(callback)};
  }
});

function resolveFile(page: string, name: string): string {
  return name.startsWith("/") ? name : join("/", page, "..", name);
}

/** One fingerprint of all the tables of the build. */
function dataPrint(): string {
  try {
    const names = readdirSync(marts).filter((name) => name.endsWith(".arrow"));
    return prints.together(prints.all(names.map((name) => `file:${marts}/${name}`)));
  } catch {
    return "";
  }
}

/** Modules that Node keeps once loaded, and that say how a page looks: the frame around it and the packages. */
function mustStartAgain(paths: readonly string[]): boolean {
  const kept = new Fingerprints().graph("observablehq.config.ts").files.filter((path) => path.startsWith("loaders/"));
  return paths.some((path) => path === "package-lock.json" || kept.includes(path));
}

const {port = "3000"} = parseArgs({options: {port: {type: "string"}}}).values;
await preview({config: "observablehq.config.ts", root, hostname: "127.0.0.1", port: Number(port), verbose: false});
watchChanges(async (paths) => {
  if (mustStartAgain(paths)) process.exit(startAgain);
  prints = new Fingerprints();
  work.forget();
  await Promise.all([...listeners].map((announce) => announce()));
});
console.log(`Aperçu : http://127.0.0.1:${port}/ ; il suit vos fichiers (Ctrl-C pour arrêter).`);
