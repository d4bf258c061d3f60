import * as Plot from "npm:@observablehq/plot";
import {chartStyle, settle} from "../chart.js";

/** Observable Plot, whose `plot` draws in the look of the house. */
export type HousePlot = typeof Plot;

/**
 * Plot with the house's letters and French numbers on its axes; everything else is Plot's own.
 *
 * @param document Where the drawing is made; `width` is 704 unless a chart asks for another.
 */
export function housePlot(document: Document): HousePlot {
  const plot = (options: Plot.PlotOptions = {}) => {
    const {ariaLabel, ...others} = options;
    const drawing = Plot.plot({
      document,
      width: 704,
      className: "chart",
      style: chartStyle,
      ...others
    } as Plot.PlotOptions) as Element;
    settle(drawing);
    for (const axis of drawing.querySelectorAll("g[data-mark$='tick label']")) frenchTicks(axis);
    for (const svg of drawing.tagName.toLowerCase() === "svg" ? [drawing] : drawing.querySelectorAll("svg.chart")) {
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", ariaLabel ?? "Graphique, dont les nombres sont dans la cellule");
    }
    return drawing as ReturnType<typeof Plot.plot>;
  };
  return {...Plot, plot};
}

const englishNumber = /^[-\u2212]?\d{1,3}(,\d{3})*(\.\d+)?$/;

/** Turns "2,018" and "1,200.5" of an axis into "2018" when all are years, else into "1 200,5". */
function frenchTicks(axis: Element): void {
  const ticks = [...axis.querySelectorAll("text")].filter((tick) => tick.childElementCount === 0);
  const texts = ticks.map((tick) => tick.textContent ?? "");
  if (!texts.every((text) => englishNumber.test(text))) return;
  const areYears = texts.every((text) => /^(1,9|2,0)\d\d$/.test(text));
  ticks.forEach((tick, i) => {
    const [whole = "", part] = (texts[i] ?? "").split(".");
    tick.textContent = whole.replaceAll(",", areYears ? "" : "\u202f") + (part ? `,${part}` : "");
  });
}
