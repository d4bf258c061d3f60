import type {CsvFile} from "./csv.js";

/** A reference table that stands on its own: one data set, one staged table, nothing from elsewhere to check it against. */
export interface ReferenceTable<R extends {source_id: string; line: number} = {source_id: string; line: number}> {
  /** As in the catalogue. */
  dataset: string;
  /** The columns of its file, all of them; the file is recognised by having them together. */
  columns: readonly string[];
  /** Name of the staged table. */
  name: string;
  /** Its columns, with DuckDB's types. */
  staged: Readonly<Record<string, string>>;
  /**
   * One row per line of the file.
   *
   * @throws {Error} On a damaged cell, naming the file and its line.
   */
  stage: (file: CsvFile) => R[];
}

/** Declares a reference table; only checks types. */
export function defineReference<R extends {source_id: string; line: number}>(
  table: ReferenceTable<R>
): ReferenceTable<R> {
  return table;
}
