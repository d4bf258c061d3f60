import {posix} from "node:path";

const links = /<link rel="(stylesheet|preload)"(?: type="text\/css"| as="style")? href="([^"]+\.css)">\n?/g;

/**
 * Puts the style sheets of a page into it. A browser paints nothing before it has them, and on a phone each file costs a
 * journey of 0.2 s: the page then waits for one journey instead of two.
 *
 * @param html The page as Framework wrote it.
 * @param page Its path from the root of the site: `marches/index.html`.
 * @param sheets The site's style sheets by their path from the root. A sheet that is not there stays a link.
 * @returns The page; the addresses inside its sheets are those that they were, seen from the page.
 */
export function inlineStyles(html: string, page: string, sheets: ReadonlyMap<string, string>): string {
  // The page of errors has a base: addresses inside it do not start from where it stands.
  if (html.includes("<base ")) return html;
  const folder = posix.dirname(page);
  return html.replace(links, (link, kind: string, href: string) => {
    const path = posix.join(folder, href);
    const text = sheets.get(path);
    if (text === undefined || /<\/style/i.test(text)) return link;
    if (kind === "preload") return "";
    return `<style>${seenFrom(folder, posix.dirname(path), text)}</style>\n`;
  });
}

function seenFrom(folder: string, home: string, text: string): string {
  return text.replace(/url\(\s*(["']?)(?!data:|\/|\w+:)([^"')]+)\1\s*\)/g, (_, _quote: string, address: string) => {
    const [path = "", rest = ""] = address.split(/(?=[?#])/, 2);
    return `url("${posix.relative(folder, posix.join(home, path))}${rest}")`;
  });
}
