import type {Asker} from "./ask.js";
import {NewError} from "./errors.js";
import {quoted, type Scaffold} from "./scaffold.js";

/** Where the menu stands. */
const menu = "observablehq.config.ts";

/** Sections of the menu that have pages. */
function sectionsOf(config: string): string[] {
  return Array.from(config.matchAll(/name: "([^"]+)",\s*open: \w+,/g), ([, name]) => name as string);
}

/**
 * A page in Markdown, and its line in the menu.
 *
 * @param name Its path: `climat/velo`.
 * @param menuText What stands in `observablehq.config.ts`.
 * @param figures Ids of the published figures; `indicators`: of the indicators. A page that computes one is an analyst's page.
 */
export async function newPage(
  name: string,
  {ask}: Asker,
  {menuText, figures, indicators}: {menuText: string; figures: readonly string[]; indicators: readonly string[]}
): Promise<Scaffold> {
  const title = await ask("title", {words: "Son titre ?"});
  const section = await ask("section", {words: "Dans quelle partie du menu ?", oneOf: sectionsOf(menuText)});
  const figure = await ask("figure", {
    words: "Quelle figure montre-t-elle (son id, ou « aucune ») ?",
    fallback: "aucune",
    fault: (id) => (id === "aucune" || figures.includes(id) ? null : "l’id d’une figure publiée est attendu")
  });
  const indicator = await ask("indicator", {
    words: "Quel indicateur calcule-t-elle (son id, ou « aucun ») ?",
    fallback: "aucun",
    fault: (id) => (id === "aucun" || indicators.includes(id) ? null : "l’id d’un indicateur du registre est attendu")
  });
  const isAnalyst = indicator !== "aucun";
  const shown = figure === "aucune" ? "" : `\n<figure data-figure="${figure}"></figure>\n`;
  const text = `---
title: ${quoted(title)}${isAnalyst ? "\nanalyst: true" : ""}
---

# ${safe(title)}

Dites ici, en deux phrases, ce que cette page montre, et pour qui.
${shown}${isAnalyst ? cellsOf(indicator, name) : ""}
## Ce que cette page ne dit pas

Dites ici ce que les données ne permettent pas d’affirmer.
`;
  return {
    files: {[`src/${name}.md`]: text},
    edits: {[menu]: (config) => withPage(config, section, {name: title, path: `/${name}`})},
    next: [`Écrivez dans src/${name}.md, avec npm run dev à côté : http://127.0.0.1:3000/${name}`]
  };
}

/** The value of an indicator, computed in the page, and where its method is told. */
function cellsOf(indicator: string, name: string): string {
  const up = "../".repeat(name.split("/").length - 1) || "./";
  return `
\`\`\`js
import {indicator, show} from "${up}components/carnet.js";
\`\`\`

\`\`\`js
display(show(await indicator("${indicator}")));
\`\`\`

[Sa formule, son exemple et sa valeur par année](${up}methode/${indicator})
`;
}

/**
 * Adds a page at the end of a section of the menu.
 *
 * @throws {NewError} When the menu has no such section, or has the page already.
 */
export function withPage(config: string, section: string, page: {name: string; path: string}): string {
  if (config.includes(`path: ${quoted(page.path)}`))
    throw new NewError(`npm run new : le menu a déjà ${page.path}. Rien n’a été écrit.`);
  const start = config.indexOf(`name: ${quoted(section)},`);
  const opening = start === -1 ? -1 : config.indexOf("pages: [", start);
  const closing = opening === -1 ? -1 : config.indexOf("]", opening);
  if (closing === -1) throw new NewError(`npm run new : ${menu} : attendu une partie « ${section} » avec ses pages.`);
  const before = config.slice(0, closing).trimEnd();
  const line = `{name: ${quoted(page.name)}, path: ${quoted(page.path)}}`;
  return `${before}${before.endsWith("[") ? "" : ","}\n        ${line}\n      ${config.slice(closing)}`;
}

/** A text that Markdown shows as it is. */
function safe(text: string): string {
  return text.replace(/[<>&]/g, (sign) => ({"<": "&lt;", ">": "&gt;", "&": "&amp;"})[sign] as string);
}
