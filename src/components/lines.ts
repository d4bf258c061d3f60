import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {chart, tipWhen, topTickFormat} from "./chart.js";

/** One observation of a series; points of the same `segment` are joined, others never. */
export interface Point {
  x: number;
  y: number;
  label: string;
  title: string;
  segment: string;
}

/** A published target: a named mark, never joined to an observation. */
interface TargetMark {
  x: number;
  y: number;
  label: string;
}

/** Options of {@link lines}. */
export interface LinesOptions {
  color: string;
  height: number;
  unit: string;
  targets?: readonly TargetMark[];
  /** Years set apart by a band behind the points, with its name on top; none when absent. */
  band?: {from: number; to: number; label: string} | null;
  /** Years written on the axis. */
  ticks: readonly number[];
}

/** Points joined by straight lines within a segment, from zero, each with its value; targets as hollow diamonds. */
export function lines(
  data: readonly Point[],
  {color, height, unit, targets = [], band = null, ticks}: LinesOptions,
  context: ChartContext
): SVGSVGElement {
  const last = data.length - 1;
  const joined = data.filter(({segment}, i) => data.some((other, j) => j !== i && other.segment === segment));
  const years = [...data, ...targets].map(({x}) => x);
  const largest = Math.max(...[...data, ...targets].map(({y}) => y));
  const middle = (Math.min(...years) + Math.max(...years)) / 2;
  const bands = band === null ? [] : [band];
  const marks: Plot.Markish[] = [
    Plot.rectX(bands, {x1: "from", x2: "to", fill: colors.rule, fillOpacity: 0.6}),
    Plot.text(bands, {
      x: ({from, to}: {from: number; to: number}) => (from + to) / 2,
      text: "label",
      frameAnchor: "top",
      dy: -14,
      fill: colors.label,
      fontStyle: "italic"
    }),
    Plot.gridY({ticks: 4, stroke: colors.rule, strokeOpacity: 1}),
    Plot.ruleY([0], {stroke: colors.label}),
    joined.length > 0 ? Plot.line(joined, {x: "x", y: "y", z: "segment", stroke: color, strokeWidth: 2.5}) : null,
    Plot.dot(data, {x: "x", y: "y", fill: color, r: 4.5, title: "title", tip: tipWhen(context.isAlive)}),
    Plot.text(
      data.filter((_, i) => i !== last || i === 0),
      {x: "x", y: "y", text: "label", dy: -14, dx: 4, fill: colors.ink, fontWeight: 600}
    ),
    Plot.text(
      data.filter((_, i) => i === last && i > 0),
      {x: "x", y: "y", text: "label", dx: 9, dy: 4, textAnchor: "start", fill: colors.ink, fontWeight: 600}
    ),
    Plot.dot(targets, {
      x: "x",
      y: "y",
      symbol: "diamond",
      r: 6,
      stroke: colors.target,
      strokeWidth: 2,
      fill: colors.paper,
      title: "label"
    }),
    ...targets.map((target) => {
      const isRight = target.x > middle + 10;
      return Plot.text([target], {
        x: "x",
        y: "y",
        text: "label",
        dx: isRight ? -10 : 11,
        dy: isRight ? -9 : 0,
        textAnchor: isRight ? "end" : "start",
        fill: colors.target
      });
    })
  ];
  return chart(
    {
      height,
      marginTop: 26,
      marginLeft: 48,
      marginRight: 20,
      marginBottom: 28,
      x: {
        type: "linear",
        label: null,
        domain: [Math.min(...years) - 1, Math.max(...years) + 1],
        ticks: [...ticks],
        tickFormat: String,
        tickSize: 4
      },
      y: {
        label: null,
        domain: [0, largest * 1.08],
        ticks: 4,
        tickFormat: topTickFormat(unit),
        tickSize: 0
      },
      marks
    },
    context
  );
}
