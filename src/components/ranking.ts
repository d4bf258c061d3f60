import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {chart, shorten, tipWhen} from "./chart.js";

/** One horizontal bar: its name above it, its value at the end. `from` is where it starts; 0 when absent. */
export interface RankedBar {
  name: string;
  from?: number;
  to: number;
  label: string;
  title: string;
  color: string;
}

/**
 * Horizontal bars from zero in the order given, the name written above each bar so that long names fit a phone. With
 * `from`, a waterfall: each step hangs where the one before ended.
 */
export function ranking(data: readonly RankedBar[], context: ChartContext): SVGSVGElement {
  const rows = data.map((bar, i) => ({...bar, i, from: bar.from ?? 0}));
  const letters = Math.floor(context.width / 6.6);
  const ends = rows.map(({from, to}) => Math.max(from, to));
  return chart(
    {
      height: 44 * rows.length + 10,
      marginTop: 4,
      marginBottom: 6,
      marginLeft: 2,
      marginRight: 86,
      x: {axis: null, zero: true, domain: [0, Math.max(1, ...ends)]},
      y: {axis: null, type: "band", domain: rows.map(({i}) => i), paddingInner: 0, paddingOuter: 0},
      marks: [
        Plot.barX(rows, {
          x1: "from",
          x2: "to",
          y: "i",
          insetTop: 22,
          insetBottom: 4,
          fill: "color",
          title: "title",
          tip: tipWhen(context.isAlive)
        }),
        Plot.text(rows, {
          x: 0,
          y: "i",
          text: ({name}: RankedBar) => shorten(name, letters),
          textAnchor: "start",
          dy: -11,
          fill: colors.ink
        }),
        Plot.text(rows, {
          x: ({from, to}: {from: number; to: number}) => Math.max(from, to),
          y: "i",
          text: "label",
          textAnchor: "start",
          dx: 6,
          dy: 9,
          fill: colors.ink,
          fontWeight: 600
        })
      ]
    },
    context
  );
}
