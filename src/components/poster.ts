import {declaredMark} from "../lib/corrections.js";
import {typeset} from "../lib/typeset.js";
import {chartWidths, drawChart} from "./drawing.js";
import {sourceInWords} from "./notes.js";
import {licencesOf} from "./provenance.js";
import type {FigureState} from "./state.js";

const margin = 24;
const svgNamespace = "http://www.w3.org/2000/svg";

interface Style {
  size: number;
  color: string;
  weight?: number;
}

/**
 * A figure as one picture that stands alone: title and subtitle above its chart, source and licence below.
 *
 * @returns An SVG whose colours are the page's custom properties; null when the figure has nothing to draw.
 */
export function poster<D>(state: FigureState<D>, document: Document): Element | null {
  const {figure, data, key, isDeclared} = state;
  const chart = drawChart(figure, data, {document, width: chartWidths.wide});
  if (!chart) return null;
  const page = new Column(document);
  if (isDeclared) page.write(declaredMark, {size: 15, color: "var(--cat-2-text)", weight: 600});
  page.write(figure.title(data), {size: 22, color: "var(--ink)", weight: 600});
  page.write(figure.subtitle(data), {size: 16, color: "var(--ink-2)"});
  page.skip(16);
  page.place(chart);
  page.skip(20);
  const small = {size: 13, color: "var(--ink-2)"};
  const licences = licencesOf(state);
  page.write(`Source : ${sourceInWords(state)}`, small);
  if (licences.length > 0) page.write(`Licence des données : ${licences.join(" ; ")}`, small);
  const versions = figure.indicators.map(({id, version}) => `, ${id} version ${version}`).join("");
  page.write(`Carnets de l’Agora, figure ${key}${versions}`, small);
  const svg = page.finish();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", chart.getAttribute("aria-label") ?? "");
  for (const name of ["role", "aria-label"]) chart.removeAttribute(name);
  return svg;
}

/** Words and a chart, one below the other. */
class Column {
  readonly #svg: Element;
  #y = margin;

  constructor(readonly document: Document) {
    this.#svg = document.createElementNS(svgNamespace, "svg");
  }

  write(words: string, {size, color, weight = 400}: Style): void {
    for (const line of wrap(typeset(words), Math.floor(chartWidths.wide / (size * (weight < 600 ? 0.46 : 0.52))))) {
      const text = this.document.createElementNS(svgNamespace, "text");
      const at = {x: margin, y: this.#y + size, "font-size": size, "font-weight": weight, fill: color};
      for (const [name, value] of Object.entries(at)) text.setAttribute(name, String(value));
      text.textContent = line;
      this.#svg.append(text);
      this.#y += Math.round(size * 1.35);
    }
  }

  place(chart: Element): void {
    chart.setAttribute("x", String(margin));
    chart.setAttribute("y", String(this.#y));
    this.#svg.append(chart);
    this.#y += Number(chart.getAttribute("height"));
  }

  skip(height: number): void {
    this.#y += height;
  }

  finish(): Element {
    const [width, height] = [chartWidths.wide + 2 * margin, this.#y + margin];
    const attributes = {width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "var(--sans-serif)"};
    for (const [name, value] of Object.entries(attributes)) this.#svg.setAttribute(name, String(value));
    return this.#svg;
  }
}

/**
 * Cuts words into lines of at most `letters` letters: without a screen nothing can be measured, so the count is that of
 * letters of a mean width. A word that is longer keeps its line.
 */
function wrap(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
