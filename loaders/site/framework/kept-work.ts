import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {absent} from "../loop/inputs.js";
import {hashOf, type Fingerprints} from "../loop/fingerprints.js";
import {keptFolder} from "../loop/kept.js";
import {readStore, writeStore} from "../loop/store.js";

/** What Framework finds out about a module: its hash, and sets of names. */
type ModuleInfo = Record<string, unknown>;

declare global {
  /** Called by Framework's own code as `hooks.mjs` leaves it: gives a bundle again, or makes it. */
  var keepBundle: (key: string, make: () => Promise<string>) => Promise<string>;
  /** The same for what is known of a module. */
  var keepModule: (
    key: string,
    find: () => {path: string; params?: object} | undefined,
    parse: (module: {path: string}) => ModuleInfo | undefined
  ) => ModuleInfo | undefined;
}

const bundles = join(keptFolder, "bundles");
const modulesStore = join(keptFolder, "modules.json");

/** Work of Framework that one build leaves to the next, as long as no package changes. */
export interface KeptWork {
  /** Files may have changed: modules are looked at again. */
  forget: () => void;
  /** Writes what is known of the modules that were asked for. */
  save: () => void;
}

/**
 * Lets Framework keep the bundles of its own scripts, and what it knows of modules, by their content.
 *
 * @param prints Where the tools' fingerprints come from.
 * @param root The folder of the pages.
 */
export function keepWork(prints: Fingerprints, root: string): KeptWork {
  const tools = prints.together(prints.all(["file:package-lock.json", "file:loaders/site/framework/hooks.mjs"]));
  const known = readStore<{modules: Record<string, ModuleInfo>}>(modulesStore, {modules: {}}).modules;
  const used: Record<string, ModuleInfo> = {};
  const now = new Map<string, ModuleInfo | undefined>();

  globalThis.keepBundle = async (key, make) => {
    const path = join(bundles, `${hashOf(`${tools} ${key}`)}.js`);
    if (existsSync(path)) return readFileSync(path, "utf8");
    const bundle = await make();
    mkdirSync(bundles, {recursive: true});
    writeFileSync(`${path}.${process.pid}`, bundle);
    renameSync(`${path}.${process.pid}`, path);
    return bundle;
  };

  globalThis.keepModule = (key, find, parse) => {
    if (now.has(key)) return now.get(key);
    const module = find();
    const print = module && printOf(join(root, module.path));
    if (!module || print === absent) return undefined;
    const name = hashOf(JSON.stringify([tools, key, module, print]));
    const stored = used[name] ?? known[name];
    const info = stored ? revive(stored) : parse(module);
    if (info) used[name] = stored ?? flatten(info);
    now.set(key, info);
    return info;
  };

  return {
    forget: () => now.clear(),
    save: () => writeStore(modulesStore, {modules: used})
  };
}

function printOf(path: string): string {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return absent;
  }
}

/** Sets as lists, to be written. */
function flatten(info: ModuleInfo): ModuleInfo {
  return Object.fromEntries(
    Object.entries(info).map(([name, value]) => [name, value instanceof Set ? Array.from(value) : value])
  );
}

function revive(info: ModuleInfo): ModuleInfo {
  return Object.fromEntries(
    Object.entries(info).map(([name, value]) => [name, Array.isArray(value) ? new Set(value) : value])
  );
}
