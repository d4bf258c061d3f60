import type {ChartContext} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {picture, svgElement} from "./svg.js";

/** One bar cut in parts: its name above, its parts from the left in the order of the legend, a label at its end. */
export interface Pile {
  name: string;
  label: string;
  /** By key of the legend; a part that is absent or 0 is not drawn. */
  parts: Readonly<Record<string, number>>;
  /** Dotted edge: provisional. */
  isProvisional?: boolean;
}

/** A part in the legend. An `open` part has no colour, only a dashed edge: nobody knows what it is made of. */
export interface PilePart {
  key: string;
  name: string;
  color: string;
  /** What stands on the colour. */
  ink: string;
  isOpen?: boolean;
}

const rowHeight = 42;
const barHeight = 19;
const endWidth = 52;
const legendLine = 21;

/**
 * Horizontal bars from zero on one scale, each cut in parts, with the legend above. Numbers stand on the parts that have
 * room for them.
 *
 * @param format Writes a part's number.
 */
export function piles(
  data: readonly Pile[],
  parts: readonly PilePart[],
  format: (value: number) => string,
  {width, document}: ChartContext
): SVGSVGElement {
  const marks: Element[] = [];
  const top = legend(parts, width, document, marks);
  const sumOf = (pile: Pile) => parts.reduce((sum, {key}) => sum + (pile.parts[key] ?? 0), 0);
  const scale = (width - endWidth) / Math.max(1, ...data.map(sumOf));
  data.forEach((pile, i) => {
    const y = top + i * rowHeight;
    marks.push(svgElement(document, "text", {x: 0, y: y + 13, fill: colors.ink, "font-size": 13}, pile.name));
    let x = 0;
    for (const part of parts) {
      const value = pile.parts[part.key] ?? 0;
      if (value <= 0) continue;
      const w = value * scale;
      const box = svgElement(document, "rect", {
        x: tenth(x),
        y: y + 18,
        width: tenth(Math.max(0.5, w - 1)),
        height: barHeight,
        "data-mark": "part",
        ...look(part)
      });
      box.append(svgElement(document, "title", {}, `${pile.name}, ${part.name} : ${format(value)}`));
      marks.push(box);
      const words = format(value);
      if (w > words.length * 6.6 + 6)
        marks.push(
          svgElement(
            document,
            "text",
            {x: tenth(x + w / 2), y: y + 31.5, "text-anchor": "middle", fill: part.isOpen ? colors.ink : part.ink},
            words
          )
        );
      x += w;
    }
    const end = {x: tenth(x + 5), y: y + 32, fill: colors.ink, "font-weight": 600, "font-size": 13};
    marks.push(svgElement(document, "text", end, pile.label));
  });
  return picture(marks, {width, height: top + data.length * rowHeight}, document);
}

/** Draws the legend, wrapped to the width; returns its height. */
function legend(parts: readonly PilePart[], width: number, document: Document, marks: Element[]): number {
  let [x, y] = [0, 0];
  for (const part of parts) {
    const w = 17 + part.name.length * 6.3 + 14;
    if (x > 0 && x + w > width) [x, y] = [0, y + legendLine];
    marks.push(
      svgElement(document, "rect", {
        x: tenth(x + 0.5),
        y: y + 3.5,
        width: 11,
        height: 11,
        "data-mark": "key",
        ...look(part)
      }),
      svgElement(document, "text", {x: tenth(x + 17), y: y + 13, fill: colors.ink}, part.name)
    );
    x += w;
  }
  return y + legendLine + 8;
}

function look({color, isOpen}: PilePart): Record<string, string | number> {
  return isOpen ? {fill: "none", stroke: colors.label, "stroke-dasharray": "3,3"} : {fill: color};
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
