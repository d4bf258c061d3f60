import type {Figure, FigureTable} from "../lib/figure.js";
import {formatCount} from "../lib/format.js";
import {typeset} from "../lib/typeset.js";
import {describe} from "./chart.js";
import {element} from "./element.js";

/** Widths at which every chart is drawn: a phone's column and a page's. The column chooses by CSS. */
export const chartWidths = {narrow: 340, wide: 704} as const;

/** The chart at one width, with the words that replace it; null when the figure has none or nothing to draw. */
export function drawChart<D>(
  figure: Figure<D>,
  data: D,
  {document, width, isAlive = false}: {document: Document; width: number; isAlive?: boolean}
): Element | null {
  const svg = figure.chart?.(data, {document, width, isAlive}) ?? null;
  if (!svg) return null;
  describe(svg, {
    label: typeset(figure.title(data)),
    description: typeset(`${figure.subtitle(data)}. ${inWords(figure.table(data))}`)
  });
  return svg;
}

/** Both drawings of a chart. The one that the column does not show is hidden from everybody, screen readers included. */
export function charts<D>(figure: Figure<D>, data: D, options: {document: Document; isAlive: boolean}): Element {
  const box = element(options.document, "div", {class: "figure-chart"});
  for (const [name, width] of Object.entries(chartWidths)) {
    const svg = drawChart(figure, data, {...options, width});
    if (!svg)
      return element(options.document, "p", {class: "figure-empty"}, typeset(figure.empty ?? "Rien à dessiner."));
    svg.classList.add(`chart-${name}`);
    box.append(svg);
  }
  return box;
}

/** A table read aloud, at most twelve rows: `2018 : 3 035 ; 2019 : 3 641`. */
function inWords({columns, rows}: FigureTable): string {
  const [name, value] = columns;
  if (!name || !value) return "";
  const told = rows
    .slice(0, 12)
    .map((row) => `${cellInWords(name, row[name.key])} : ${cellInWords(value, row[value.key])}`);
  return told.join(" ; ") + (rows.length > 12 ? " ; et la suite dans le tableau" : "");
}

function cellInWords(column: FigureTable["columns"][number], cell: unknown): string {
  if (cell === null || cell === undefined) return "non publié";
  if (column.format) return column.format(cell as never);
  return typeof cell === "number" ? formatCount(cell) : String(cell);
}
