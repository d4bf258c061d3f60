import figures from "../figures/index.js";
import type {Figure} from "../lib/figure.js";
import {chartWidths, drawChart} from "./drawing.js";
import type {FigureNumbers} from "./figure.js";

/**
 * Draws the charts of a figure again, with tooltips; the numbers are those that the page carries.
 *
 * @param box The `figure-chart` that holds both drawings.
 */
export function enliven(box: HTMLElement, numbers: FigureNumbers): void {
  const figure = figureOf(numbers.figure);
  for (const [name, width] of Object.entries(chartWidths)) {
    const old = box.querySelector(`.chart-${name}`);
    const svg = old && drawChart(figure, numbers.data, {document, width, isAlive: true});
    if (!svg) continue;
    svg.classList.add(`chart-${name}`);
    old.replaceWith(svg);
  }
}

/**
 * The figure of an id.
 *
 * @throws {Error} When no figure has it.
 */
export function figureOf(id: string): Figure<unknown> {
  const figure = figures.find((candidate) => candidate.id === id);
  if (!figure)
    throw new Error(`figure : attendu un identifiant de src/figures/index.ts, trouvé « ${id} ». Corrigez data-figure.`);
  return figure;
}
