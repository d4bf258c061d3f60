import type {DuckDBConnection} from "@duckdb/node-api";
import {tables, type Column, type TableName} from "../src/lib/schema.js";
import {query} from "./duckdb.js";

const types = {text: "VARCHAR", integer: "INTEGER", number: "DOUBLE", boolean: "BOOLEAN", date: "DATE"};

/** DuckDB type of each column of a published table, for one that is staged in its final shape. */
export function columnTypes(name: TableName): Record<string, string> {
  const columns: Readonly<Record<string, Column>> = tables[name].columns;
  return Object.fromEntries(Object.entries(columns).map(([column, {type}]) => [column, types[type]]));
}

/**
 * Checks the table that holds a mart against the schema: columns, order, types, nulls, unique keys, finite numbers.
 *
 * @returns Its number of rows.
 * @throws {Error} Naming the mart, what the schema expects and what its SQL gives.
 */
export async function checkMart(db: DuckDBConnection, name: TableName, table: string): Promise<number> {
  const columns = Object.entries(tables[name].columns) as [string, Column][];
  const sql = `Correct loaders/marts/${name}.sql or src/lib/schema.ts.`;
  const described = await query(db, `DESCRIBE ${table}`);
  const expected = columns.map(([column, {type}]) => `${column} ${types[type]}`);
  const found = described.map((row) => `${row.column_name} ${row.column_type}`);
  const wrong = Array.from({length: Math.max(expected.length, found.length)}, (_, i) => i).find(
    (i) => expected[i] !== found[i]
  );
  if (wrong !== undefined)
    throw new Error(
      `mart ${name}: expected column ${wrong + 1} to be ${expected[wrong] ?? "absent"}, got ${found[wrong] ?? "none"}. ${sql}`
    );
  const required = columns.filter(([, column]) => !column.nullable).map(([column]) => column);
  const numbers = columns.filter(([, column]) => column.type === "number").map(([column]) => column);
  const keys = tables[name].keys.map((key) => `"${key}"`);
  const counts = [
    "count(*)::INTEGER AS n",
    `count(DISTINCT (${keys.join(", ")}))::INTEGER AS keys`,
    ...required.map((column) => `count(*) FILTER ("${column}" IS NULL)::INTEGER AS "null ${column}"`),
    ...numbers.map((column) => `count(*) FILTER (NOT isfinite("${column}"))::INTEGER AS "infinite ${column}"`)
  ];
  const {n, keys: distinct, ...faults} = (await query(db, `SELECT ${counts.join(", ")} FROM ${table}`))[0] ?? {};
  if (n !== distinct)
    throw new Error(
      `mart ${name}: expected one row per ${keys.join(", ")}, got ${n} rows for ${distinct} keys. ${sql}`
    );
  for (const [fault, count] of Object.entries(faults))
    if (count !== 0) throw new Error(`mart ${name}: expected no ${fault}, got ${count} rows. ${sql}`);
  return n as number;
}
