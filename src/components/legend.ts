import {typeset} from "../lib/typeset.js";

/** A colour and what it stands for. */
export interface LegendItem {
  name: string;
  color: string;
}

const letter = 6.8;
const lineHeight = 20;

/** What the colours of a chart stand for, on as many lines as the width asks for; an SVG to be joined with `stack`. */
export function legend(
  items: readonly LegendItem[],
  {width, document}: {width: number; document: Document}
): SVGElement {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  let [x, y] = [0, 0];
  for (const {name, color} of items) {
    const words = typeset(name);
    const room = 18 + words.length * letter;
    if (x > 0 && x + room > width) [x, y] = [0, y + lineHeight];
    const square = document.createElementNS(ns, "rect");
    const text = document.createElementNS(ns, "text");
    const set = (element: Element, values: Record<string, string | number>) => {
      for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
    };
    set(square, {x, y: y + 4, width: 12, height: 12, fill: color});
    set(text, {x: x + 17, y: y + 14, "font-size": 13, fill: "var(--ink)"});
    text.textContent = words;
    svg.append(square, text);
    x += room + 14;
  }
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(y + lineHeight));
  return svg;
}
