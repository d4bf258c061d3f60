import {asDeclared, correctionsState, declaredColumns, declaredMark, declaredTables} from "../lib/corrections.js";
import type {Figure, FigureTable} from "../lib/figure.js";
import {formatCount, formatDate, formatRatio} from "../lib/format.js";
import {measure, type AnyIndicator, type Measure} from "../lib/indicator.js";
import type {Report} from "../lib/report.js";
import type {Row, TableName, Tables} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {bigNumbers} from "./big-number.js";
import {describe} from "./chart.js";
import {element} from "./element.js";
import {table} from "./table.js";

/** Widths at which every chart is drawn: a phone's column and a page's. The column chooses by CSS. */
export const chartWidths = {narrow: 340, wide: 704} as const;

/** The element's data attributes, without `data-figure`. */
export type Params = Readonly<Record<string, string>>;

/** What a figure needs around it. */
export interface FrameContext {
  document: Document;
  report: Report;
  /** From the page to the site's root: `""`, `"../"` … */
  root?: string;
  isAlive?: boolean;
}

/** An indicator's value as it was when the page was made; travels in the page for *Recalculer*. */
export interface PublishedMeasure extends Measure {
  id: string;
  version: number;
}

/** What a figure carries in its page, as JSON: enough to redraw its chart without reading a table. */
export interface FigureNumbers {
  figure: string;
  measures: PublishedMeasure[];
  data: unknown;
}

const procurement: readonly TableName[] = [
  "contract",
  "award",
  "award_supplier",
  "modification",
  "supplier",
  "finding",
  "contract_source",
  "subcontract",
  "buyer",
  "completeness",
  "coverage"
];

/**
 * Everything that stands inside `<figure data-figure>`, from the tables.
 *
 * @param tables The tables that the figure and its indicators need.
 * @param params The element's data attributes, without `data-figure`.
 * @returns Elements in order, to be put into the figure in place of what it holds.
 */
export function renderFigure<D>(figure: Figure<D>, tables: Tables, params: Params, context: FrameContext): Element[] {
  const view = viewOf(figure, tables, params);
  const data = figure.prepare(view, params, context.report);
  const measures = figure.indicators.map((indicator) => measureOf(indicator, figure, view, params));
  return frame(figure, data, measures, {...context, isDeclared: isDeclared(figure, params)});
}

/** What the figure makes of the tables, in the state that its attributes ask for. */
export function dataOf<D>(figure: Figure<D>, {tables, report}: {tables: Tables; report: Report}, params: Params): D {
  return figure.prepare(viewOf(figure, tables, params), params, report);
}

/** The tables as the figure and its indicators see them: repaired, or as declared. */
export function viewOf(figure: Figure<any>, tables: Tables, params: Params): Tables {
  return isDeclared(figure, params) ? asDeclared(tables) : tables;
}

/** The tables that must be read to draw a figure in the state that its attributes ask for. */
export function tablesOf(figure: Figure<any>, params: Params): TableName[] {
  const own = [...figure.tables, ...figure.indicators.map(({needs}) => needs as TableName)];
  if (!isDeclared(figure, params)) return [...new Set(own)];
  return [...new Set([...own.filter((name) => name !== "finding"), ...declaredTables])];
}

/** The columns of a table that must be read for that; undefined for all. */
export function columnsOf(figure: Figure<any>, name: TableName, params: Params): readonly string[] | undefined {
  return isDeclared(figure, params)
    ? (declaredColumns as Partial<Record<TableName, readonly string[]>>)[name]
    : undefined;
}

/** Whether the figure shows values as declared. */
export function isDeclared({obeysCorrections}: Figure<any>, params: Params): boolean {
  return obeysCorrections === true && correctionsState(params) === "sans";
}

/** The name of an indicator over the rows that it ran on. */
export function nameOf({name, nameAsDeclared}: AnyIndicator, asDeclaredRows: boolean): string {
  return asDeclaredRows ? (nameAsDeclared ?? name) : name;
}

/**
 * Measures one indicator of a figure, over the rows of the figure's slice.
 *
 * @param tables The table that the indicator needs, as {@link viewOf} gives it.
 */
export function measureOf<D>(
  indicator: AnyIndicator,
  figure: Figure<D>,
  tables: Pick<Tables, TableName>,
  params: Params
): PublishedMeasure {
  const name = indicator.needs as TableName;
  const rows: readonly Row<TableName>[] = tables[name];
  const slice = figure.slice;
  const kept = slice ? rows.filter((row) => slice(name, row, params)) : rows;
  return {id: indicator.id, version: indicator.version, ...measure(indicator, kept)};
}

/** The chart at one width, with the words that replace it; null when the figure has none or nothing to draw. */
export function drawChart<D>(
  figure: Figure<D>,
  data: D,
  {document, width, isAlive = false}: {document: Document; width: number; isAlive?: boolean}
): Element | null {
  const svg = figure.chart?.(data, {document, width, isAlive}) ?? null;
  if (!svg) return null;
  describe(svg, {
    label: typeset(figure.title(data)),
    description: typeset(`${figure.subtitle(data)}. ${inWords(figure.table(data))}`)
  });
  return svg;
}

/** The frame's own view of its context. */
interface Frame extends FrameContext {
  isDeclared: boolean;
}

function frame<D>(figure: Figure<D>, data: D, measures: PublishedMeasure[], context: Frame): Element[] {
  const {document, root, isAlive = false} = context;
  const numbers = figure.table(data);
  const isEmpty = numbers.rows.length === 0;
  const text = (tag: string, name: string, words: string) => element(document, tag, {class: name}, typeset(words));
  const parts: (Element | null)[] = [
    element(
      document,
      "figcaption",
      {},
      context.isDeclared ? text("p", "figure-mark", declaredMark) : null,
      text("p", "figure-title", figure.title(data)),
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
  parts.push(notes(figure, data, measures, context, isEmpty));
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
    actions(figure, context, isEmpty),
    element(document, "div", {class: "figure-result", "aria-live": "polite"}),
    carried(figure, {figure: figure.id, measures, data}, document)
  );
  return parts.filter((part) => part !== null);
}

/** Both drawings of a chart. The one that the column does not show is hidden from everybody, screen readers included. */
function charts<D>(figure: Figure<D>, data: D, options: {document: Document; isAlive: boolean}): Element {
  const box = element(options.document, "div", {class: "figure-chart"});
  for (const [name, width] of Object.entries(chartWidths)) {
    const svg = drawChart(figure, data, {...options, width});
    if (!svg)
      return element(options.document, "p", {class: "figure-empty"}, typeset(figure.empty ?? "Rien à dessiner."));
    svg.classList.add(`chart-${name}`);
    box.append(svg);
  }
  return box;
}

function notes<D>(
  figure: Figure<D>,
  data: D,
  measures: readonly PublishedMeasure[],
  {document, report, root = "", isDeclared: asDeclaredRows}: Frame,
  isEmpty: boolean
): Element {
  const line = (name: string, ...children: (Node | string)[]) =>
    element(
      document,
      "div",
      {},
      element(document, "dt", {}, name),
      element(document, "dd", {}, ...children.map((child) => (typeof child === "string" ? typeset(child) : child)))
    );
  const reserves = isEmpty ? [] : (figure.notes?.(data) ?? []);
  const sources = figure
    .source(data)
    .flatMap(({label, url}, i) => [
      ...(i > 0 ? [" ; "] : []),
      url ? element(document, "a", {href: url}, typeset(label)) : label
    ]);
  if (report.is_fictional && figure.tables.some((name) => procurement.includes(name)))
    sources.unshift(element(document, "strong", {}, "données fictives"), ", sur le modèle de : ");
  const methods = figure.indicators.flatMap((indicator, i) => [
    " · ",
    element(
      document,
      "a",
      {href: `${root}methode/${indicator.id}`},
      typeset(`${nameOf(indicator, asDeclaredRows)}, version ${indicator.version}`)
    ),
    leftOutInWords(indicator, measures[i])
  ]);
  return element(
    document,
    "dl",
    {class: "figure-notes"},
    isEmpty ? null : line("Lecture", figure.reading(data)),
    line("Champ", figure.scope(data)),
    reserves.length > 0
      ? line(
          "À savoir",
          element(document, "ul", {}, ...reserves.map((words) => element(document, "li", {}, typeset(words))))
        )
      : null,
    line("Source", ...sources, `, données lues le ${formatDate(report.generated_at)}`, ...methods)
  );
}

function leftOutInWords(indicator: AnyIndicator, published: PublishedMeasure | undefined): string {
  const counts = Object.entries(published?.leftOut ?? {}).filter(([, count]) => count > 0);
  const left = counts.reduce((total, [, count]) => total + count, 0);
  if (!published || left === 0) return ", aucune ligne écartée";
  const reasons = counts.map(([key]) => indicator.excludes[key]).join(" ; ");
  return `, ${formatRatio(left / (left + published.used))} des lignes écartées : ${reasons}`;
}

function actions<D>(
  figure: Figure<D>,
  {document, root = "", isDeclared: inDeclared}: Frame,
  isEmpty: boolean
): Element {
  const link = (words: string, href: string, attributes: Record<string, string> = {}) =>
    element(document, "li", {}, element(document, "a", {href, ...attributes}, words));
  const first = figure.indicators[0];
  const file = `${root}figures/${downloadName(figure.id, inDeclared)}`;
  return element(
    document,
    "ul",
    {class: "figure-actions"},
    isEmpty ? null : link("Données (CSV)", `${file}.csv`, {download: ""}),
    isEmpty || !figure.chart ? null : link("Image", `${file}.svg`, {download: ""}),
    link("Méthode", first ? `${root}methode/${first.id}` : `${root}methode/`),
    first
      ? element(
          document,
          "li",
          {},
          element(document, "button", {type: "button", class: "figure-recompute", hidden: ""}, "Recalculer")
        )
      : null
  );
}

/** Name of a figure's downloads, without their ending: each state has its own. */
export function downloadName(id: string, asDeclaredRows: boolean): string {
  return asDeclaredRows ? `${id}-sans-corrections` : id;
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

/** A table read aloud, at most twelve rows: `2018 : 3 035 ; 2019 : 3 641`. */
function inWords({columns, rows}: FigureTable): string {
  const [name, value] = columns;
  if (!name || !value) return "";
  const told = rows
    .slice(0, 12)
    .map((row) => `${cellInWords(name, row[name.key])} : ${cellInWords(value, row[value.key])}`);
  return told.join(" ; ") + (rows.length > 12 ? " ; et la suite dans le tableau" : "");
}

function cellInWords(column: FigureTable["columns"][number], cell: unknown): string {
  if (cell === null || cell === undefined) return "non publié";
  if (column.format) return column.format(cell as never);
  return typeof cell === "number" ? formatCount(cell) : String(cell);
}
