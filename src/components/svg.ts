import {typeset} from "../lib/typeset.js";

const ns = "http://www.w3.org/2000/svg";

/** An SVG element in any document; `words`, typeset, are what it says. */
export function svgElement(
  document: Document,
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  words?: string
): Element {
  const made = document.createElementNS(ns, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (words !== undefined) made.textContent = typeset(words);
  return made;
}

/** A chart drawn by hand: its marks in a picture of the house's look; `width` and `height` in CSS pixels. */
export function picture(
  marks: readonly Element[],
  {width, height}: {width: number; height: number},
  document: Document
): SVGSVGElement {
  const svg = svgElement(document, "svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    class: "chart",
    "font-family": "var(--sans-serif)",
    "font-size": 12
  });
  svg.append(...marks);
  return svg as SVGSVGElement;
}
