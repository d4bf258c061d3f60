import * as Plot from "npm:@observablehq/plot";
import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {chart, tipWhen} from "./chart.js";

/** A part of a whole; what is written on it, in `ink`, stands only where it fits. */
interface SharePart {
  share: number;
  color: string;
  label?: string;
  ink?: string;
}

/** A whole cut in parts: its name above, its parts from the left, each a ratio, the rest left empty. */
export interface SharedBar {
  name: string;
  parts: readonly SharePart[];
  label: string;
  title: string;
}

/** Horizontal bars of one length, each a whole; the name above each, a value at its end. */
export function shares(data: readonly SharedBar[], context: ChartContext): SVGSVGElement {
  const pieces = data.flatMap(({parts, title}, i) => {
    let from = 0;
    return parts.map(({share, color, label = "", ink = colors.ink}) => ({
      i,
      title,
      color,
      ink,
      text: share * (context.width - 66) > 7 * label.length + 6 ? label : "",
      from,
      to: (from += share)
    }));
  });
  const written = pieces.filter(({text}) => text !== "");
  const rows = data.map((bar, i) => ({...bar, i}));
  const band = {y: "i", insetTop: 20, insetBottom: 5};
  return chart(
    {
      height: 37 * rows.length + 6,
      marginTop: 2,
      marginBottom: 4,
      marginLeft: 2,
      marginRight: 64,
      x: {axis: null, domain: [0, 1]},
      y: {axis: null, type: "band", domain: rows.map(({i}) => i), paddingInner: 0, paddingOuter: 0},
      marks: [
        Plot.barX(rows, {...band, x1: () => 0, x2: () => 1, fill: colors.rule}),
        Plot.barX(pieces, {
          ...band,
          x1: "from",
          x2: "to",
          fill: "color",
          title: "title",
          tip: tipWhen(context.isAlive)
        }),
        Plot.text(written, {
          x: ({from, to}: {from: number; to: number}) => (from + to) / 2,
          y: "i",
          text: "text",
          dy: 8,
          fontSize: 12,
          fill: "ink"
        }),
        Plot.text(rows, {x: () => 0, y: "i", text: "name", textAnchor: "start", dy: -10, fill: colors.ink}),
        Plot.text(rows, {
          x: () => 1,
          y: "i",
          text: "label",
          textAnchor: "start",
          dx: 6,
          dy: 8,
          fill: colors.ink,
          fontWeight: 600
        })
      ]
    },
    context
  );
}
