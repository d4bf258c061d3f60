import * as aq from "npm:arquero";
import type {ColumnTable} from "npm:arquero";
import indicators from "../../indicators/index.js";
import {bindValues, type BoundValue} from "../../lib/bind-values.js";
import {formatCount} from "../../lib/format.js";
import {measure, type Measure} from "../../lib/indicator.js";
import {rowsOf, type ArrowLike} from "../../lib/rows.js";
import {tables, type Row, type TableName} from "../../lib/schema.js";
import {formatValue} from "../../lib/units.js";
import {housePlot, type HousePlot} from "./look.js";
import {show, Told} from "./show.js";

/** What a carnet needs of the place where it runs: the browser, the Jupyter kernel, or the build of the site. */
export interface CarnetHost {
  document: Document;
  /** A published table, as it is stored. */
  readArrow: (name: TableName) => Promise<ArrowLike>;
  /** Runs a query whose `$1`, `$2` … are bound to the values. Dates come as `YYYY-MM-DD`, numbers as numbers. */
  query: (text: string, values: readonly BoundValue[]) => Promise<SqlRow[]>;
}

/** One row of an SQL result. */
export type SqlRow = Record<string, any>;

/** A value of an indicator, with its count of rows and the sentence that says it. */
type Measured = Measure & Told & {text: string};

/** What the cells of a notebook, and of a page made of it, work with. */
export interface Carnet {
  /**
   * The rows of a published table, as plain typed objects: a misspelt column is an error in the editor.
   *
   * @param columns The columns to read; all when absent.
   */
  rows: <T extends TableName, K extends keyof Row<T> & string = keyof Row<T> & string>(
    name: T,
    columns?: readonly K[]
  ) => Promise<Pick<Row<T>, K>[]>;
  /** The same rows as an Arquero table. */
  table: (name: TableName) => Promise<ColumnTable>;
  /** A query over all published tables, read-only; a value between `${…}` is bound, never pasted. */
  sql: (strings: TemplateStringsArray, ...values: BoundValue[]) => Promise<SqlRow[]>;
  /**
   * The value of a published indicator, with how many rows gave it and how many it left out.
   *
   * @param id As in the address of its method page: `top-ten-share`.
   * @param rows Rows of the table that it needs; all of the last data build when absent.
   */
  indicator: (id: string, rows?: readonly object[]) => Promise<Measured>;
  /** What a reader sees of a value, as an element of the page. */
  show: (value: unknown) => Element | null;
  Plot: HousePlot;
  aq: typeof aq;
}

/** Makes the tools of a carnet for the place where it runs. */
export function makeCarnet({document, readArrow, query}: CarnetHost): Carnet {
  let tableCount = 0;
  const rows: Carnet["rows"] = async (name, columns) => {
    if (!(name in tables))
      throw new Error(`rows : la table « ${name} » n’existe pas. Tables : ${Object.keys(tables).join(", ")}.`);
    const strange = columns?.find((column) => !(column in tables[name].columns));
    if (strange !== undefined)
      throw new Error(
        `rows("${name}") : la colonne « ${strange} » n’existe pas. Colonnes : ${Object.keys(tables[name].columns).join(", ")}.`
      );
    return rowsOf(name, await readArrow(name), columns);
  };
  return {
    rows,
    table: async (name) => aq.from(await rows(name)),
    sql: (strings, ...values) => {
      const bound = bindValues(strings, values);
      return query(bound.text, bound.values);
    },
    indicator: async (id, given) => {
      const found = indicators.find((one) => one.id === id);
      if (!found)
        throw new Error(`indicator : « ${id} » n’existe pas. Connus : ${indicators.map((one) => one.id).join(", ")}.`);
      const measured = measure(
        found,
        (given ?? (await rows(found.needs as TableName, [...found.columns] as never))) as never
      );
      const text = formatValue(measured.value, found.unit);
      const left = Object.entries(measured.leftOut)
        .filter(([, count]) => count > 0)
        .map(([reason, count]) => `${formatCount(count)} (${found.excludes[reason]})`);
      const told = new Told([
        `${found.name} : ${text}.`,
        `${formatCount(measured.used)} lignes utilisées${left.length === 0 ? "" : ` ; écartées : ${left.join(", ")}`}.`
      ]);
      return Object.assign(told, measured, {text});
    },
    show: (value) => show(value, document, () => ++tableCount),
    Plot: housePlot(document),
    aq
  };
}
