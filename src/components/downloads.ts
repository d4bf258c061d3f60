import type {Figure} from "../lib/figure.js";
import {onLightPaper} from "../lib/palette.js";
import type {Tables} from "../lib/schema.js";
import {chartWidths, drawChart, type Params} from "./figure.js";

/**
 * The numbers of a figure as CSV (RFC 4180, UTF-8, raw numbers with a decimal point, an empty cell where unknown).
 * The header row holds the columns' keys, unit included.
 */
export function figureCsv<D>(figure: Figure<D>, tables: Tables, params: Params): string {
  const {columns, rows} = figure.table(figure.prepare(tables, params));
  const lines = [columns.map(({key}) => key), ...rows.map((row) => columns.map(({key}) => row[key] ?? ""))];
  return `${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/**
 * The chart of a figure as a picture that stands alone: light paper, no custom property.
 *
 * @returns SVG text; null when the figure has no chart.
 */
export function figureSvg<D>(figure: Figure<D>, tables: Tables, params: Params, document: Document): string | null {
  const svg = drawChart(figure, figure.prepare(tables, params), {document, width: chartWidths.wide});
  if (!svg) return null;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const style = svg.getAttribute("style") ?? "";
  svg.setAttribute("style", `${style.replace(/background:\s*none;?/, "")};background:#fdfcf9`);
  return onLightPaper(svg.outerHTML);
}

function csvCell(value: string | number | boolean): string {
  // A cell that a spreadsheet would run as a formula is quoted behind an apostrophe.
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
