import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {formatRatio} from "../lib/format.js";
import type {LorenzPoint} from "../lib/metrics/concentration.js";
import {colors} from "../lib/palette.js";
import {chart, tipWhen} from "./chart.js";

/** A named point of the curve, with the words written beside it. */
export interface LorenzMark extends LorenzPoint {
  label: string;
}

/** Names of the two axes, from left and from below. */
export interface LorenzAxes {
  x: string;
  y: string;
}

/**
 * A Lorenz curve under the line of equal shares: from the left, the smallest; from below, what they have together.
 *
 * @param points From (0, 0) to (1, 1).
 * @param marks Points told in words; each is written to the left of the curve, where there is room.
 */
export function lorenz(
  points: readonly LorenzPoint[],
  marks: readonly LorenzMark[],
  {x, y}: LorenzAxes,
  context: ChartContext
): SVGSVGElement {
  const size = Math.min(420, context.width);
  const percent = (ratio: number) => formatRatio(ratio).replace(/,0/, "");
  return chart(
    {
      height: size - 20,
      marginLeft: 52,
      marginRight: 14 + context.width - size,
      marginTop: 28,
      marginBottom: 44,
      x: {domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: percent, label: null, tickSize: 0},
      y: {domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: percent, label: null, tickSize: 0},
      marks: [
        Plot.gridY([0.25, 0.5, 0.75, 1], {stroke: colors.rule, strokeOpacity: 1}),
        Plot.ruleY([0], {stroke: colors.label}),
        Plot.line(
          [
            [0, 0],
            [1, 1]
          ],
          {stroke: colors.label, strokeDasharray: "4,4"}
        ),
        Plot.areaY(points, {x: "supplierShare", y: "amountShare", fill: colors.supplier, fillOpacity: 0.15}),
        Plot.line(points, {x: "supplierShare", y: "amountShare", stroke: colors.supplier, strokeWidth: 2.5}),
        Plot.dot(marks, {
          x: "supplierShare",
          y: "amountShare",
          fill: colors.supplier,
          r: 4.5,
          title: "label",
          tip: tipWhen(context.isAlive)
        }),
        Plot.text(marks, {
          x: "supplierShare",
          y: "amountShare",
          text: "label",
          textAnchor: "end",
          dx: -10,
          dy: -10,
          fill: colors.ink,
          stroke: colors.paper,
          strokeWidth: 5,
          fontWeight: 600
        }),
        Plot.text(["Parts égales"], {
          x: () => 0.3,
          y: () => 0.3,
          dx: -8,
          dy: -8,
          textAnchor: "end",
          fill: colors.label
        }),
        Plot.text([y], {frameAnchor: "top-left", dx: -48, dy: -22, textAnchor: "start", fill: colors.label}),
        Plot.text([x], {frameAnchor: "bottom-right", dy: 34, textAnchor: "end", fill: colors.label})
      ]
    },
    context
  );
}
