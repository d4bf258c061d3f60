import {DataType, type Table} from "npm:apache-arrow";

/** A value of a result, as it can be shown and saved. Dates are `YYYY-MM-DD` or ISO times. */
export type Cell = string | number | boolean | null;

/** What a query gave. */
export interface QueryResult {
  columns: string[];
  rows: Cell[][];
}

/** The result of a query as plain values, row after row. */
export function plainResult(result: Table): QueryResult & {objects: () => Record<string, Cell>[]} {
  const vectors = result.schema.fields.map(({type}, i) => ({type, vector: result.getChildAt(i)}));
  const rows = Array.from({length: result.numRows}, (_, row) =>
    vectors.map(({type, vector}) => cellOf(vector?.get(row), type))
  );
  const columns = result.schema.fields.map(({name}) => name);
  const objects = () =>
    rows.map((cells) => Object.fromEntries(columns.map((column, i): [string, Cell] => [column, cells[i] ?? null])));
  return {columns, rows, objects};
}

function cellOf(value: unknown, type: DataType): Cell {
  if (value === null || value === undefined) return null;
  if (DataType.isDate(type) || DataType.isTimestamp(type)) {
    const time = new Date(Number(value)).toISOString();
    return time.endsWith("T00:00:00.000Z") ? time.slice(0, 10) : time;
  }
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? Number(inner) : inner));
}
