import {csvFile} from "../lib/csv.js";
import {onLightPaper} from "../lib/palette.js";
import {poster} from "./poster.js";
import type {FigureState} from "./state.js";

/**
 * The numbers of a figure as CSV (RFC 4180, UTF-8, raw numbers with a decimal point, an empty cell where unknown).
 * The header row holds the columns' keys, unit included.
 */
export function figureCsv<D>({figure, data}: FigureState<D>): string {
  const {columns, rows} = figure.table(data);
  return csvFile(
    columns.map(({key}) => key),
    rows
  );
}

/**
 * A figure as a picture that stands alone, with its title, source and licence: light paper, no custom property.
 *
 * @returns SVG text; null when the figure has no chart.
 */
export function figureSvg<D>(state: FigureState<D>, document: Document): string | null {
  const svg = poster(state, document);
  if (!svg) return null;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("style", "background:#fdfcf9");
  // A browser writes a nonbreaking space in HTML's way, which a picture that stands alone does not know.
  return onLightPaper(svg.outerHTML.replaceAll("&nbsp;", "\u00a0"));
}
