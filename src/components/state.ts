import {asDeclared, correctionsState, declaredColumns, declaredTables} from "../lib/corrections.js";
import type {Figure} from "../lib/figure.js";
import {measure, type AnyIndicator, type Measure} from "../lib/indicator.js";
import type {Report} from "../lib/report.js";
import type {Row, TableName, Tables} from "../lib/schema.js";
import {slugOf} from "../lib/slug.js";

/** The element's data attributes, without `data-figure`: `data-cpv="45"` is `{cpv: "45"}`. */
export type Params = Readonly<Record<string, string>>;

/** An indicator's value as it was when the page was made; travels in the page for *Recalculer*. */
export interface PublishedMeasure extends Measure {
  id: string;
  version: number;
}

/** What a figure is computed from. */
export interface Built {
  tables: Tables;
  report: Report;
}

/** A figure in the state that its attributes ask for, computed: what a page, a download and an embed all show. */
export interface FigureState<D = unknown> {
  /** Names its downloads and its embed page; see {@link stateKey}. */
  key: string;
  /** Where it stands in its page, whichever state of the corrections the reader chose. */
  anchor: string;
  figure: Figure<D>;
  params: Params;
  report: Report;
  /** Whether it shows values as declared. */
  isDeclared: boolean;
  data: D;
  /** In the order of the figure's indicators. */
  measures: PublishedMeasure[];
}

/** Computes a figure in one state. */
export function stateOf<D>(figure: Figure<D>, {tables, report}: Built, params: Params): FigureState<D> {
  const view = viewOf(figure, tables, params);
  return {
    key: stateKey(figure, params),
    anchor: anchorOf(figure, params),
    figure,
    params,
    report,
    isDeclared: isDeclared(figure, params),
    data: figure.prepare(view, params, report),
    measures: figure.indicators.map((indicator) => measureOf(indicator, figure, view, params))
  };
}

/**
 * Name of a figure in one state, for addresses: its id, then its attributes in the order of the alphabet, then the state
 * of the corrections where it is not the rule: `top-suppliers`, `top-suppliers--cpv-45`, `top-suppliers-sans-corrections`.
 */
export function stateKey(figure: Figure<any>, params: Params): string {
  return `${anchorOf(figure, params)}${isDeclared(figure, params) ? "-sans-corrections" : ""}`;
}

/** The same, whatever the state of the corrections: the switch changes what stands there, not the place. */
export function anchorOf({id}: Figure<any>, params: Params): string {
  const parts = Object.entries(params)
    .filter(([name]) => name !== "corrections")
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `--${kebab(name)}-${slugOf(value)}`);
  return `${id}${parts.join("")}`;
}

/** The attributes that an element of a page gives to its figure. */
export function paramsOf(host: HTMLElement): Params {
  const {figure: _, ...params} = host.dataset;
  return params as Params;
}

/** The tables as the figure and its indicators see them: repaired, or as declared. */
export function viewOf(figure: Figure<any>, tables: Tables, params: Params): Tables {
  return isDeclared(figure, params) ? declaredView(tables) : tables;
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
export function measureOf(
  indicator: AnyIndicator,
  figure: Figure<any>,
  tables: Pick<Tables, TableName>,
  params: Params
): PublishedMeasure {
  const rows = sliceOf(figure, indicator.needs as TableName, tables, params);
  return {id: indicator.id, version: indicator.version, ...measure(indicator, rows)};
}

/** The rows of a table that the figure is about, in their order; all of them when it cuts no slice. */
export function sliceOf<T extends TableName>(
  {slice}: Figure<any>,
  name: T,
  tables: Pick<Tables, TableName>,
  params: Params
): readonly Row<T>[] {
  const rows = tables[name] as readonly Row<T>[];
  return slice ? rows.filter((row) => slice(name, row, params)) : rows;
}

const declared = new WeakMap<Tables, Tables>();

/** The same tables are asked for by every figure of a site: their declared view is made once. */
function declaredView(tables: Tables): Tables {
  const view = declared.get(tables) ?? asDeclared(tables);
  declared.set(tables, view);
  return view;
}

/** `cpvDivision`, as a data set names it, is `cpv-division`, as the page wrote it. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
