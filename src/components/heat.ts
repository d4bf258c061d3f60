import type {ChartContext} from "../lib/figure.js";
import {colors, steps} from "../lib/palette.js";
import {picture, svgElement as make} from "./svg.js";

/** One tile: a step from 1 to 6, 0 for nothing counted, `gap` for a hole, null where nothing was to be counted. */
export interface Tile {
  step: number | "gap" | null;
  /** Written in the tile. */
  label?: string;
}

/** Rows of tiles under one title. */
export interface TileGroup {
  title: string;
  rows: readonly {label: string; tiles: readonly Tile[]}[];
}

/** Options of {@link heat}. */
export interface HeatOptions {
  /** Written above the tiles of every group. */
  columns: readonly string[];
  /** Left of the tiles, for the rows' labels, in pixels. */
  labelWidth: number;
  rowHeight: number;
}

const titleHeight = 22;
const headHeight = 18;
const gapBetween = 14;

/**
 * Strips of tiles, darker where there is more; a hole is hatched. All tiles of one step are one path, so that a long
 * series stays light; the words stand in the table twin.
 */
export function heat(
  groups: readonly TileGroup[],
  {columns, labelWidth, rowHeight}: HeatOptions,
  {document, width}: ChartContext
): SVGSVGElement {
  const step = (width - labelWidth) / Math.max(1, columns.length);
  const paths = new Map<string, string[]>();
  const texts: Element[] = [];
  const write = (words: string, x: number, y: number, attributes: Record<string, string> = {}) =>
    texts.push(make(document, "text", {x: round(x), y: round(y), fill: colors.label, ...attributes}, words));
  let y = 0;
  for (const {title, rows} of groups) {
    if (title) {
      write(title, 0, y + 15, {fill: colors.ink, "font-weight": "600", "font-size": "14"});
      y += titleHeight;
    }
    columns.forEach((name, i) => write(name, labelWidth + (i + 0.5) * step, y + 12, {"text-anchor": "middle"}));
    y += headHeight;
    for (const {label, tiles} of rows) {
      if (label) write(label, 0, y + rowHeight / 2 + 4);
      tiles.forEach((tile, i) => {
        if (tile.step === null) return;
        const x = labelWidth + i * step;
        const key = String(tile.step);
        const shapes = paths.get(key) ?? [];
        shapes.push(tile.step === "gap" ? hatch(x, y, step - 2, rowHeight - 2) : box(x, y, step - 2, rowHeight - 2));
        paths.set(key, shapes);
        if (tile.label)
          write(tile.label, x + step / 2 - 1, y + rowHeight / 2 + 3.5, {
            "text-anchor": "middle",
            fill: steps[Number(tile.step) - 1]?.ink ?? colors.ink
          });
      });
      y += rowHeight;
    }
    y += gapBetween;
  }
  const height = Math.max(1, y - gapBetween);
  const shapes = Array.from(paths, ([key, d]) => make(document, "path", {d: d.join(""), ...lookOf(key)}));
  return picture([...shapes, ...texts], {width, height: Math.ceil(height)}, document);
}

function lookOf(key: string): Record<string, string> {
  if (key === "gap") return {fill: "none", stroke: colors.removed, "stroke-width": "1.5", "data-mark": "gap"};
  if (key === "0") return {fill: "none", stroke: colors.rule, "data-mark": "nothing"};
  return {fill: steps[Number(key) - 1]?.fill ?? colors.ink, "data-mark": `step-${key}`};
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

/** The edge of the tile and three rising lines in it. */
function hatch(x: number, y: number, width: number, height: number): string {
  const lines = [1, 2, 3].map((n) => {
    const start = (n * (width + height)) / 4;
    const [x1, y1] = start <= height ? [0, start] : [start - height, height];
    const [x2, y2] = start <= width ? [start, 0] : [width, start - width];
    return `M${round(x + x1)} ${round(y + y1)}L${round(x + x2)} ${round(y + y2)}`;
  });
  return box(x, y, width, height) + lines.join("");
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
