import type {AnyIndicator} from "../indicator.js";
import {tables, type Column, type TableName} from "../schema.js";
import type {HumanDefinition} from "./definition.js";

/** A row of any published table. */
export type AnyRow = Readonly<Record<string, unknown>>;

/**
 * The rows whose columns equal the values of a filter.
 *
 * @throws {RangeError} On a column that the table has not, that holds another type, or that the rows were read without.
 */
export function filterRows(
  {needs}: AnyIndicator,
  rows: readonly AnyRow[],
  filter: HumanDefinition["filter"],
  who = "filter"
): readonly AnyRow[] {
  const wanted = Object.entries(filter);
  for (const [column, value] of wanted) {
    const type = columnOf(needs, column)?.type;
    if (type === undefined)
      throw new RangeError(`${who}: expected a column of "${needs}", got "${column}". Choose another.`);
    if ((typeof value === "number") !== (type === "integer" || type === "number") || type === "boolean")
      throw new RangeError(`${who}.${column}: expected ${type}, got ${JSON.stringify(value)}. Correct the value.`);
    if (rows[0] && !(column in rows[0]))
      throw new RangeError(`${who}: expected rows with "${column}", got none. Read the columns of "columnsRead".`);
  }
  return wanted.length === 0 ? rows : rows.filter((row) => wanted.every(([column, value]) => row[column] === value));
}

/** A column of a table by name; undefined when it has none of that name. */
export function columnOf(table: TableName, column: string): Column | undefined {
  const columns: Readonly<Record<string, Column>> = tables[table].columns;
  return Object.hasOwn(columns, column) ? columns[column] : undefined;
}
