import {readFileSync} from "node:fs";
import {Table, tableFromIPC} from "apache-arrow";
import {csvLine} from "../../src/lib/csv.js";
import {rowsOf} from "../../src/lib/rows.js";
import {tables, type TableName} from "../../src/lib/schema.js";

/**
 * A published table as CSV (RFC 4180, UTF-8): a header of the columns' names, then one line per row, each ended by CR LF.
 * Raw numbers with a decimal point, dates as `YYYY-MM-DD`, `true` or `false`, an empty cell where unknown.
 *
 * @param folder The data build, normally `data/build`.
 * @returns The file in parts: the header, then the rows of one record batch at a time.
 * @throws {Error} When the mart is missing (the data was not built), or lacks a column of the schema.
 */
export function* tableCsv(folder: string, name: TableName): Generator<string> {
  const keys = Object.keys(tables[name].columns);
  const lines = (rows: readonly (readonly (string | number | boolean | null)[])[]) =>
    rows.map((cells) => `${csvLine(cells)}\r\n`).join("");
  yield lines([keys]);
  for (const batch of tableFromIPC(readFileSync(`${folder}/marts/${name}.arrow`)).batches)
    yield lines(rowsOf(name, new Table([batch])).map((row) => keys.map((key) => row[key as keyof typeof row])));
}
