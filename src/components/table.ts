import type {FigureColumn, FigureRow, FigureTable} from "../lib/figure.js";
import {formatCount, unpublished} from "../lib/format.js";
import {hostOf} from "../lib/source.js";
import {typeset} from "../lib/typeset.js";
import {element} from "./element.js";

/**
 * The numbers of a figure as an accessible table. Each column is shown through its `format`; without one, whole
 * numbers get thousands and a missing value reads "non publié par la source".
 */
export function table(
  {columns, rows}: FigureTable,
  {document, label, root = ""}: {document: Document; label: string; root?: string}
): HTMLElement {
  const isNumber = (key: string) => rows.some((row) => typeof row[key] === "number");
  const head = columns.map(({key, label: name, unit}) =>
    element(
      document,
      "th",
      {scope: "col", class: isNumber(key) ? "number" : null},
      typeset(unit ? `${name} (${unit})` : name)
    )
  );
  const body = rows.map((row) =>
    element(
      document,
      "tr",
      {},
      ...columns.map((column, i) => {
        const text = cellText(row[column.key] ?? null, column);
        const content = linked(text, column, row, {document, root});
        const kind = isNumber(column.key) ? "number" : text.length > 40 && !text.startsWith("http") ? "words" : null;
        return i === 0
          ? element(document, "th", {scope: "row", class: kind}, ...content)
          : element(document, "td", {class: kind}, ...content);
      })
    )
  );
  return element(
    document,
    "div",
    {class: "table-scroll", role: "region", tabindex: "0", "aria-label": typeset(label)},
    element(
      document,
      "table",
      {},
      element(document, "thead", {}, element(document, "tr", {}, ...head)),
      element(document, "tbody", {}, ...body)
    )
  );
}

function linked(
  text: string,
  {href}: FigureColumn,
  row: FigureRow,
  {document, root}: {document: Document; root: string}
): (Node | string)[] {
  const target = href?.(row) ?? null;
  if (target === null) return text.split(/(https?:\/\/[^\s;]+)/).map((part) => withAddress(part, document));
  return [element(document, "a", {href: /^https?:/.test(target) ? target : `${root}${target}`}, text)];
}

/** An address is shown by its host: whole, it would fill the cell. */
function withAddress(part: string, document: Document): Node | string {
  return /^https?:/.test(part) ? element(document, "a", {href: part}, hostOf(part)) : part;
}

function cellText(value: string | number | boolean | null, {format, missing = unpublished}: FigureColumn): string {
  if (value === null) return missing;
  if (format) return format(value as never);
  if (typeof value === "number") return formatCount(value);
  if (typeof value === "boolean") return value ? "oui" : "non";
  return typeset(value);
}
