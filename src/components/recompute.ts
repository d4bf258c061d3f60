import type {Figure} from "../lib/figure.js";
import {formatCount} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import type {Tables} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {formatValue, formatValueExact} from "../lib/units.js";
import {element} from "./element.js";
import {renderFigure, type FigureNumbers} from "./figure.js";
import {readReport, readTables} from "./marts.js";
import {readView} from "./proof-rows.js";
import {filesInWords} from "./proof.js";
import {figureOf} from "./redraw.js";
import {
  anchorOf,
  columnsOf,
  isDeclared,
  measureOf,
  nameOf,
  paramsOf,
  tablesOf,
  type Params,
  type PublishedMeasure
} from "./state.js";

/** Where the page's data stand: `<site>/data/`. */
export interface DataAddress {
  data: URL;
}

/**
 * Runs the indicators of a figure again, in the browser, from the published tables, and says whether the numbers of
 * the page come out.
 *
 * @param host The `<figure>`, with its `figure-result` element.
 * @param numbers What the page published.
 */
export async function recompute(host: HTMLElement, numbers: FigureNumbers, {data}: DataAddress): Promise<void> {
  const started = performance.now();
  const figure = figureOf(numbers.figure);
  const params = paramsOf(host);
  const declared = isDeclared(figure, params);
  const [report, {names, view}] = await Promise.all([readReport(data), readView(figure, params, data)]);
  const results = figure.indicators.map((indicator) => ({
    indicator,
    name: nameOf(indicator, declared),
    published: numbers.measures.find(({id}) => id === indicator.id),
    found: measureOf(indicator, figure, view, params)
  }));
  const seconds = (performance.now() - started) / 1000;
  const parts = [
    ...results.flatMap((result) => resultInWords(result)),
    filesInWords(report, names, {document, root: ""}),
    line(
      "p",
      `Calculé dans votre navigateur en ${decimal(seconds)} s, à partir de ${names.map((name) => `data/${name}.arrow`).join(", ")}.`
    )
  ];
  host.querySelector(".figure-result")?.replaceChildren(...parts);
}

/** Fills a figure from the tables: in the preview, where no page is pre-rendered, and in another state of the switch. */
export async function fill(host: HTMLElement, {data, root}: DataAddress & {root: string}): Promise<void> {
  const figure = figureOf(host.dataset.figure ?? "");
  const params = paramsOf(host);
  const [report, tables] = await Promise.all([readReport(data), readOnce(figure, params, data)]);
  host.id ||= anchorOf(figure, params);
  host.replaceChildren(...renderFigure(figure, tables, params, {document, report, root}));
}

const read = new Map<string, Promise<Tables>>();

/** Reads the tables of a figure, each once for all figures of the page that read the same columns. */
async function readOnce(figure: Figure<unknown>, params: Params, data: URL): Promise<Tables> {
  const parts = tablesOf(figure, params).map((name) => {
    const columns = columnsOf(figure, name, params);
    const key = `${name}:${columns?.join() ?? "*"}`;
    const reading = read.get(key) ?? readTables([name], data, () => columns);
    read.set(key, reading);
    reading.catch(() => read.delete(key));
    return reading;
  });
  return Object.assign({}, ...(await Promise.all(parts)));
}

function resultInWords({
  indicator,
  name,
  published,
  found
}: {
  indicator: AnyIndicator;
  name: string;
  published: PublishedMeasure | undefined;
  found: PublishedMeasure;
}): Element[] {
  const value = formatValue(found.value, indicator.unit);
  const exact = formatValueExact(found.value, indicator.unit);
  const isEqual = published !== undefined && isSame(published, found);
  const heading = element(document, "p", {class: isEqual ? "is-equal" : "is-different"});
  heading.append(
    element(document, "strong", {}, typeset(isEqual ? `Même résultat : ${value}` : `Résultat différent : ${value}`)),
    typeset(
      isEqual
        ? `${exact === value ? "" : ` (${exact})`}. ${name}, version ${indicator.version}.`
        : `${exact === value ? "" : ` (${exact})`}, alors que la page publie ${formatValueExact(published?.value ?? null, indicator.unit)}. Rechargez la page ; si l’écart demeure, écrivez-nous avec ce message.`
    )
  );
  const reasons = Object.entries(found.leftOut).map(([key, count]) =>
    line("li", `${lines(count)} ${count < 2 ? "écartée" : "écartées"} : ${indicator.excludes[key]}`)
  );
  return [
    heading,
    element(
      document,
      "ul",
      {},
      line("li", `${lines(found.used)} ${found.used < 2 ? "utilisée" : "utilisées"}`),
      ...reasons
    )
  ];
}

/** The same formula over the same rows in the same order: equality is exact, to the last cent. */
function isSame(published: PublishedMeasure, found: PublishedMeasure): boolean {
  return published.version === found.version && published.used === found.used && published.value === found.value;
}

function line(tag: string, words: string): HTMLElement {
  return element(document, tag, {}, typeset(words));
}

function lines(count: number): string {
  return `${formatCount(count)} ${count < 2 ? "ligne" : "lignes"}`;
}

function decimal(seconds: number): string {
  return seconds.toFixed(1).replace(".", ",");
}
