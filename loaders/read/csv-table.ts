import {Readable, Writable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {CsvError, parse} from "csv-parse";
import type {TableReader} from "../sources/table-row.js";
import {DamagedBytesError, type Bytes} from "./bytes.js";
import {asUtf8, latinOf, NotUtf8Error, utf8Only, type Encoding} from "./encoding.js";
import type {Reading, RecordSink} from "./records.js";
import {TableCounter} from "./table.js";
import type {TableHeader} from "./table-header.js";

/** Characters of one line at most, its line breaks inside of quotes included. */
const longestLine = 4_000_000;

/**
 * Reads the lines of a CSV file of procurement in bounded memory. A line with another number of cells than there are
 * headings is refused and the file goes on; empty cells at its end do not count.
 *
 * @param header Where the headings stand and what separates them.
 * @param open Gives the bytes from the start; called again when they prove not to be UTF-8.
 */
export async function readCsvTable(
  reader: TableReader,
  header: TableHeader,
  open: () => Bytes,
  encoding: Encoding,
  sink: RecordSink
): Promise<Reading> {
  const counter = new TableCounter(reader, sink);
  const note = encoding === "windows-1252" || encoding === "iso-8859-15" ? [encoding] : [];
  const raw = open();
  const text = asUtf8(encoding === "utf-8" ? utf8Only(raw) : raw, encoding);
  const parser = parse({
    delimiter: header.separator,
    from_line: header.line,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
    on_record: takeLine
  });
  let isHeader = true;
  function takeLine(cells: string[], {lines}: {lines: number}): null {
    if (isHeader) isHeader = false;
    else if (cells.some((cell) => cell !== "")) giveLine(counter, cells, header.columns.length, lines, note);
    return null;
  }
  let damage: Error | null = null;
  try {
    await pipeline(Readable.from(text), parser, new Writable({objectMode: true, write: (_, __, done) => done()}));
  } catch (error) {
    if (error instanceof NotUtf8Error) {
      sink.rewind();
      return readCsvTable(reader, header, open, await latinOf(open()), sink);
    }
    if (error instanceof CsvError) damage = new Error(problemOf(error));
    else if (error instanceof DamagedBytesError) damage = error;
    else throw error;
  }
  return counter.reading(encoding, damage);
}

function giveLine(counter: TableCounter, cells: string[], width: number, line: number, notes: readonly string[]): void {
  while (cells.length > width && cells.at(-1) === "") cells.pop();
  if (cells.length === width) counter.give(cells, notes);
  else
    counter.refuse(
      "row-wrong-width",
      `ligne ${line} : ${cells.length} cellule(s) pour ${width} colonnes`,
      JSON.stringify(cells)
    );
}

function problemOf(error: CsvError): string {
  const {lines} = error as CsvError & {lines?: number};
  const where = lines === undefined ? "" : `, vers la ligne ${lines}`;
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return `attendu des lignes de 4 millions de caractères au plus, trouvé une ligne plus longue${where} (des guillemets jamais refermés ?)`;
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `attendu un tableau entier, trouvé des guillemets jamais refermés${where}`;
  return `attendu un tableau CSV lisible, trouvé : ${error.message}`;
}
