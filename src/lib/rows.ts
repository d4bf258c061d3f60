import {tables, type Column, type Row, type TableName} from "./schema.js";

/** What this module needs of an Arrow table, whichever library read it. */
export interface ArrowLike {
  numRows: number;
  getChild(name: string): {get(index: number): unknown} | null;
}

/**
 * Turns an Arrow table into plain rows: dates as `YYYY-MM-DD`, integers as numbers, missing values as null.
 *
 * @param name The published table that the Arrow data claims to be.
 * @param columns The columns to read; all of the schema when absent.
 * @throws {Error} When a column of the schema is missing from the Arrow table.
 */
export function rowsOf<T extends TableName>(
  name: T,
  arrow: ArrowLike,
  columns: readonly (keyof Row<T> & string)[] = Object.keys(tables[name].columns) as (keyof Row<T> & string)[]
): Row<T>[] {
  const rows: Record<string, unknown>[] = Array.from({length: arrow.numRows}, () => ({}));
  for (const key of columns) {
    const vector = arrow.getChild(key);
    const column: Column | undefined = (tables[name].columns as Record<string, Column>)[key];
    if (!vector || !column)
      throw new Error(`${name}: expected a column "${key}", found none. Run "npm run data" again.`);
    for (let i = 0; i < rows.length; i++) (rows[i] as Record<string, unknown>)[key] = plain(vector.get(i), column);
  }
  return rows as Row<T>[];
}

function plain(value: unknown, column: Column): unknown {
  if (value === null || value === undefined) return null;
  if (column.type === "date") return new Date(value as number | Date).toISOString().slice(0, 10);
  if (column.type === "integer" || column.type === "number") return Number(value);
  return value;
}
