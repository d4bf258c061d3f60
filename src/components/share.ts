import {bibtex, citationText, type Cited} from "../lib/citation.js";
import {typeset} from "../lib/typeset.js";
import {chartWidths, drawChart} from "./drawing.js";
import {button, element} from "./element.js";
import {sourceInWords} from "./notes.js";
import type {FigureState} from "./state.js";

/** Stands where an address will: a built page does not know at which address it is published. */
const slot = "\u0000";

/**
 * *Citer, partager, intégrer*: a ready citation as text and as BibTeX, a link to the figure, and the code that shows it in
 * another page. Addresses are relative until the page wakes and writes its own.
 */
export function share<D>(
  state: FigureState<D>,
  {document, root, isEmpty}: {document: Document; root: string; isEmpty: boolean}
): Element {
  const {figure, data, key} = state;
  const cited: Cited = {
    title: typeset(figure.title(data)),
    key,
    indicators: figure.indicators,
    source: sourceInWords(state),
    readOn: state.report.generated_at,
    address: slot
  };
  const here = `${state.isDeclared ? "?corrections=sans" : ""}#${state.anchor}`;
  const anchor = () => element(document, "span", {"data-address": here}, here);
  const frame = () => element(document, "span", {"data-address": `${root}figures/${key}.html`}, `figures/${key}.html`);
  const copied = (name: string, tag: string, words: string, address: () => Element) =>
    element(
      document,
      "div",
      {class: "share-part"},
      element(document, "p", {class: "proof-name"}, typeset(name)),
      element(document, tag, {class: "share-text", tabindex: "0"}, ...around(words, address)),
      button(document, "Copier", {"data-act": "copy", "aria-label": `Copier : ${name}`})
    );
  return element(
    document,
    "details",
    {class: "figure-share"},
    element(document, "summary", {}, "Citer, partager, intégrer"),
    copied("Citation", "p", citationText(cited), anchor),
    copied("Citation en BibTeX", "pre", bibtex(cited), anchor),
    copied("Lien vers cette figure", "p", slot, () => element(document, "a", {href: here, "data-address": here}, here)),
    isEmpty ? null : copied("Code pour l’intégrer dans une page", "pre", embedCode(state, document), frame)
  );
}

function around(words: string, address: () => Element): (Element | string)[] {
  return words.split(slot).flatMap((text, i) => (i === 0 ? [text] : [address(), text]));
}

/** Room for title, notes and table's heading, around the chart; the frame scrolls where a narrow page needs more. */
const wordsHeight = 620;

function embedCode<D>({figure, data}: FigureState<D>, document: Document): string {
  const chart = drawChart(figure, data, {document, width: chartWidths.wide});
  const height = wordsHeight + Math.round(Number(chart?.getAttribute("height") ?? 320));
  const title = typeset(figure.title(data)).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${slot}" title="${title}" width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`;
}
