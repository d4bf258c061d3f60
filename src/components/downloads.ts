import {csvLine} from "../lib/csv.js";
import type {Figure} from "../lib/figure.js";
import {onLightPaper} from "../lib/palette.js";
import type {Report} from "../lib/report.js";
import type {Tables} from "../lib/schema.js";
import {chartWidths, dataOf, drawChart, type Params} from "./figure.js";

/** What the downloads of a figure are made of. */
interface Built {
  tables: Tables;
  report: Report;
}

/**
 * The numbers of a figure as CSV (RFC 4180, UTF-8, raw numbers with a decimal point, an empty cell where unknown).
 * The header row holds the columns' keys, unit included.
 */
export function figureCsv<D>(figure: Figure<D>, built: Built, params: Params): string {
  const {columns, rows} = figure.table(dataOf(figure, built, params));
  const lines = [columns.map(({key}) => key), ...rows.map((row) => columns.map(({key}) => row[key] ?? null))];
  return `${lines.map(csvLine).join("\r\n")}\r\n`;
}

/**
 * The chart of a figure as a picture that stands alone: light paper, no custom property.
 *
 * @returns SVG text; null when the figure has no chart.
 */
export function figureSvg<D>(figure: Figure<D>, built: Built, params: Params, document: Document): string | null {
  const svg = drawChart(figure, dataOf(figure, built, params), {document, width: chartWidths.wide});
  if (!svg) return null;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const style = svg.getAttribute("style") ?? "";
  svg.setAttribute("style", `${style.replace(/background:\s*none;?/, "")};background:#fdfcf9`);
  return onLightPaper(svg.outerHTML);
}
