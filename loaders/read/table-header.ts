import {parse} from "csv-parse/sync";
import {columnOf} from "../sources/table-columns.js";

/** The first line of a table: its headings, what separates them, and on which line they stand, from 1. */
export interface TableHeader {
  columns: string[];
  separator: string;
  line: number;
}

const separators = [";", ",", "\t", "|"];
const longestHeader = 32_000;

/**
 * Finds the headings of a CSV file. The separator is the one that gives the most known headings, then the most headings;
 * a first line `sep=;`, as spreadsheets write it, decides.
 *
 * @param text The beginning of the file, decoded.
 * @returns null when there is no line of at least two headings, or it is longer than 32,000 characters.
 */
export function maybeHeader(text: string): TableHeader | null {
  const start = /^(?:\uFEFF)?(?:\s*[\r\n])*/.exec(text)?.[0] ?? "";
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(start.length));
  const head = text.slice(start.length + (declared?.[0].length ?? 0));
  const skipped = (start + (declared?.[0] ?? "")).split(/\r\n|\n|\r/).length;
  const candidates = (declared ? [declared[1] as string] : separators).map((separator) => ({
    separator,
    columns: headingsOf(head, separator)
  }));
  const [best] = candidates.sort((a, b) => known(b.columns) - known(a.columns) || b.columns.length - a.columns.length);
  return best && best.columns.length > 1 ? {...best, line: skipped} : null;
}

function known(columns: readonly string[]): number {
  return columns.filter((column) => columnOf(column) !== null).length;
}

function headingsOf(text: string, delimiter: string): string[] {
  // Headings may hold line breaks inside of quotes, so the parser finds their end; the cut is never reached by a real one.
  const options = {delimiter, to: 1, relax_quotes: true, relax_column_count: true, trim: true};
  try {
    const [columns] = parse(text.slice(0, longestHeader), options) as string[][];
    const isWhole = text.length < longestHeader || /[\r\n]/.test(text.slice(0, longestHeader));
    return isWhole ? (columns ?? []) : [];
  } catch {
    return [];
  }
}
