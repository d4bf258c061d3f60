import {typeset} from "../lib/typeset.js";

/**
 * Text made safe for a Markdown page: neither HTML, nor Markdown, nor Framework's `${…}` can act in it; French
 * spaces are set.
 */
export function safe(text: string): string {
  return typeset(text).replace(/[&<>"'`$*_~^|\\{}[\]#]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A bulleted list. */
export function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

/**
 * An accessible HTML table on one line, as Markdown needs it.
 *
 * @param rows Cells already made safe; the first of each row is its header.
 */
export function markupTable(label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows
    .map(
      ([first = "", ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((c) => `<td>${c}</td>`).join("")}</tr>`
    )
    .join("");
  return `<div class="table-scroll" role="region" tabindex="0" aria-label="${label}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
