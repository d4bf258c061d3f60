import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {chart, decimal, tipWhen} from "./chart.js";

/** A share with its interval: its name on the left, a dot, a line from low to high, its value on the right. */
export interface IntervalRow {
  name: string;
  /** A ratio; null when it may not be drawn: the row then keeps its place. */
  value: number | null;
  /** Bounds of the interval; null when there are too few cases for one. */
  interval: {low: number; high: number} | null;
  label: string;
  title: string;
}

/** Options of {@link intervals}. */
export interface IntervalsOptions {
  color: string;
  /** Largest ratio of the axis, in ]0, 1]: the same for charts that are read together. */
  largest: number;
  /** Published shares to read the dots against, each a named dashed line. */
  yardsticks?: readonly {value: number; label: string}[];
}

const rowHeight = 26;

/** Shares as dots on a common axis from zero, each with its interval. */
export function intervals(
  data: readonly IntervalRow[],
  {color, largest, yardsticks = []}: IntervalsOptions,
  context: ChartContext
): SVGSVGElement {
  const rows = data.map((row, i) => ({...row, i, value: row.value === null ? null : row.value * 100}));
  const drawn = rows.filter(({value}) => value !== null);
  const ranges = drawn.flatMap(({interval, ...row}) =>
    interval === null ? [] : [{...row, low: interval.low * 100, high: interval.high * 100}]
  );
  const names = Math.max(...data.map(({name}) => name.length), 4);
  const top = 4 + 16 * yardsticks.length;
  return chart(
    {
      height: rowHeight * rows.length + top + 26,
      marginTop: top,
      marginBottom: 24,
      marginLeft: Math.min(150, 12 + names * 7),
      marginRight: 58,
      x: {label: null, domain: [0, largest * 100], ticks: 4, tickFormat: percent, tickSize: 0},
      y: {axis: null, type: "band", domain: rows.map(({i}) => i), paddingInner: 0, paddingOuter: 0},
      marks: [
        Plot.gridX({ticks: 4, stroke: colors.rule, strokeOpacity: 1}),
        Plot.ruleX([0], {stroke: colors.label}),
        ...yardsticks.flatMap(({value, label}, n) => {
          const isRight = value > largest / 2;
          return [
            Plot.ruleX([value * 100], {stroke: colors.target, strokeDasharray: "3,3", insetTop: -16 * (n + 1) + 4}),
            Plot.text([label], {
              x: () => value * 100,
              frameAnchor: "top",
              textAnchor: isRight ? "end" : "start",
              dx: isRight ? -5 : 5,
              dy: -16 * (n + 1) + 2,
              fill: colors.target
            })
          ];
        }),
        Plot.ruleY(ranges, {y: "i", x1: "low", x2: "high", stroke: color, strokeWidth: 6, strokeOpacity: 0.35}),
        Plot.dot(drawn, {x: "value", y: "i", r: 5, fill: color, title: "title", tip: tipWhen(context.isAlive)}),
        Plot.text(rows, {y: "i", text: "name", frameAnchor: "left", textAnchor: "end", dx: -8, fill: colors.ink}),
        Plot.text(rows, {
          y: "i",
          text: "label",
          frameAnchor: "right",
          textAnchor: "start",
          dx: 8,
          fill: colors.ink,
          fontWeight: 600
        })
      ]
    },
    context
  );
}

function percent(value: number): string {
  return `${decimal(value)}\u00a0%`;
}
