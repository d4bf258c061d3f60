import {formatCount, formatEuros, formatRatio} from "../../lib/format.js";
import type {FigureColumn, FigureRow} from "../../lib/figure.js";
import {typeset} from "../../lib/typeset.js";
import {decimal} from "../chart.js";
import {element} from "../element.js";
import {table} from "../table.js";

/** A value that says itself in sentences, one paragraph each. */
export class Told {
  constructor(readonly sentences: readonly string[]) {}
}

/** How many rows of a table are shown; the others are counted under it. */
const mostRows = 20;

/**
 * What a reader sees of a value: an element as it is, rows as a table, a measure as a sentence, a number in French.
 *
 * @param value Anything that a cell may end with. An Arquero table counts as rows.
 * @param document Where the elements are made.
 * @param nextTable The number of the next table, from 1: two tables of a page need two names.
 * @returns null when there is nothing to show: undefined, or null.
 */
export function show(value: unknown, document: Document, nextTable: () => number): Element | null {
  if (value === undefined || value === null) return null;
  if (isElement(value)) return value;
  if (value instanceof Told)
    return element(
      document,
      "div",
      {class: "carnet-words"},
      ...value.sentences.map((words) => element(document, "p", {}, typeset(words)))
    );
  const rows = maybeRows(value);
  if (rows) return tableOf(rows, document, nextTable());
  if (typeof value === "number") return element(document, "p", {class: "carnet-words"}, decimal(value));
  if (typeof value === "string") return element(document, "p", {class: "carnet-words"}, typeset(value));
  return element(document, "pre", {}, textOf(value));
}

/** The rows of a value that is a table: an Arquero table, an Arrow one, or an array of plain objects; else null. */
export function maybeRows(value: unknown): readonly Record<string, unknown>[] | null {
  if (typeof value !== "object" || value === null) return null;
  if ("objects" in value && typeof value.objects === "function")
    return (value.objects as () => Record<string, unknown>[])();
  const isPlain = (item: unknown) =>
    typeof item === "object" && item !== null && Object.getPrototypeOf(item) === Object.prototype;
  return Array.isArray(value) && value.length > 0 && value.every(isPlain) ? value : null;
}

function tableOf(rows: readonly Record<string, unknown>[], document: Document, number: number): Element {
  const keys = Object.keys(rows[0] ?? {});
  const shown = rows.slice(0, mostRows).map((row) => Object.fromEntries(keys.map((key) => [key, cellOf(row[key])])));
  const box = table(
    {columns: keys.map(columnOf), rows: shown},
    {document, label: `Tableau ${number} : ${keys.join(", ")}`}
  );
  const counted =
    rows.length > mostRows
      ? `${formatCount(mostRows)} premières lignes sur ${formatCount(rows.length)}.`
      : `${formatCount(rows.length)} ligne${rows.length > 1 ? "s" : ""}.`;
  return element(document, "div", {class: "carnet-table"}, box, element(document, "p", {class: "hint"}, counted));
}

/** The name that the analyst gave, and the unit that its ending says. */
function columnOf(key: string): FigureColumn {
  const isYear = /(^|_)(year|annee|année|edition)$/.test(key);
  const format = isYear
    ? String
    : /(^|_)eur$/.test(key)
      ? formatEuros
      : /(^|_)(share|part|ratio)$/.test(key)
        ? formatRatio
        : decimal;
  return {
    key,
    label: key,
    missing: "–",
    format: (value: unknown) => (typeof value === "number" ? format(value) : String(value))
  };
}

function cellOf(value: unknown): FigureRow[string] {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  return textOf(value);
}

function textOf(value: unknown): string {
  if (typeof value === "function") return value.toString();
  const text = JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? Number(inner) : inner), 2);
  return text ?? String(value);
}

function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && "nodeType" in value && "outerHTML" in value;
}
