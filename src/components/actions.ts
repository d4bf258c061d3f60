import {button, element} from "./element.js";
import type {FigureState} from "./state.js";

/** What a reader can do with a figure: take its numbers, its picture, read its method, compute it again. */
export function actions<D>(
  {figure, key}: FigureState<D>,
  {document, root, isEmpty}: {document: Document; root: string; isEmpty: boolean}
): Element {
  const link = (words: string, href: string, attributes: Record<string, string> = {}) =>
    element(document, "li", {}, element(document, "a", {href, ...attributes}, words));
  const first = figure.indicators[0];
  const file = `${root}figures/${key}`;
  return element(
    document,
    "ul",
    {class: "figure-actions"},
    isEmpty ? null : link("Données (CSV)", `${file}.csv`, {download: ""}),
    isEmpty || !figure.chart ? null : link("Image (SVG)", `${file}.svg`, {download: "", class: "figure-picture"}),
    isEmpty || !figure.chart ? null : element(document, "li", {}, button(document, "Image (PNG)", {"data-act": "png"})),
    link("Méthode", first ? `${root}methode/${first.id}` : `${root}methode/`),
    first
      ? element(
          document,
          "li",
          {},
          button(document, "Recalculer", {class: "figure-recompute", "data-act": "recompute"})
        )
      : null
  );
}
