import {csvLine} from "../lib/csv.js";
import {onLightPaper} from "../lib/palette.js";
import {chartWidths, drawChart} from "./drawing.js";
import type {FigureState} from "./state.js";

/**
 * The numbers of a figure as CSV (RFC 4180, UTF-8, raw numbers with a decimal point, an empty cell where unknown).
 * The header row holds the columns' keys, unit included.
 */
export function figureCsv<D>({figure, data}: FigureState<D>): string {
  const {columns, rows} = figure.table(data);
  const lines = [columns.map(({key}) => key), ...rows.map((row) => columns.map(({key}) => row[key] ?? null))];
  return `${lines.map(csvLine).join("\r\n")}\r\n`;
}

/**
 * The chart of a figure as a picture that stands alone: light paper, no custom property.
 *
 * @returns SVG text; null when the figure has no chart.
 */
export function figureSvg<D>({figure, data}: FigureState<D>, document: Document): string | null {
  const svg = drawChart(figure, data, {document, width: chartWidths.wide});
  if (!svg) return null;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const style = svg.getAttribute("style") ?? "";
  svg.setAttribute("style", `${style.replace(/background:\s*none;?/, "")};background:#fdfcf9`);
  return onLightPaper(svg.outerHTML);
}
