import {typeset} from "../lib/typeset.js";

/** A chart and the words written above it. */
export interface Panel {
  title: string;
  svg: Element;
}

/**
 * Joins charts into one picture: side by side when they fit the width, else one below the other.
 *
 * @param panels Charts with `width` and `height` attributes in pixels; at least one. An empty title takes no room.
 */
export function stack(panels: readonly Panel[], {width, document}: {width: number; document: Document}): SVGSVGElement {
  const ns = "http://www.w3.org/2000/svg";
  const outer = document.createElementNS(ns, "svg");
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  for (const {title, svg} of panels) {
    const [w, h] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
    const head = title ? 22 : 0;
    if (x > 0 && x + w > width + 1) [x, y, rowHeight] = [0, y + rowHeight + 12, 0];
    const words = document.createElementNS(ns, "text");
    for (const [name, value] of Object.entries({x: x + 2, y: y + 15, "font-size": 14, "font-weight": 600}))
      words.setAttribute(name, String(value));
    words.setAttribute("fill", "var(--ink)");
    words.textContent = typeset(title);
    svg.setAttribute("x", String(x));
    svg.setAttribute("y", String(y + head));
    outer.append(words, svg);
    x += w + 24;
    rowHeight = Math.max(rowHeight, h + head);
  }
  outer.setAttribute("width", String(width));
  outer.setAttribute("height", String(y + rowHeight));
  outer.setAttribute("viewBox", `0 0 ${width} ${y + rowHeight}`);
  outer.setAttribute("class", "chart");
  outer.setAttribute("font-family", "var(--sans-serif)");
  return outer;
}
