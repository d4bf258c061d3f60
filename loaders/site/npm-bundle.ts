import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {build, type BuildOptions, type Plugin} from "esbuild";

/** A package that the lock file holds at the top of `node_modules`. */
export interface Package {
  name: string;
  version: string;
  /** Absolute path. */
  folder: string;
}

/** Libraries of which a page must hold one copy only, because their values travel between the others. */
const shared = new Set(["@observablehq/plot", "apache-arrow", "arquero", "d3", "htl", "react", "react-dom"]);

/**
 * Code that takes the place of a package's own entry. DuckDB-Wasm would fetch extensions from its makers' host and
 * hand decimals out as unscaled integers: every database opened on a page is told not to.
 */
const entries: Record<string, string> = {
  "@duckdb/duckdb-wasm": `
    export * from "@duckdb/duckdb-wasm";
    import {AsyncDuckDB as Base} from "@duckdb/duckdb-wasm";
    export class AsyncDuckDB extends Base {
      async open(config = {}) {
        await super.open({...config, query: {castDecimalToDouble: true, ...config.query}});
        const connection = await this.connect();
        await connection.query("SET autoinstall_known_extensions = false");
        await connection.query("SET autoload_known_extensions = false");
        await connection.close();
      }
    }`
};

/** Replacements in the source of a library; each must be found, else the library changed and the patch is looked at. */
const patches: readonly Patch[] = [
  {
    library: "d3-dsv",
    pattern: /return new Function\("d", "return \{" \+ columns\.map\([\s\S]*?\}\)\.join\(","\) \+ "\}"\);/,
    replacement: 'return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));',
    why: "the security policy of the pages forbids code made from text"
  }
];

/** One private change to a library. */
export interface Patch {
  library: string;
  pattern: RegExp;
  replacement: string;
  why: string;
}

/**
 * Bundles one entry of a package as a single ECMAScript module. Shared libraries stay imports, written as Framework
 * expects them of its CDN; everything else is inlined.
 *
 * @param subpath Path inside the package without leading slash, or "" for its main entry.
 * @param packages Every package of the lock file, by name.
 * @throws {Error} When esbuild cannot bundle it, or a patch no longer applies.
 */
export async function bundlePackage(
  {name, folder}: Package,
  subpath: string,
  packages: ReadonlyMap<string, Package>,
  root: string
): Promise<string> {
  const specifier = subpath ? `${name}/${subpath}` : name;
  const options: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "eof",
    define: {"process.env.NODE_ENV": '"production"'},
    logLevel: "silent",
    metafile: true,
    // Without it esbuild reads every tsconfig.json from the package up to the root of the disk.
    tsconfigRaw: {},
    write: false,
    plugins: [externals(name, packages), patcher()]
  };
  const own = subpath ? undefined : entries[name];
  const stdin = (contents: string) => build({...options, stdin: {contents, resolveDir: folder}});
  if (own) return text(await stdin(own));
  const {exports, isCommonJs} = await inspect(await stdin(`export * from ${JSON.stringify(specifier)};`), specifier);
  const names = isCommonJs ? await commonJsNames(folder, subpath, specifier) : [];
  if (isCommonJs)
    return text(
      await stdin(
        `import all from ${JSON.stringify(specifier)}; export default all;` +
          (names.length ? `export const {${names.join(", ")}} = all;` : "")
      )
    );
  const withDefault = await stdin(
    `export * from ${JSON.stringify(specifier)}; export {default} from ${JSON.stringify(specifier)};`
  ).catch(() => null);
  if (!withDefault && exports.length === 0) throw new Error(`npm:${specifier}: expected exports, found none.`);
  return text(withDefault ?? (await stdin(`export * from ${JSON.stringify(specifier)};`)));
}

type Result = Awaited<ReturnType<typeof build>>;

function text(result: Result): string {
  const file = result.outputFiles?.[0];
  if (!file) throw new Error("esbuild: expected one output file, got none.");
  return file.text;
}

async function inspect(result: Result, specifier: string): Promise<{exports: string[]; isCommonJs: boolean}> {
  const inputs = result.metafile?.inputs ?? {};
  const entry = inputs["<stdin>"]?.imports.find((i) => i.original === specifier);
  const output = Object.values(result.metafile?.outputs ?? {})[0];
  return {exports: output?.exports ?? [], isCommonJs: inputs[entry?.path ?? ""]?.format === "cjs"};
}

/** Names that a CommonJS module exports, as Node sees them; none when it cannot run outside a browser. */
async function commonJsNames(folder: string, subpath: string, specifier: string): Promise<string[]> {
  const {createRequire} = await import("node:module");
  try {
    const file = createRequire(join(folder, "package.json")).resolve(specifier);
    const module = await import(pathToFileURL(file).href);
    const names = new Set([...Object.keys(module), ...Object.keys(Object(module.default))]);
    return Array.from(names).filter((n) => n !== "default" && n !== "module.exports" && /^[A-Za-z_$][\w$]*$/.test(n));
  } catch {
    return [];
  }
}

function externals(self: string, packages: ReadonlyMap<string, Package>): Plugin {
  return {
    name: "shared-libraries",
    setup({onResolve}) {
      onResolve({filter: /^[@a-z]/}, ({path, kind}) => {
        const found = shared.has(path) && path !== self && kind !== "entry-point" ? packages.get(path) : undefined;
        return found ? {path: `/npm/${path}@${found.version}/+esm`, external: true} : undefined;
      });
    }
  };
}

/**
 * Applies the patches while esbuild reads the libraries.
 *
 * @throws {Error} Through esbuild, when a patched library is part of the bundle and no file of it holds the pattern.
 */
export function patcher(list: readonly Patch[] = patches): Plugin {
  return {
    name: "patches",
    setup({onLoad, onEnd}) {
      for (const {library, pattern, replacement, why} of list) {
        let read = 0;
        let patched = 0;
        onLoad({filter: new RegExp(`[\\\\/]node_modules[\\\\/]${library}[\\\\/].*\\.m?js$`)}, async ({path}) => {
          const source = await readFile(path, "utf8");
          const contents = source.replace(pattern, () => replacement);
          read++;
          if (contents !== source) patched++;
          return {contents, loader: "js"};
        });
        onEnd(() => {
          if (read === 0 || patched > 0) return undefined;
          const text = `${library}: expected the code that npm-bundle.ts replaces because ${why}, found none. Look again.`;
          return {errors: [{text}]};
        });
      }
    }
  };
}
