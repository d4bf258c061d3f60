/**
 * The tools of a notebook in a page: the same names, over the site's own tables. A page made of a notebook imports them;
 * any analyst's page may. With `sql` imported, every `sql` cell reaches all published tables, none of them named in the head.
 */
import {tablesNamed} from "../lib/explore/sql.js";
import {readArrow} from "./marts.js";
import {newDatabase} from "./sql/database.js";
import {makeCarnet} from "./carnet/carnet.js";

const root = new URL("../../", import.meta.url);
/** Framework's preview serves modules without a hash, and data below `_file`. */
const isPreview = !/\.[0-9a-f]{8}\.js$/.test(new URL(import.meta.url).pathname);
const data = new URL(isPreview ? "_file/data/" : "data/", root);
const database = newDatabase(data, () => {});

export const {rows, table, sql, indicator, show, Plot, aq} = makeCarnet({
  document,
  readArrow: (name) => readArrow(name, data),
  query: async (text, values) => {
    const {columns, rows: cells} = await database.run({text, names: values.map(String)}, values, tablesNamed(text));
    const found = cells.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
    // Framework's tables read the order of the columns there, and have it when there is no row.
    return Object.assign(found, {columns});
  }
});
export {default as indicators} from "../indicators/index.js";
export {defineIndicator, measure} from "../lib/indicator.js";
export {colors} from "../lib/palette.js";
export * as format from "../lib/format.js";
export * as metrics from "../lib/metrics/index.js";
