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
 * @param rows Cells already made safe; the first of each row is its header. A column of numbers alone stands on the right.
 */
export function markupTable(label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const kinds = heads.map((_, i) => (i > 0 && rows.every((row) => isNumber(row[i] ?? "")) ? ` class="number"` : ""));
  const head = heads.map((cell, i) => `<th scope="col"${kinds[i]}>${cell}</th>`).join("");
  const body = rows
    .map(([first = "", ...rest]) => {
      const cells = rest.map((cell, i) => `<td${kinds[i + 1]}>${cell}</td>`).join("");
      return `<tr><th scope="row">${first}</th>${cells}</tr>`;
    })
    .join("");
  return `<div class="table-scroll" role="region" tabindex="0" aria-label="${label}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A number with its unit and reserve, or what stands where one is missing. */
function isNumber(cell: string): boolean {
  return /^(?:[–-]|[−+×]?[\d\s,]+(?:€|%|M€|Md€|j|jours?)?(?: \(moins de 5\))?|non retenu)$/u.test(
    cell.replace(/&nbsp;/g, " ")
  );
}
