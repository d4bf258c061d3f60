import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {chart, tipWhen, topTickFormat} from "./chart.js";

/** One bar: where it stands, how high, the value written on it, and the words shown on touch. */
export interface Bar {
  x: number;
  y: number;
  label: string;
  title: string;
  /** Hollow with a dotted edge: a provisional value. */
  isProvisional?: boolean;
}

/** A break of series before the bar `x`: two words on a dashed rule, the reason on touch. */
export interface SeriesBreak {
  x: number;
  label: string;
  reason: string;
}

/** Options of {@link bars}. */
export interface BarsOptions {
  color: string;
  height: number;
  /** Unit of the top tick. */
  unit: string;
  /** Divides the values on the axis: 1e6 for millions. */
  divisor?: number;
  breaks?: readonly SeriesBreak[];
}

const lineHeight = 16;

/**
 * Vertical bars from zero, one per year, each with its value on top. Breaks of series are dashed rules between two
 * bars; no mark ever crosses one.
 */
export function bars(
  data: readonly Bar[],
  {color, height, unit, divisor = 1, breaks = []}: BarsOptions,
  context: ChartContext
): SVGSVGElement {
  const slot = (context.width - 60) / Math.max(1, data.length);
  const hasRoom = slot >= 30;
  const largest = Math.max(...data.map(({y}) => y / divisor), Number.MIN_VALUE);
  const values = data.map((bar) => ({...bar, height: bar.y / divisor}));
  return chart(
    {
      height: height + breaks.length * lineHeight,
      marginTop: 28 + breaks.length * lineHeight,
      marginLeft: unit ? 62 : 44,
      marginRight: 12,
      marginBottom: 28,
      x: {type: "band", tickFormat: String, label: null, tickSize: 0, padding: 0.28, domain: data.map(({x}) => x)},
      y: {label: null, domain: [0, largest * 1.1], ticks: 3, tickFormat: topTickFormat(unit), tickSize: 0},
      marks: [
        Plot.gridY({ticks: 3, stroke: colors.rule, strokeOpacity: 1}),
        Plot.barY(values, {
          x: "x",
          y: "height",
          fill: (bar: Bar) => (bar.isProvisional ? colors.paper : color),
          stroke: (bar: Bar) => (bar.isProvisional ? color : "none"),
          strokeWidth: 1.5,
          strokeDasharray: "3,3",
          title: "title",
          tip: tipWhen(context.isAlive)
        }),
        Plot.ruleY([0], {stroke: colors.label}),
        hasRoom
          ? Plot.text(values, {
              x: "x",
              y: "height",
              text: "label",
              dy: -9,
              fontSize: slot < 36 ? 12 : 13,
              fill: colors.ink,
              fontWeight: 600
            })
          : null,
        ...breakMarks(breaks, data, slot)
      ]
    },
    context
  );
}

function breakMarks(breaks: readonly SeriesBreak[], data: readonly Bar[], slot: number): Plot.Markish[] {
  return breaks.flatMap(({x, label, reason}, i) => {
    const at = data.findIndex((bar) => bar.x === x);
    if (at < 1) return [];
    const isLeftHalf = at <= data.length / 2;
    const top = -16 - (breaks.length - 1 - i) * lineHeight;
    return [
      Plot.ruleX([x], {
        dx: -slot / 2,
        insetTop: top + 2,
        stroke: colors.label,
        strokeDasharray: "2,3",
        title: () => reason
      }),
      Plot.text([label], {
        x: () => x,
        dx: -slot / 2 + (isLeftHalf ? 4 : -4),
        dy: top,
        frameAnchor: "top",
        textAnchor: isLeftHalf ? "start" : "end",
        fill: colors.label,
        fontStyle: "italic",
        title: () => reason
      })
    ];
  });
}
