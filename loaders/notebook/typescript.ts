import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, resolve} from "node:path";
import process from "node:process";
import type TypeScript from "typescript";

const require = createRequire(import.meta.url);

/** TypeScript as a browser would load it, which asks for no variable of the environment; its messages are in French. */
export const ts: typeof TypeScript = load();

function load(): typeof TypeScript {
  const host = process as unknown as {browser?: boolean};
  const before = host.browser;
  host.browser = true;
  const loaded: typeof TypeScript = require("typescript");
  host.browser = before;
  const file = require.resolve("typescript");
  loaded.validateLocaleAndSetLanguage("fr", {
    getExecutingFilePath: () => file,
    resolvePath: (path) => resolve(dirname(file), path),
    fileExists: existsSync,
    readFile: (path) => readFileSync(path, "utf8")
  });
  return loaded;
}
