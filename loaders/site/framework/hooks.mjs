// Makes Observable Framework 1.13.4 build the same pages faster, and its preview follow what it does not look at.
// Plain JavaScript: Node runs it before TypeScript is known.
// Every replacement must find what it replaces, else Framework changed and the replacement is looked at again.

/** @typedef {"build" | "preview"} Mode */
/** @typedef {{file: string, what: string, only?: Mode, pattern: RegExp, replacement: string}} Replacement */

/** @type {readonly Replacement[]} */
const replacements = [
  {
    file: "html.js",
    what: "one parser for all pages, instead of a whole browser window for each piece of each page",
    pattern: /function parseHtml\(html2\) \{\n.*\n\}/,
    replacement: `let parser;
function parseHtml(html2) {
  if (parser === undefined) {
    const {JSDOM, VirtualConsole} = requireHere("jsdom");
    parser = new (new JSDOM("", {virtualConsole: new VirtualConsole()}).window.DOMParser)();
  }
  return {document: parser.parseFromString(\`<!DOCTYPE html><body>\${html2}\`, "text/html")};
}`
  },
  {
    file: "html.js",
    what: "the parser loaded when a page is parsed: half of the time of a build that parses none",
    pattern: /import \{ JSDOM, VirtualConsole \} from "jsdom";/,
    replacement: `import {createRequire} from "node:module";\nconst requireHere = createRequire(import.meta.url);`
  },
  {
    file: "html.js",
    what: "the paths of heads and footers, the same on every page of a folder, resolved once",
    pattern: /function rewriteHtmlPaths\(html2, path\) \{/,
    replacement: `const rewritten = new Map();
function rewriteHtmlPaths(html2, path) {
  const key = \`\${path.slice(0, path.lastIndexOf("/"))}\\n\${html2}\`;
  let result = rewritten.get(key);
  if (result === undefined) rewritten.set(key, (result = rewriteHtmlPathsOnce(html2, path)));
  return result;
}
function rewriteHtmlPathsOnce(html2, path) {`
  },
  {
    file: "html.js",
    what: "the assets of heads and footers found once",
    pattern: /function findAssets\(html2, path\) \{/,
    replacement: `const found = new Map();
function findAssets(html2, path) {
  const key = \`\${path.slice(0, path.lastIndexOf("/"))}\\n\${html2}\`;
  let result = found.get(key);
  if (result === undefined) found.set(key, (result = findAssetsOnce(html2, path)));
  return result;
}
function findAssetsOnce(html2, path) {`
  },
  {
    file: "rollup.js",
    what: "Framework's own scripts bundled once for a version of the packages, and those of the menu once per folder",
    pattern: /async function rollupClient\(input, root, path, \{/,
    replacement: `const bundles = new Map();
async function rollupClient(input, root, path, options = {}) {
  const {resolveImport, ...plain} = options;
  const menu = /(search|sidebar)-init/.test(input) && resolveImport("observablehq:search");
  if (resolveImport && !menu) return rollupClientOnce(input, root, path, options);
  const key = JSON.stringify([input, menu ? path.slice(0, path.lastIndexOf("/")) : path, menu, plain]);
  if (!bundles.has(key)) bundles.set(key, globalThis.keepBundle(key, () => rollupClientOnce(input, root, path, options)));
  return bundles.get(key);
}
async function rollupClientOnce(input, root, path, {`
  },
  {
    file: "markdown.js",
    what: "the anchor of each heading made once",
    pattern: /slugify: \(s\) => slugify\(s\)/,
    replacement: `slugify: (s) => (slugs.get(s) ?? (slugs.set(s, slugify(s)), slugs.get(s)))`
  },
  {
    file: "markdown.js",
    what: "the place of the anchors",
    pattern: /function createMarkdownIt\(/,
    replacement: `const slugs = new Map();\n$&`
  },
  {
    file: "route.js",
    what: "the file behind each address found once: nothing moves while a site is built",
    only: "build",
    pattern: /function route\(root, path, exts\) \{\n.*\n\}/,
    replacement: `const routes = new Map();
function route(root, path, exts) {
  const key = [root, path, ...exts].join("\\n");
  if (!routes.has(key)) routes.set(key, routeParams(root, ".", join(".", path).split("/"), exts));
  return routes.get(key);
}`
  },
  {
    file: "javascript/module.js",
    what: "each module parsed once for a content, and known by its content instead of its date",
    pattern: /function getModuleInfo\(root, path\) \{/,
    replacement: `function getModuleInfo(root, path) {
  return globalThis.keepModule(\`\${root}/\${path}\`, () => findModule(root, path), (module) => {
    moduleInfoCache.delete(join(root, module.path));
    return getModuleInfoOnce(root, path);
  });
}
function getModuleInfoOnce(root, path) {`
  },
  {
    file: "resolvers.js",
    what: "each import inside of a module resolved once",
    only: "build",
    pattern: /function resolveImportPath\(root, path, getHash\) \{/,
    replacement: `const importPaths = new Map();
function resolveImportPath(root, path, getHash) {
  const key = \`\${root}\\n\${path}\`;
  if (!importPaths.has(key)) importPaths.set(key, resolveImportPathOnce(root, path, getHash));
  return importPaths.get(key);
}
function resolveImportPathOnce(root, path, getHash) {`
  },
  {
    file: "build.js",
    what: "the list of sizes, which nobody reads, and which asks for pages where they do not stand yet",
    only: "build",
    pattern: /await effects\.writeBuildManifest\(buildManifest\);/,
    replacement: "$& return;"
  },
  {
    file: "search.js",
    what: "an index under one address: the words of a page do not change the scripts of the others",
    only: "build",
    pattern: /async function searchIndex\(/,
    replacement: `async function searchIndex() {
  return "{}";
}
export {wholeIndex};
async function wholeIndex(`
  },
  {
    file: "preview.js",
    what: "messages of the page and of the preview to one another, which the analyst need not read; errors in a line",
    only: "preview",
    pattern: /async function preview\(options\) \{/,
    replacement: `const say = (value) => value instanceof Error ? value.message : value;
const console = {log() {}, error: (...values) => globalThis.console.error(...values.map(say))};
$&`
  },
  {
    file: "preview.js",
    what: "scripts of the head that changed: the open page can only be loaded again",
    only: "preview",
    pattern: /const previousHash = hash;/,
    replacement: `const headNow = headScripts(page, loaders, path);
        if (head !== headNow) return void send2({type: "reload"});
        $&`
  },
  {
    file: "preview.js",
    what: "the scripts of the head as the page has them",
    only: "preview",
    pattern: /if \(resolvers\.hash === initialHash\)/,
    replacement: "head = headScripts(page, loaders, path);\n    $&"
  },
  {
    file: "preview.js",
    what: "the place of both",
    only: "preview",
    pattern: /function handleWatch\(socket, req, configPromise\) \{/,
    replacement: `function headScripts({head}, loaders, path) {
  return Array.from(String(head ?? "").matchAll(/<script\\b[^>]*\\ssrc="([^":]+)"/g), ([, src]) =>
    loaders.getModuleHash(src.startsWith("/") ? src : join(dirname(path), src))
  ).join();
}
$&
  let head = null;`
  }
];

/** @type {Mode} */
let mode = "build";

/**
 * Node's hook: see `module.register`.
 *
 * @param {{mode: Mode}} data
 */
export async function initialize(data) {
  mode = data.mode;
}

/**
 * Puts the replacements into the source of a module of Framework.
 *
 * @param {string} url Of the module.
 * @param {string} source
 * @returns {string}
 * @throws {Error} When the module is not as expected.
 */
export function patch(url, source) {
  return replacements
    .filter(({only}) => only === undefined || only === mode)
    .filter(({file}) => url.endsWith(`/@observablehq/framework/dist/${file}`))
    .reduce((text, {file, what, pattern, replacement}) => {
      if (!pattern.test(text))
        throw new Error(
          `${file}: expected ${pattern} as Framework 1.13.4 writes it (${what}), found none. See hooks.mjs.`
        );
      return text.replace(pattern, replacement.replaceAll(/\$(?!&)/g, "$$$$"));
    }, source);
}

/** Node's hook: see `module.register`. */
export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (!url.includes("/@observablehq/framework/dist/")) return loaded;
  return {...loaded, source: patch(url, String(loaded.source))};
}
