import type {WorkInput} from "./read-inputs.js";

/** What is known of a file before it is read. */
export function blank(path: string, bytes: number, isFictional: boolean): WorkInput {
  return {
    source_id: null,
    path,
    sha256: null,
    bytes,
    format: null,
    dataset: null,
    dialects: {},
    is_fictional: isFictional,
    records_read: 0,
    rows_staged: 0,
    rows_refused: 0,
    ignored: null,
    failed: null,
    file: null
  };
}

/** How the report names a format: `csv.gz (windows-1252)`. */
export function formatOf(format: string, compressed: boolean, encoding: string): string {
  return `${format}${compressed ? ".gz" : ""}${encoding === "utf-8" ? "" : ` (${encoding})`}`;
}
