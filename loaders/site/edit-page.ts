import {analystMark} from "./page-frame.js";
import {securityPolicy} from "./security-policy.js";

/** One change to the HTML that Framework writes: what it looks for, what it puts there. */
interface Edit {
  what: string;
  pattern: RegExp;
  replacement: string;
}

/** Says whether the menu shows, and lets Enter work on it as on any button. */
const menuScript =
  `<script>{const t=document.querySelector("#observablehq-sidebar-toggle"),` +
  `s=document.querySelector("#observablehq-sidebar"),` +
  `p=()=>t.setAttribute("aria-pressed",String(getComputedStyle(s).visibility!=="hidden"));` +
  `t.addEventListener("change",()=>requestAnimationFrame(p));addEventListener("resize",p);` +
  `t.addEventListener("keydown",(e)=>{if(e.key==="Enter")t.click()});p();}</script>`;

const always: readonly Edit[] = [
  {what: "the html element", pattern: /<html>/, replacement: `<html lang="fr">`},
  {what: "the viewport", pattern: /(initial-scale=1), maximum-scale=1">/, replacement: `$1">`},
  {what: "the main landmark", pattern: /<main id="observablehq-main"/, replacement: `$& tabindex="-1"`}
];

/** Not on the page of errors: its `<base>` would send the link to another page. */
const skipLink: Edit = {
  what: "the body",
  pattern: /<body>/,
  replacement: `<body>\n<a class="skip-link" href="#observablehq-main">Aller au contenu</a>`
};

const withSidebar: readonly Edit[] = [
  {
    what: "the menu button",
    pattern: /<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">/,
    replacement:
      `<input id="observablehq-sidebar-toggle" type="checkbox" role="button" aria-pressed="false" ` +
      `aria-label="Menu" aria-controls="observablehq-sidebar" title="Afficher ou masquer le menu">`
  },
  {
    what: "the menu",
    pattern: /<nav id="observablehq-sidebar">/,
    replacement: `<nav id="observablehq-sidebar" aria-label="Carnets">`
  },
  {
    what: "the button that closes the menu",
    pattern: /(<ol>\n) *(<label id="observablehq-sidebar-close"[^>]*><\/label>)(\n *<li [\s\S]*?<\/ol>)/,
    replacement: `$1$3\n  $2`
  },
  {
    what: "the end of the menu",
    pattern: /<\/script>\n<div id="observablehq-center">/,
    replacement: `</script>\n${menuScript}\n<div id="observablehq-center">`
  }
];

const search: Edit = {
  what: "the search field",
  pattern: /<input type="search" placeholder="Search">/,
  replacement: `<input type="search" placeholder="Chercher" aria-label="Chercher dans les carnets">`
};

const contents: Edit = {
  what: "the table of contents",
  pattern: /(<aside id="observablehq-toc"[^>]*)>\n<nav>/,
  replacement: `$1 aria-label="Sommaire">\n<nav aria-label="Sur cette page">`
};

const pager: Edit = {
  what: "the links to the pages before and after",
  pattern: /<footer id="observablehq-footer">\n<nav>/,
  replacement: `<footer id="observablehq-footer">\n<nav aria-label="Page précédente, page suivante">`
};

/**
 * Gives a built page what Framework cannot be told: language, zoom, landmarks, French words, security policy.
 *
 * @param html A page as Framework wrote it, figures already in place: what is inserted later breaks the hashes.
 * @param page Its path, for messages.
 * @throws {Error} When the page is not as expected, because Framework changed: the edit must be looked at.
 */
export async function editPage(html: string, page: string): Promise<string> {
  const edits = [...always];
  if (!html.includes("<base ")) edits.push(skipLink);
  if (html.includes(`id="observablehq-sidebar"`)) edits.push(...withSidebar);
  if (html.includes(`id="observablehq-search"`)) edits.push(search);
  if (html.includes(`id="observablehq-toc"`)) edits.push(contents);
  if (html.includes(`<a rel="prev"`) || html.includes(`<a rel="next"`)) edits.push(pager);
  const edited = edits.reduce((text, edit) => apply(text, edit, page), html);
  const mark = `<meta name="${analystMark}">`;
  const isAnalyst = edited.includes(mark);
  const unmarked = edited.replace(mark, "");
  const policy = await securityPolicy(unmarked, {isAnalyst});
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return apply(
    unmarked,
    {what: "the head", pattern: /<head>\n<meta charset="utf-8">/, replacement: `$&\n${meta}`},
    page
  );
}

function apply(text: string, {what, pattern, replacement}: Edit, page: string): string {
  if (!pattern.test(text))
    throw new Error(
      `${page}: expected ${what} as Framework 1.13.4 writes it (${pattern}), found none. See edit-page.ts.`
    );
  return text.replace(pattern, replacement);
}
