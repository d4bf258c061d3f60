import {declaredMark} from "../lib/corrections.js";
import type {Figure} from "../lib/figure.js";
import type {Report} from "../lib/report.js";
import type {Tables} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {actions} from "./actions.js";
import {bigNumbers} from "./big-number.js";
import {charts} from "./drawing.js";
import {element} from "./element.js";
import {notes} from "./notes.js";
import {proof} from "./proof.js";
import {share} from "./share.js";
import {stateOf, type FigureState, type Params, type PublishedMeasure} from "./state.js";
import {table} from "./table.js";

/** What a figure needs around it. */
export interface FrameContext {
  document: Document;
  /** From the page to the site's root: `""`, `"../"` … */
  root?: string;
  isAlive?: boolean;
  /** In another site's page, without script: it shows the figure and leads to the page where it can be proven. */
  isEmbedded?: boolean;
}

/** What a figure carries in its page, as JSON: enough to redraw its chart without reading a table. */
export interface FigureNumbers {
  figure: string;
  measures: PublishedMeasure[];
  data: unknown;
}

/**
 * Everything that stands inside `<figure data-figure>`, from the tables.
 *
 * @param tables The tables that the figure and its indicators need.
 * @param params The element's data attributes, without `data-figure`.
 * @returns Elements in order, to be put into the figure in place of what it holds.
 */
export function renderFigure<D>(
  figure: Figure<D>,
  tables: Tables,
  params: Params,
  {report, ...context}: FrameContext & {report: Report}
): Element[] {
  return renderState(stateOf(figure, {tables, report}, params), context);
}

/** Everything that stands inside the element of a figure whose state is computed. */
export function renderState<D>(
  state: FigureState<D>,
  {document, root = "", isAlive = false, isEmbedded = false}: FrameContext
): Element[] {
  const {figure, data, measures, isDeclared} = state;
  const numbers = figure.table(data);
  const isEmpty = numbers.rows.length === 0;
  const text = (tag: string, name: string, words: string) => element(document, tag, {class: name}, typeset(words));
  const parts: (Element | null)[] = [
    element(
      document,
      "figcaption",
      {},
      isDeclared ? text("p", "figure-mark", declaredMark) : null,
      text(isEmbedded ? "h1" : "p", "figure-title", figure.title(data)),
      text("p", "figure-subtitle", figure.subtitle(data))
    )
  ];
  if (isEmpty)
    parts.push(text("p", "figure-empty", figure.empty ?? "Aucune donnée pour ce choix. Élargissez la période."));
  else {
    const big = figure.bigNumbers?.(data) ?? [];
    if (figure.sentence) parts.push(text("p", "figure-sentence", figure.sentence(data)));
    if (big.length > 0) parts.push(bigNumbers(big, document));
    if (figure.chart) parts.push(charts(figure, data, {document, isAlive}));
    if (!figure.chart) parts.push(table(numbers, {document, root, label: figure.title(data)}));
  }
  parts.push(notes(state, {document, root, isEmpty}));
  if (figure.chart && !isEmpty) {
    parts.push(
      element(
        document,
        "details",
        {class: "figure-table"},
        element(document, "summary", {}, "Voir les données"),
        table(numbers, {document, root, label: `Données : ${figure.title(data)}`})
      )
    );
  }
  parts.push(
    isEmbedded ? null : proof(state, {document, root}),
    isEmbedded ? null : share(state, {document, root, isEmpty}),
    isEmbedded ? null : actions(state, {document, root, isEmpty}),
    isEmbedded ? null : element(document, "div", {class: "figure-result", "aria-live": "polite"}),
    isEmbedded ? null : carried(figure, {figure: figure.id, measures, data}, document)
  );
  return parts.filter((part) => part !== null);
}

/** In an attribute, not in a script's text, so that a reader who copies the figure does not copy it. */
function carried({obeysCorrections}: Figure<any>, numbers: FigureNumbers, document: Document): Element {
  return element(document, "div", {
    class: "figure-numbers",
    hidden: "",
    "data-obeys": obeysCorrections ? "corrections" : null,
    "data-numbers": JSON.stringify(numbers)
  });
}
