import {tableFromIPC} from "npm:apache-arrow";
import {formatCount, formatDate} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import type {Report} from "../lib/report.js";
import {rowsOf} from "../lib/rows.js";
import type {TableName, Tables} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {formatValue, formatValueExact} from "../lib/units.js";
import {element} from "./element.js";
import {figureOf} from "./redraw.js";
import {measureOf, renderFigure, type FigureNumbers, type Params, type PublishedMeasure} from "./figure.js";

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
  const names = [...new Set(figure.indicators.map(({needs}) => needs as TableName))];
  const columns = (name: TableName) =>
    figure.slice
      ? undefined
      : figure.indicators.filter(({needs}) => needs === name).flatMap(({columns: own}) => own as string[]);
  const [report, tables] = await Promise.all([readReport(data), readTables(names, data, columns)]);
  const results = figure.indicators.map((indicator) => ({
    indicator,
    published: numbers.measures.find(({id}) => id === indicator.id),
    found: measureOf(indicator, figure, tables, paramsOf(host))
  }));
  const seconds = (performance.now() - started) / 1000;
  const parts = [
    ...results.flatMap((result) => resultInWords(result)),
    filesInWords(report, names),
    line(
      "p",
      `Calculé dans votre navigateur en ${decimal(seconds)} s, à partir de ${names.map((name) => `data/${name}.arrow`).join(", ")}.`
    )
  ];
  host.querySelector(".figure-result")?.replaceChildren(...parts);
}

/** Fills an empty figure from the tables; for the preview, where no page is pre-rendered. */
export async function fill(host: HTMLElement, {data, root}: DataAddress & {root: string}): Promise<void> {
  const figure = figureOf(host.dataset.figure ?? "");
  const names = [...new Set([...figure.tables, ...figure.indicators.map(({needs}) => needs as TableName)])];
  const [report, tables] = await Promise.all([readReport(data), readTables(names, data)]);
  host.replaceChildren(...renderFigure(figure, tables, paramsOf(host), {document, report, root}));
}

function paramsOf(host: HTMLElement): Params {
  const {figure: _, ...params} = host.dataset;
  return params as Params;
}

async function readReport(data: URL): Promise<Report> {
  return (await get(new URL("report.json", data))).json();
}

async function readTables(
  names: readonly TableName[],
  data: URL,
  columnsOf?: (name: TableName) => readonly string[] | undefined
): Promise<Tables> {
  const entries = await Promise.all(
    names.map(async (name) => {
      const bytes = new Uint8Array(await (await get(new URL(`${name}.arrow`, data))).arrayBuffer());
      return [name, rowsOf(name, tableFromIPC(bytes), columnsOf?.(name) as never)] as const;
    })
  );
  return Object.fromEntries(entries) as unknown as Tables;
}

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} : attendu un fichier, reçu le code ${response.status}.`);
  return response;
}

function resultInWords({
  indicator,
  published,
  found
}: {
  indicator: AnyIndicator;
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
        ? `${exact === value ? "" : ` (${exact})`}. ${indicator.name}, version ${indicator.version}.`
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

const datasetOf: Partial<Record<TableName, RegExp>> = {
  night_count: /nuit/,
  emission: /emissions|objectifs/,
  target: /objectifs/
};

function filesInWords(report: Report, names: readonly TableName[]): Element {
  const files = report.inputs.filter(
    ({dataset, sha256}) =>
      dataset !== null && sha256 !== null && names.some((name) => (datasetOf[name] ?? /decp/).test(dataset))
  );
  const items = files.map(({path, sha256}) =>
    element(
      document,
      "li",
      {},
      path.split("/").at(-1) ?? path,
      typeset(", sha256 "),
      element(document, "code", {}, sha256 ?? "")
    )
  );
  const heading = `Fichiers d’origine, lus le ${formatDate(report.generated_at)} :`;
  return element(document, "div", {}, line("p", heading), element(document, "ul", {}, ...items));
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
