import {hostOf} from "../lib/source.js";

/**
 * Who stands behind a page that was read, as a source line names it: the City's contract, read in a public copy, or the
 * host of the page.
 *
 * @param url A complete address.
 */
export function publisherOf(url: string): string {
  return url.endsWith("/documents/paris.md")
    ? "Ville de Paris, Contrat de ville climatique, avril 2025 (copie publique en texte)"
    : hostOf(url);
}

/** One source line per publisher of these pages, in the order met; a page that cannot be opened has none. */
export function sourcesOf(urls: readonly string[]): {label: string; url: string}[] {
  return urls
    .filter((url) => url.startsWith("http"))
    .map((url) => ({label: publisherOf(url), url}))
    .filter(({label}, i, all) => all.findIndex((other) => other.label === label) === i);
}
