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
  /** An earlier value of the same thing, drawn as a line across the bar; none when null or equal. */
  earlier?: number | null;
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

/** A bar in its place: `run` counts the breaks before it. */
interface PlacedBar extends Bar {
  height: number;
  run: number;
}

/**
 * Vertical bars from zero, one per year, each with its value on top. A break of series is a gap between two bars, with a
 * dashed rule in it; no mark ever crosses one.
 */
export function bars(
  data: readonly Bar[],
  {color, height, unit, divisor = 1, breaks = []}: BarsOptions,
  context: ChartContext
): SVGSVGElement {
  const starts = data.map(({x}) => breaks.some((one) => one.x === x));
  starts[0] = false;
  const gapCount = starts.filter(Boolean).length;
  const gap = context.width > 500 ? 20 : 8;
  const slot = (context.width - 60 - gapCount * gap) / Math.max(1, data.length);
  const hasRoom = slot >= 26;
  const largest = Math.max(...data.map(({y}) => y / divisor), Number.MIN_VALUE);
  let run = 0;
  const values = data.map((bar, at): PlacedBar => {
    if (starts[at]) run++;
    return {...bar, height: bar.y / divisor, run};
  });
  const runs = Array.from({length: gapCount + 1}, (_, n) => values.filter((bar) => bar.run === n));
  return chart(
    {
      height: height + breaks.length * lineHeight,
      marginTop: 28 + breaks.length * lineHeight,
      marginLeft: unit ? 62 : 44,
      marginRight: 12 + gapCount * gap,
      marginBottom: 28,
      x: {type: "band", axis: null, padding: 0.28, domain: data.map(({x}) => x)},
      y: {label: null, domain: [0, largest * 1.1], ticks: 3, tickFormat: topTickFormat(unit), tickSize: 0},
      marks: [
        Plot.gridY({ticks: 3, stroke: colors.rule, strokeOpacity: 1, insetRight: -gapCount * gap}),
        ...runs.flatMap((bars, n) =>
          runMarks(bars, n * gap, {color, slot, divisor, hasRoom, isAlive: context.isAlive})
        ),
        Plot.ruleY([0], {stroke: colors.label, insetRight: -gapCount * gap}),
        ...breakMarks(breaks, data, slot, (at) => (values[at]?.run ?? 0) * gap - gap / 2)
      ]
    },
    context
  );
}

/** The bars of one run, `dx` pixels to the right of where the scale puts them. */
function runMarks(
  bars: readonly PlacedBar[],
  dx: number,
  {
    color,
    slot,
    divisor,
    hasRoom,
    isAlive
  }: {color: string; slot: number; divisor: number; hasRoom: boolean; isAlive: boolean}
): Plot.Markish[] {
  const earlier = bars.filter((bar) => bar.earlier !== null && bar.earlier !== undefined && bar.earlier !== bar.y);
  return [
    Plot.barY(bars, {
      x: "x",
      y: "height",
      dx,
      fill: (bar: Bar) => (bar.isProvisional ? colors.paper : color),
      stroke: (bar: Bar) => (bar.isProvisional ? color : "none"),
      strokeWidth: 1.5,
      strokeDasharray: "3,3",
      title: "title",
      tip: tipWhen(isAlive)
    }),
    earlier.length > 0
      ? Plot.tickY(earlier, {
          x: "x",
          y: (bar: PlacedBar) => (bar.earlier ?? 0) / divisor,
          dx,
          stroke: (bar: PlacedBar) => ((bar.earlier ?? 0) < bar.y ? colors.paper : colors.ink),
          strokeWidth: 1.5
        })
      : null,
    hasRoom
      ? Plot.text(bars, {
          x: "x",
          y: "height",
          text: "label",
          dx,
          dy: -9,
          fontSize: slot < 36 ? 12 : 13,
          fill: colors.ink,
          fontWeight: 600
        })
      : null,
    Plot.text(bars, {
      x: "x",
      text: ({x}: Bar) => String(x),
      frameAnchor: "bottom",
      dx,
      dy: 17,
      fontSize: slot < 30 ? 12 : 13,
      fill: colors.ink
    })
  ];
}

function breakMarks(
  breaks: readonly SeriesBreak[],
  data: readonly Bar[],
  slot: number,
  shiftOf: (at: number) => number
): Plot.Markish[] {
  return breaks.flatMap(({x, label, reason}, i) => {
    const at = data.findIndex((bar) => bar.x === x);
    if (at < 1) return [];
    const dx = shiftOf(at) - slot / 2;
    const isLeftHalf = at <= data.length / 2;
    const top = -16 - (breaks.length - 1 - i) * lineHeight;
    return [
      Plot.ruleX([x], {
        dx,
        insetTop: top + 2,
        stroke: colors.label,
        strokeDasharray: "2,3",
        title: () => reason
      }),
      Plot.text([label], {
        x: () => x,
        dx: dx + (isLeftHalf ? 4 : -4),
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
