import {rowsOf, type ArrowLike} from "../../lib/rows.js";
import type {Row, TableName} from "../../lib/schema.js";

/**
 * The rows of a table whose column holds one of some values, in the table's order; only these rows are made.
 *
 * @throws {Error} When a column of the schema is missing.
 */
export function rowsWhere<T extends TableName>(
  name: T,
  arrow: ArrowLike,
  column: keyof Row<T> & string,
  wanted: ReadonlySet<string>
): Row<T>[] {
  const values = arrow.getChild(column);
  const found: number[] = [];
  for (let i = 0; i < arrow.numRows; i++) if (wanted.has(values?.get(i) as string)) found.push(i);
  return rowsOf(name, {
    numRows: found.length,
    getChild: (key) => {
      const vector = arrow.getChild(key);
      return vector && {get: (i) => vector.get(found[i] as number)};
    }
  });
}
