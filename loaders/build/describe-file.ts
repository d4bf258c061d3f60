import {createReadStream, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {Readable} from "node:stream";
import {tableFromIPC} from "apache-arrow";
import {parse} from "csv-parse";
import {Description, mostDistinct, type ColumnDescription, type ColumnKind} from "../../src/lib/describe.js";
import {fileBytes, gunzipped, headOf, isGzip} from "../read/bytes.js";
import {asUtf8, encodingOf} from "../read/encoding.js";
import type {WorkInput} from "../read/read-inputs.js";
import {maybeHeader} from "../read/table-header.js";
import {BuildError} from "./errors.js";
import {findInputs} from "./find-inputs.js";
import {readArgs, runDeno, type Progress} from "./processes.js";

const headBytes = 64 * 1024;

/** A file, described: what it was recognised as, and the columns of its records. */
export interface DescribedFile {
  label: string;
  /** Format and data set in words; for a table of unknown headings, that they are. */
  what: string;
  records: number;
  columns: ColumnDescription[];
}

/**
 * Describes a file that an analyst has in hand, without building anything: any file that `npm run data` reads, as its
 * reader understands it; a published table in Arrow; a CSV file of unknown headings, as it stands.
 *
 * @param path As typed.
 * @param base Folder that it starts from.
 * @returns One entry per readable file below the path.
 * @throws {BuildError} When nothing there can be read, with what the reader says.
 */
export async function describeFile(
  path: string,
  {
    root,
    base,
    signal,
    onProgress
  }: {root: string; base: string; signal: AbortSignal; onProgress: (progress: Progress) => void}
): Promise<DescribedFile[]> {
  const inputs = findInputs([path], root, base).slice(-1);
  const [input] = inputs;
  if (!input) throw new BuildError(`${path} : attendu un fichier, trouvé rien à ce chemin.`);
  if (input.path.endsWith(".arrow")) return [describeArrow(input.path, input.label)];
  const temporary = mkdtempSync(join(tmpdir(), "carnets-describe-"));
  try {
    const work = join(temporary, "work");
    const place = {out: temporary, temporary, work, next: temporary};
    const args = readArgs(root, place, inputs, {keepGoing: true, mapping: null});
    await runDeno(args, onProgress, signal);
    const read = JSON.parse(readFileSync(join(work, "inputs.json"), "utf8")) as WorkInput[];
    const described: DescribedFile[] = [];
    for (const one of read) if (one.file !== null) described.push(await describeWork(work, one));
    if (described.length > 0) return described;
    throw new BuildError(read.map(({path: name, failed, ignored}) => `${name} : ${failed ?? ignored}`).join("\n"));
  } catch (error) {
    const table = await maybeTable(input.path, input.label);
    if (table === null) throw error;
    return [table];
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
}

/** What `describe` prints of one file: a line per column, as wide as its longest cells. */
export function descriptionText({label, what, records, columns}: DescribedFile): string {
  const rows = columns.map((column) => [
    column.name,
    kindNames[column.kind],
    column.count === 0 ? "–" : `${percent.format(column.nulls / column.count)}`,
    column.distinct >= mostDistinct ? `${count.format(mostDistinct)} ou plus` : count.format(column.distinct),
    rangeOf(column),
    column.examples.join(" ; ")
  ]);
  const table = [["colonne", "type", "sans valeur", "différentes", "de – à", "exemples"], ...rows];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd()
  );
  return [`${label} : ${what}, ${count.format(records)} enregistrements`, "", ...lines, ""].join("\n");
}

const kindNames: Readonly<Record<ColumnKind, string>> = {
  boolean: "oui ou non",
  date: "date",
  integer: "entier",
  number: "nombre",
  text: "texte",
  empty: "vide"
};
const count = new Intl.NumberFormat("fr-FR");
const percent = new Intl.NumberFormat("fr-FR", {style: "percent", maximumFractionDigits: 1});

function rangeOf({kind, min, max}: ColumnDescription): string {
  if (min === null || max === null || kind === "text" || kind === "boolean") return "";
  return min === max ? String(min) : `${min} – ${max}`;
}

function describeArrow(path: string, label: string): DescribedFile {
  const table = tableFromIPC(readFileSync(path));
  const description = new Description();
  const isDate = new Set(table.schema.fields.filter(({type}) => String(type).startsWith("Date")).map(({name}) => name));
  for (const row of table)
    description.take(
      Object.fromEntries(
        Object.entries(row.toJSON() as Record<string, unknown>).map(([name, value]) => [
          name,
          isDate.has(name) && value !== null ? new Date(value as number).toISOString().slice(0, 10) : value
        ])
      )
    );
  return {label, what: "table publiée (Arrow)", records: description.count, columns: description.columns()};
}

/** The rows that the reader made of one input. */
async function describeWork(work: string, input: WorkInput): Promise<DescribedFile> {
  const description = new Description();
  for (const file of [input.file as string, ...(input.moreFiles ?? [])])
    for await (const record of recordsOf(join(work, file))) description.take(record);
  const dialects = Object.keys(input.dialects).join(", ");
  const what = `${input.format}, ${input.dataset}${dialects === "" ? "" : ` (${dialects})`}`;
  return {label: input.path, what, records: description.count, columns: description.columns()};
}

/** Fields that the reader adds to each record, which the file does not hold. */
const added = ["source_id", "record_number", "kind", "dialect"];
/** Fields of numbers, which it keeps as they are written. */
const numbers = ["amount", "duration_months", "offers_received", "advance_rate", "subsidy"];

async function* recordsOf(path: string): AsyncGenerator<Record<string, unknown>> {
  if (path.endsWith(".csv")) yield* rowsOf(createReadStream(path), {delimiter: ",", line: 1});
  if (!path.endsWith(".ndjson")) return;
  for await (const line of createInterface({input: createReadStream(path)})) {
    const record = JSON.parse(line) as Record<string, unknown>;
    for (const name of added) delete record[name];
    for (const name of numbers) if (typeof record[name] === "string") record[name] = cellValue(record[name]);
    yield record;
  }
}

/** A CSV file of unknown headings, as it stands; null when it is none. */
async function maybeTable(path: string, label: string): Promise<DescribedFile | null> {
  const isZipped = isGzip(await headOf(fileBytes(path), 2));
  const open = () => (isZipped ? gunzipped(fileBytes(path)) : fileBytes(path));
  const head = await headOf(open(), headBytes);
  const encoding = encodingOf(head);
  const header = maybeHeader(new TextDecoder(encoding).decode(head));
  if (header === null || head.includes(0) || /^\s*[<{[]/.test(new TextDecoder(encoding).decode(head))) return null;
  const description = new Description();
  const text = Readable.from(asUtf8(open(), encoding));
  for await (const row of rowsOf(text, {delimiter: header.separator, line: header.line})) description.take(row);
  const what = "tableau dont l’en-tête n’est pas connu (voir --mapping dans npm run data -- --help)";
  return {label, what, records: description.count, columns: description.columns()};
}

/** Rows of a CSV text by heading; a cell that reads as a plain number is one, an identifier with zeros before is not. */
async function* rowsOf(
  text: Readable,
  {delimiter, line}: {delimiter: string; line: number}
): AsyncGenerator<Record<string, unknown>> {
  const parser = parse({
    delimiter,
    from_line: line,
    columns: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true
  });
  for await (const row of text.pipe(parser) as AsyncIterable<Record<string, string>>)
    yield Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cellValue(cell)]));
}

function cellValue(cell: string): string | number {
  return /^-?(?:0|[1-9]\d{0,14})(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : cell;
}
