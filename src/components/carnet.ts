import {tablesNamed} from "../lib/explore/sql.js";
import type {Row, TableName} from "../lib/schema.js";
import {readTables} from "./marts.js";
import {newDatabase, type Cell, type Database} from "./sql/database.js";

/*
 * What an analyst's page imports in one line: `import {sql, table, rows} from "./components/carnet.js"`. It replaces
 * Framework's own `sql`, so that cells need no list of tables at the top of the page.
 */

const root = new URL("../../", import.meta.url);
/** Framework's preview serves modules without a hash, and data below `_file`. */
const isPreview = !/\.[0-9a-f]{8}\.js$/.test(new URL(import.meta.url).pathname);
const data = new URL(isPreview ? "_file/data/" : "data/", root);

let database: Database | undefined;

/** Rows that a query gave, by column; `columns` keeps their order when there is none. */
export type SqlRows = Record<string, Cell>[] & {columns: string[]};

/**
 * Asks the published tables in SQL, in the browser. The tables that the query names are loaded first, each once.
 *
 * @param parts The text around the values; each value is bound, never pasted into the text. A date is bound as
 * `YYYY-MM-DD`; null and undefined as NULL.
 * @returns Plain rows; dates are `YYYY-MM-DD` texts, whole numbers are numbers.
 * @throws {Error} DuckDB's own message.
 */
export async function sql(parts: TemplateStringsArray, ...values: unknown[]): Promise<SqlRows> {
  database ??= newDatabase(data, () => undefined);
  const text = parts.reduce((before, part, i) => `${before}$${i}${part}`);
  const query = {text, names: values.map((_, i) => String(i + 1))};
  const result = await database.run(query, values.map(boundText), tablesNamed(text));
  const found = result.rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [result.columns[i], cell])));
  return Object.assign(found as Record<string, Cell>[], {columns: result.columns});
}

/**
 * The rows of a published table, as plain typed values: dates are `YYYY-MM-DD`, a missing value is null.
 *
 * @throws {Error} When the table is not there.
 */
export async function rows<T extends TableName>(name: T): Promise<Row<T>[]> {
  return (await readTables([name], data))[name] as unknown as Row<T>[];
}

/** The same rows as an Arquero table. Arquero makes code from text: for analysts' pages (`analyst: true`) alone. */
export async function table(name: TableName) {
  const {from} = await import("npm:arquero");
  return from(await rows(name));
}

function boundText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
