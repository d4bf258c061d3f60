import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** A page of the built site. */
export interface BuiltPage {
  /** Its address, from the root of the site: `/marches/`. */
  path: string;
  html: string;
}

/** The site that the global setup built from the embedded data. */
const built = join(".cache", "e2e", "embedded", "dist");

/**
 * Every public page of the built site, found in its files, so that a page which somebody adds is looked at too. Embed pages
 * are not pages of the site, and analysts' pages may load what they like.
 */
export function publicPages(folder = built): BuiltPage[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html") && !file.startsWith("figures/") && file !== "404.html")
    .toSorted()
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "")}`,
      html: readFileSync(join(folder, file), "utf8")
    }))
    .filter(({html}) => !html.includes("'unsafe-eval'"));
}

/**
 * The longest page of each family stands for the others: pages of one loader with a parameter are made alike. Pages that
 * are alone of their kind all stay.
 */
export function onePerFamily(pages: readonly BuiltPage[]): BuiltPage[] {
  const longest = new Map<string, BuiltPage>();
  for (const page of pages) {
    const family = /^\/(methode|marches\/cpv|agora\/indicateurs|carnets)\/./.exec(page.path)?.[1] ?? page.path;
    const other = longest.get(family);
    if (!other || page.html.length > other.html.length) longest.set(family, page);
  }
  return [...longest.values()];
}
