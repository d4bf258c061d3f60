import {readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {hashOf, type Fingerprints} from "../loop/fingerprints.js";
import type {PageRecord} from "../loop/kept.js";

/* Framework has no types: its configuration and its pages are read by the names of their fields. */
type Any = any;

/** What a page says of itself, known without reading it again. */
export type PageMeta = Pick<PageRecord, "title" | "data" | "words">;

/** Fingerprints of what every page depends on. */
export function sharedInputs(config: Any, prints: Fingerprints): Record<string, string> {
  const names = ["pages", "home", "title", "base", "toc", "sidebar", "pager", "globalStylesheets", "style", "duckdb"];
  const settings = names.map((key) => config[key] ?? null);
  return {
    settings: hashOf(
      `${JSON.stringify(settings)} ${config.search !== null} ${prints.of("file:observablehq.config.ts")}`
    ),
    tools: prints.together(prints.all(["file:package-lock.json", "file:loaders/site/framework/hooks.mjs"])),
    styles: prints.together(prints.all(stylesOf(config.root).map((path) => `file:${path}`)))
  };
}

/** Fingerprint of what stands around a page: what the configuration puts into its head, above it and below it. */
export function frameOf(config: Any, path: string, {title, data}: PageMeta): string {
  const parts = ["head", "header", "footer"].map((key) => {
    if (data[key] !== undefined) return null;
    return typeof config[key] === "function" ? config[key]({title, data, path}) : config[key];
  });
  return hashOf(JSON.stringify(parts));
}

/** The local modules that a parsed page names, in its cells and in its scripts. */
export function directModules({code, head, header, body, footer}: Any): string[] {
  const scripts = [head, header, body, footer].flatMap((html) =>
    Array.from(String(html ?? "").matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g), ([, src]) => src as string)
  );
  const cells = code.flatMap(({node}: Any) =>
    node.imports.flatMap(({type, name}: Any) => (type === "local" && name.endsWith(".js") ? [name] : []))
  );
  return [...new Set([...scripts, ...cells])].filter((name) => !/^(\w+:|\/\/)/.test(name));
}

/** Title, front matter and words of a parsed page. */
export function metaOf({title, data, body}: Any): PageMeta {
  const words = body.replaceAll(/<style\b[\s\S]*?<\/style>/gi, " ").replaceAll(/<[^>]+>/g, " ");
  return {title, data, words: words.replaceAll(/\s+/g, " ").trim()};
}

/** A path as a page names it, from the root of the site. */
export function resolve(page: string, name: string): string {
  return name.startsWith("/") ? name : join(dirname(page), name);
}

function stylesOf(root: string): string[] {
  return readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((path) => path.endsWith(".css") && !path.startsWith(".observablehq"))
    .map((path) => join(root, path))
    .sort();
}
