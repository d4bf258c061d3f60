import type {ChartContext} from "../lib/figure.js";
import {picture, svgElement} from "./svg.js";

/**
 * One still point for each of `count` people, in rows, without any place: all points are one path, each a stroke of no
 * length with a round end.
 *
 * @param count Whole, at least 1.
 */
export function points(count: number, color: string, {width, document}: ChartContext): SVGSVGElement {
  const step = width > 500 ? 8 : 6;
  const perRow = Math.floor(width / step);
  const rows = Math.ceil(count / perRow);
  const line = (n: number) => `h0${`m${step} 0h0`.repeat(n - 1)}`;
  const d = Array.from({length: rows}, (_, i) => {
    const n = i < rows - 1 ? perRow : count - perRow * (rows - 1);
    return `M${step / 2} ${step / 2 + i * step}${line(n)}`;
  }).join("");
  const path = svgElement(document, "path", {
    d,
    stroke: color,
    "stroke-width": step * 0.55,
    "stroke-linecap": "round",
    fill: "none",
    "data-mark": "people"
  });
  return picture([path], {width, height: rows * step}, document);
}
