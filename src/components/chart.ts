import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {typeset} from "../lib/typeset.js";

/** Letters and ground of every chart, from the page's own properties. */
export const chartStyle = {
  fontSize: "13px",
  fontFamily: "var(--sans-serif)",
  color: "var(--ink)",
  background: "none"
} as const;

/**
 * Draws a Plot chart in the look of the house and makes it one picture for a screen reader: the marks' own labels
 * become `data-mark`, since a `<g>` may not carry a label.
 *
 * @returns An SVG of `context.width` pixels; its words are set by the frame with {@link describe}.
 */
export function chart(options: Plot.PlotOptions, context: ChartContext): SVGSVGElement {
  const svg = Plot.plot({
    width: context.width,
    className: "chart",
    document: context.document,
    style: chartStyle,
    ...options
  } as Plot.PlotOptions);
  if (svg.tagName.toLowerCase() !== "svg")
    throw new Error(
      "chart: expected a bare SVG, got a figure. Leave title, subtitle, caption and legend to the frame."
    );
  settle(svg);
  return svg as unknown as SVGSVGElement;
}

/** Makes a drawing of Plot one picture: marks keep their names as `data-mark`, words get their French spaces. */
export function settle(drawing: Element): void {
  for (const group of drawing.querySelectorAll("g[aria-label]")) {
    group.setAttribute("data-mark", group.getAttribute("aria-label") ?? "");
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
  for (const words of drawing.querySelectorAll("text, title"))
    if (words.childElementCount === 0 && words.textContent) words.textContent = typeset(words.textContent);
}

/**
 * The `tip` of a mark that answers a reader's touch: flat, and silent for screen readers, whose words are the chart's.
 * A still chart has none: its marks keep the browser's own tooltip.
 */
export function tipWhen(isAlive: boolean): Plot.TipOptions | undefined {
  return isAlive ? {pathFilter: "none", lineWidth: 30, ariaHidden: "true"} : undefined;
}

/** Gives a chart the words that replace it for a reader who cannot see it. */
export function describe(svg: Element, {label, description}: {label: string; description: string}): void {
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${label}. ${description}`);
  const desc = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "desc");
  desc.textContent = description;
  svg.prepend(desc);
}

/** Scale of an axis of euros: a divisor and the unit that stands on the top tick. */
export function euroScale(largest: number): {divisor: number; unit: string} {
  if (largest >= 1e9) return {divisor: 1e9, unit: "Md\u00a0€"};
  if (largest >= 1e6) return {divisor: 1e6, unit: "M\u00a0€"};
  if (largest >= 1e3) return {divisor: 1e3, unit: "k€"};
  return {divisor: 1, unit: "€"};
}

/**
 * A Plot tick format: short French decimals, the unit on the top tick only.
 *
 * @param unit Written after the largest tick; nothing when empty.
 */
export function topTickFormat(unit: string): (value: number, index: number, ticks?: readonly number[]) => string {
  return (value, index, ticks = []) => {
    const text = decimal(value);
    return unit && index === ticks.length - 1 ? `${text}\u00a0${unit}` : text;
  };
}

/** A short French decimal for labels and ticks: two decimals at most, three below 0,1; no trailing zero. */
export function decimal(value: number): string {
  const precision = Math.abs(value) < 0.1 ? 1000 : 100;
  const [whole = "0", part] = String(Math.round(Math.abs(value) * precision) / precision).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return `${value < 0 ? "\u2212" : ""}${grouped}${part ? `,${part}` : ""}`;
}

/** A text cut to a number of letters, with an ellipsis in the place of what is cut. */
export function shorten(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
