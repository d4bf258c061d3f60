import type {AnyIndicator} from "./indicator.js";
import type {Report} from "./report.js";
import type {Row, TableName, Tables} from "./schema.js";

/** Where a chart is drawn. */
export interface ChartContext {
  /** Width of the drawing in CSS pixels: 340 on a phone, 704 in a page. */
  width: number;
  /** The browser's document, or linkedom's at build. */
  document: Document;
  /** True once a reader touched the figure: draw tooltips. */
  isAlive: boolean;
}

/** One number shown large: label above, value, comparison in words below. */
export interface BigNumber {
  label: string;
  /** Already formatted, unit included. */
  value: string;
  comparison: string;
}

/** The numbers behind a figure, as text for the table twin and as raw values for the CSV. */
export interface FigureTable {
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
}

/** One row of a figure's table: raw values by column key. Keys without a column are neither shown nor downloaded. */
export type FigureRow = Record<string, string | number | boolean | null>;

/** One column of a figure's table. */
export interface FigureColumn {
  key: string;
  label: string;
  unit?: string;
  format?: (value: never) => string;
  /** What stands where the value is null; "non publié par la source" when absent. */
  missing?: string;
  /** Where the cell leads: an address, or a path from the root of the site (`methode/cpv-left-pad`); null when nowhere. */
  href?: (row: FigureRow) => string | null;
}

/**
 * A unit of publication. Every word is a function of the data, so that a sentence cannot survive the number that made
 * it true.
 *
 * @typeParam D What `prepare` makes of the rows. It travels in the page as JSON, so: plain values, no NaN, a few kB.
 */
export interface Figure<D = unknown> {
  id: string;
  tables: readonly TableName[];
  /** Indicators that *Recalculer* runs again; the first gives the figure's main number. */
  indicators: readonly AnyIndicator[];
  /** Narrows the rows that an indicator reads; all rows when absent. `params` are the element's data attributes. */
  slice?: <T extends TableName>(table: T, row: Row<T>, params: Readonly<Record<string, string>>) => boolean;
  /** True when the figure also has a state "sans corrections": it then gets the tables of `asDeclared`. */
  obeysCorrections?: true;
  /** `report` is that of the same data build. */
  prepare: (tables: Tables, params: Readonly<Record<string, string>>, report: Report) => D;
  /** The finding, in fifteen words at most; neutral when the numbers support none. */
  title: (data: D) => string;
  /** Measure, unit, place, period. */
  subtitle: (data: D) => string;
  /** One sentence for everybody: no acronym, its numbers computed. */
  sentence?: (data: D) => string;
  /** At most four; the first is drawn larger. */
  bigNumbers?: (data: D) => BigNumber[];
  /** Absent when the table is the figure. Null when there is nothing to draw; the frame then says so. */
  chart?: (data: D, context: ChartContext) => Element | null;
  table: (data: D) => FigureTable;
  /** Reserves that must stand beside the chart: breaks of series, provisional values. */
  notes?: (data: D) => string[];
  /** What to say, and to do, when there is nothing to draw. */
  empty?: string;
  /** *Lecture*: reads one value aloud. */
  reading: (data: D) => string;
  /** *Champ*: what is counted; as declared, the frame says it. */
  scope: (data: D) => string;
  /** *Source*: producer and date, without the indicator's version, which the frame adds. */
  source: (data: D) => {label: string; url: string}[];
}

/** Declares a figure; only checks types. */
export function defineFigure<D>(figure: Figure<D>): Figure<D> {
  return figure;
}
