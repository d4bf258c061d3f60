import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname, extname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {bundlePackage, type Package} from "./npm-bundle.js";

/** What the mirror needs to know of the project. */
export interface MirrorOptions {
  /** Folder that holds `package-lock.json` and `node_modules`. */
  root: string;
}

const mimeTypes: Record<string, string> = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".js": "application/javascript",
  ".json": "application/json",
  ".mjs": "application/javascript",
  ".wasm": "application/wasm"
};

/** Version given to a package that is not installed: Framework asks for every implicit library, used or not. */
export const absentVersion = "0.0.0";

/**
 * Answers the two kinds of requests that Framework makes to resolve `npm:` imports, out of `node_modules` and in the
 * versions of `package-lock.json`. Nothing else gets an answer: a site built here never depends on another host.
 *
 * @returns A function with the signature of `fetch`; it rejects, with the reason, what it does not answer.
 * @throws {Error} When `package-lock.json` is missing or has no `packages`.
 */
export function createMirror({root}: MirrorOptions): typeof fetch {
  const packages = readPackages(root);
  return async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname.startsWith("registry.")) return answerVersion(packages, decodeURIComponent(url.pathname.slice(1)));
    if (url.hostname.startsWith("cdn.") && url.pathname.startsWith("/npm/"))
      return answerFile(root, packages, decodeURIComponent(url.pathname.slice("/npm/".length)));
    throw new Error(
      `npm mirror: expected a package of node_modules, got ${url.href}. ` +
        `A page or a library wants another host; the site must not depend on one.`
    );
  };
}

/**
 * Puts the mirror in the place of `fetch` and empties Framework's package cache when the lock file or the mirror
 * changed. To be called before Framework resolves its first import: `observablehq.config.ts` does it.
 */
export function installMirror({root, source}: MirrorOptions & {source: string}): void {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  forgetStalePackages(root, source);
  globalThis.fetch = createMirror({root});
}

function forgetStalePackages(root: string, source: string): void {
  const cache = join(root, source, ".observablehq", "cache");
  const stamp = join(cache, ".npm-mirror");
  const here = dirname(fileURLToPath(import.meta.url));
  const hash = createHash("sha256");
  for (const file of [join(root, "package-lock.json"), join(here, "npm-mirror.ts"), join(here, "npm-bundle.ts")])
    hash.update(readFileSync(file));
  const current = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) return;
  for (const folder of ["_npm", "_node", "_jsr"]) rmSync(join(cache, folder), {recursive: true, force: true});
  mkdirSync(cache, {recursive: true});
  writeFileSync(stamp, current);
}

function readPackages(root: string): Map<string, Package> {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  if (!lock.packages)
    throw new Error(`package-lock.json: expected "packages", found none. Write it again with npm 7 or newer.`);
  const packages = new Map<string, Package>();
  for (const [path, {version}] of Object.entries<{version: string}>(lock.packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name) packages.set(name, {name, version, folder: join(root, path)});
  }
  return packages;
}

function answerVersion(packages: Map<string, Package>, path: string): Response {
  const [, name, tag] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  if (!name) throw new Error(`npm mirror: expected the name of a package, got "${path}".`);
  const version = packages.get(name)?.version ?? absentVersion;
  return Response.json(tag ? {version} : {versions: {[version]: {}}});
}

async function answerFile(root: string, packages: Map<string, Package>, specifier: string): Promise<Response> {
  const [, name, version, path = ""] = /^((?:@[^/]+\/)?[^@/]+)@([^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  if (!name) throw new Error(`npm mirror: expected name@version/path, got "${specifier}".`);
  const found = packages.get(name);
  if (!found || !existsSync(found.folder))
    throw new Error(`npm:${name} is not in package.json. Add it with "npm install ${name}", or remove the import.`);
  if (version !== found.version)
    throw new Error(`npm:${name}: expected the locked version ${found.version}, got ${version}. Write "npm:${name}".`);
  if (path === "package.json") return answerManifest(found, packages);
  if (path === "+esm" || path.endsWith("/+esm"))
    return script(await bundlePackage(found, path.slice(0, -"+esm".length).replace(/\/$/, ""), packages, root));
  const file = join(found.folder, path);
  if (!file.startsWith(join(found.folder, "/")))
    throw new Error(`npm:${name}: expected a file of the package, got "${path}".`);
  const bytes = await readFile(file).catch(() => {
    throw new Error(`npm:${name}@${version}: expected a file "${path}", found none in ${found.folder}.`);
  });
  const type = mimeTypes[extname(file)] ?? "application/octet-stream";
  return new Response(new Uint8Array(bytes), {headers: {"content-type": type}});
}

/** The package's own `package.json`, every dependency pinned: Framework looks ranges up there. */
async function answerManifest(found: Package, packages: Map<string, Package>): Promise<Response> {
  const manifest = JSON.parse(await readFile(join(found.folder, "package.json"), "utf8"));
  const dependencies = Object.fromEntries(Array.from(packages.values(), ({name, version}) => [name, version]));
  return Response.json({...manifest, dependencies, devDependencies: {}, peerDependencies: {}});
}

function script(source: string): Response {
  return new Response(source, {headers: {"content-type": "application/javascript; charset=utf-8"}});
}
