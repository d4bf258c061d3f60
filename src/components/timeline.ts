import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {chart, shorten, tipWhen} from "./chart.js";

/** One bar of time, its name above it. */
export interface TimedBar {
  name: string;
  /** First day, `YYYY-MM-DD`; null when unknown: it then begins with the axis, or has no bar when `to` is null too. */
  from: string | null;
  /** Last day; null when it has no end: the bar then leaves the axis. */
  to: string | null;
  /** What stands in the place of a bar without any day. */
  without: string;
  title: string;
  color: string;
  /** `full`, `light` or `empty`: how sure it is that this took place. */
  fill: "full" | "light" | "empty";
}

const opacity = {full: 1, light: 0.45, empty: 0};

/**
 * Bars of time one below the other, in the order given.
 *
 * @param years First and last year of the axis, both whole.
 */
export function timeline(
  data: readonly TimedBar[],
  years: readonly [number, number],
  context: ChartContext
): SVGSVGElement {
  const [start, end] = [new Date(Date.UTC(years[0], 0, 1)), new Date(Date.UTC(years[1] + 1, 0, 1))];
  const rows = data.map((bar, i) => ({...bar, i, x1: dayOf(bar.from) ?? start, x2: dayOf(bar.to) ?? end}));
  const dated = rows.filter(({from, to}) => from !== null || to !== null);
  const ticks = Array.from({length: years[1] - years[0] + 1}, (_, i) => new Date(Date.UTC(years[0] + i, 0, 1)));
  const letters = Math.floor(context.width / 6.8);
  return chart(
    {
      height: 38 * rows.length + 34,
      marginTop: 26,
      marginBottom: 8,
      marginLeft: 2,
      marginRight: 4,
      x: {type: "utc", domain: [start, end], axis: null},
      y: {axis: null, type: "band", domain: rows.map(({i}) => i), paddingInner: 0, paddingOuter: 0},
      marks: [
        Plot.ruleX(ticks, {stroke: colors.rule}),
        Plot.text(ticks, {
          x: (day: Date) => day,
          text: (day: Date) => String(day.getUTCFullYear()),
          frameAnchor: "top",
          textAnchor: "start",
          dx: 3,
          dy: -18,
          fill: colors.label
        }),
        Plot.barX(dated, {
          x1: "x1",
          x2: "x2",
          y: "i",
          insetTop: 20,
          insetBottom: 6,
          fill: "color",
          fillOpacity: ({fill}: TimedBar) => opacity[fill],
          stroke: "color",
          strokeDasharray: "3,2",
          title: "title",
          tip: tipWhen(context.isAlive)
        }),
        Plot.text(rows, {
          x: () => start,
          y: "i",
          text: ({name}: TimedBar) => shorten(name, letters),
          textAnchor: "start",
          dx: 3,
          dy: -9,
          fill: colors.ink,
          stroke: colors.paper,
          strokeWidth: 3
        }),
        Plot.text(
          rows.filter((row) => !dated.includes(row)),
          {x: () => start, y: "i", text: "without", textAnchor: "start", dx: 3, dy: 8, fill: colors.label}
        )
      ]
    },
    context
  );
}

function dayOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
