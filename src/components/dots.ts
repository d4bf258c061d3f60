import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {picture, svgElement} from "./svg.js";

/** One line of a dot plot: its words above, its dots on a thin rule, a label at the right end. */
export interface DotRow {
  name: string;
  label: string;
  dots: readonly {x: number; title: string; isHollow?: boolean}[];
  /** A dashed rule above the row: it does not compare with the one before. */
  isBroken?: boolean;
}

const rowHeight = 40;
const endWidth = 108;

/**
 * Dots on one scale, one row each, never joined from row to row. A hollow dot is an earlier value;
 * dashed where no later one is known.
 *
 * @param options `domain`: the values at both ends of the rules; `ticks`: values written below.
 */
export function dots(
  rows: readonly DotRow[],
  {
    domain: [from, to],
    ticks,
    format,
    color
  }: {domain: readonly [number, number]; ticks: readonly number[]; format: (value: number) => string; color: string},
  {width, document}: ChartContext
): SVGSVGElement {
  const marks: Element[] = [];
  const left = 8;
  const length = width - left - endWidth;
  const at = (value: number) => Math.round((left + ((value - from) / (to - from || 1)) * length) * 10) / 10;
  const bottom = rows.length * rowHeight + 6;
  for (const tick of ticks) {
    marks.push(svgElement(document, "line", {x1: at(tick), x2: at(tick), y1: 0, y2: bottom, stroke: colors.rule}));
    marks.push(
      svgElement(
        document,
        "text",
        {
          x: at(tick),
          y: bottom + 15,
          "text-anchor": tick === from ? "start" : tick === to ? "end" : "middle",
          fill: colors.label
        },
        format(tick)
      )
    );
  }
  rows.forEach(({name, label, dots: own, isBroken}, i) => {
    const y = i * rowHeight;
    const middle = y + 27;
    if (isBroken)
      marks.push(
        svgElement(document, "line", {
          x1: 0,
          x2: width,
          y1: y + 0.5,
          y2: y + 0.5,
          stroke: colors.label,
          "stroke-dasharray": "2,3",
          "data-mark": "break"
        })
      );
    marks.push(
      svgElement(document, "line", {x1: left, x2: left + length, y1: middle, y2: middle, stroke: colors.rule}),
      svgElement(document, "text", {x: 0, y: y + 15, fill: colors.ink, "font-size": 13}, name),
      svgElement(
        document,
        "text",
        {x: left + length + 12, y: middle + 4.5, fill: colors.ink, "font-size": 13, "font-weight": 600},
        label
      )
    );
    for (const {x, title, isHollow} of own) {
      const dot = svgElement(document, "circle", {
        cx: at(x),
        cy: middle,
        r: isHollow ? 6.5 : 4.5,
        fill: isHollow ? "none" : color,
        stroke: color,
        "stroke-width": 1.5,
        "data-mark": "dot",
        ...(isHollow && own.every((one) => one.isHollow) ? {"stroke-dasharray": "2.5,2"} : {})
      });
      dot.append(svgElement(document, "title", {}, title));
      marks.push(dot);
    }
  });
  return picture(marks, {width, height: bottom + (ticks.length > 0 ? 22 : 4)}, document);
}
