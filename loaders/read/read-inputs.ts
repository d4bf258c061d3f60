import {mkdirSync, unlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {ReportInput} from "../../src/lib/report.js";
import sources, {type CsvSource, type YamlSource} from "../sources/index.js";
import type {Mapping} from "../sources/mapping.js";
import {datasetOf} from "../sources/tables.js";
import {blank, formatOf} from "./blank-input.js";
import {DamagedBytesError, hashOf, headOf} from "./bytes.js";
import {copyCsv, copyText} from "./csv.js";
import {readCsvTable} from "./csv-table.js";
import {encodingOf, type Encoding} from "./encoding.js";
import {InputError, replaceIt, seeFormats} from "./errors.js";
import {contentOf, entriesOf, isCompressed, type Entry, type Input} from "./inputs.js";
import {readJson} from "./json.js";
import {LineFile} from "./line-file.js";
import {diskBuffer, memoryBuffer} from "./parquet-buffer.js";
import {openParquet, readParquetTable, type ParquetFile} from "./parquet-table.js";
import {damaged, jsonStrangeness, xmlStrangeness} from "./problems.js";
import {recognise, unknownTable, type Unread} from "./recognise.js";
import type {Reading, RecordSink} from "./records.js";
import {RowFiles, type WholeFile} from "./row-files.js";
import {MappingCheck} from "./table.js";
import {readXml} from "./xml.js";

/** One input of the work folder: what the report will say, the file of its rows, and the others when they are many. */
export type WorkInput = ReportInput & {file: string | null; moreFiles?: string[]};

/** How to read. */
export interface ReadOptions {
  /** Leave damaged files out, as `failed`, instead of throwing. */
  keepGoing?: boolean;
  /** What the columns of tables with unknown headings mean; it must serve at least one table. */
  mapping?: Mapping | null;
}

/** What `readInputs` needs besides the disk. */
export interface ReadEffects {
  /** Called with the bytes that an entry brought, each time some were read, and its label. */
  onBytes?: (bytes: number, label: string) => void;
  /** Called with each file of rows that is whole, except the last one of its input. The input may still prove damaged. */
  onWhole?: (file: WholeFile) => void;
  /** Size at which a file of rows is whole; 64 MB by default. */
  rowFileBytes?: number | undefined;
}

const headBytes = 64 * 1024;

/**
 * Opens every input, recognises each file by its content and writes the work folder: `inputs.json`,
 * `decp/<source_id>.ndjson` (and `.1.ndjson` and so on, when it is large), `csv/<source_id>.csv` or `.yaml`,
 * `refused.ndjson`.
 *
 * @param work An existing empty folder.
 * @returns One entry per file, in the order read. Always: records_read = rows_staged + rows_refused.
 * @throws {InputError} On a damaged file, one of no supported format that was given directly, or an input in which
 * nothing could be read.
 */
export async function readInputs(
  work: string,
  inputs: readonly Input[],
  {keepGoing = false, mapping = null}: ReadOptions = {},
  effects: ReadEffects = {}
): Promise<WorkInput[]> {
  for (const folder of ["decp", "csv"]) mkdirSync(join(work, folder), {recursive: true});
  const refused = new LineFile(join(work, "refused.ndjson"));
  const check = new MappingCheck(mapping);
  const reader = new EntryReader(work, refused, check, effects);
  const done: WorkInput[] = [];
  try {
    for (const input of inputs) {
      const first = done.length;
      for await (const entry of entriesOf(input)) {
        reader.rank = done.length;
        done.push(await orFailed(entry, reader, keepGoing));
      }
      throwWhenNothingRead(input, done.slice(first));
    }
    check.throwWhenUnused();
  } finally {
    refused.close();
  }
  writeFileSync(join(work, "inputs.json"), JSON.stringify(done, null, 1));
  return done;
}

async function orFailed(entry: Entry | InputError, reader: EntryReader, keepGoing: boolean): Promise<WorkInput> {
  try {
    if (entry instanceof InputError) throw entry;
    return await reader.read(entry);
  } catch (error) {
    if (!(error instanceof InputError) || !keepGoing) throw error;
    const label = entry instanceof InputError ? entry.path : entry.label;
    const bytes = entry instanceof InputError ? 0 : entry.bytes;
    const isFictional = entry instanceof InputError ? false : entry.isFictional;
    return {...blank(label, bytes, isFictional), failed: error.problem};
  }
}

function throwWhenNothingRead(input: Input, read: readonly WorkInput[]): void {
  if (input.isOwn || read.some(({ignored, failed}) => failed !== null || ignored === null || isTwin(ignored))) return;
  const reasons = read.slice(0, 3).map(({path, ignored}) => `\n  ${path} : ${ignored}`);
  const found =
    read.length === 0 ? "un dossier vide" : `${read.length} fichier(s) de format non lu :${reasons.join("")}`;
  throw new InputError(input.label, `attendu au moins un fichier lisible, trouvé ${found}`, seeFormats);
}

/** Reads one file after the other; knows the contents seen before. */
class EntryReader {
  readonly #seen = new Map<string, string>();
  /** Place of the entry among those of the build. */
  rank = 0;

  constructor(
    readonly work: string,
    readonly refused: LineFile,
    readonly tables: MappingCheck,
    readonly effects: ReadEffects
  ) {}

  async read(entry: Entry): Promise<WorkInput> {
    const result = blank(entry.label, entry.bytes, entry.isFictional);
    if (entry.aside !== null) return this.#aside(entry, result, {reason: entry.aside});
    const {compressed, head} = await this.#headOf(entry);
    const recognised = recognise(head, this.tables);
    if (recognised.kind === "other") return this.#aside(entry, result, recognised);
    const {sha256, bytes} = await hashOf(this.#counted(entry));
    result.sha256 = sha256;
    result.bytes = bytes;
    const twin = this.#seen.get(sha256);
    if (twin !== undefined) return {...result, ignored: `identique à ${twin}`};
    this.#seen.set(sha256, entry.label);
    const encoding = encodingOf(head);
    const named = {...result, source_id: sha256.slice(0, 12)};
    const open = () => this.#content(entry, compressed);
    if (recognised.kind === "csv" || recognised.kind === "yaml")
      return this.#text(entry, compressed, encoding, recognised.source, named);
    if (recognised.kind === "table") {
      const {reader, header} = recognised;
      return this.#records(entry, compressed, named, {format: "csv", dataset: reader.dataset}, async (sink) => ({
        reading: await readCsvTable(reader, header, open, encoding, sink),
        strangeness: () => ""
      }));
    }
    if (recognised.kind === "parquet") return this.#parquet(entry, compressed, named);
    if (recognised.kind === "xml")
      return this.#records(entry, compressed, named, sources.xml, async (sink) => {
        const reading = await readXml(sources.xml, open, head, sink);
        return {reading, strangeness: () => xmlStrangeness(reading)};
      });
    const source = sources.json(new TextDecoder(encoding).decode(head));
    return this.#records(entry, compressed, named, source, async (sink) => {
      const reading = await readJson(source, open, encoding, sink);
      return {reading, strangeness: () => jsonStrangeness(reading)};
    });
  }

  async #headOf(entry: Entry): Promise<{compressed: boolean; head: Uint8Array}> {
    try {
      const compressed = await isCompressed(entry);
      return {compressed, head: await headOf(contentOf(entry, compressed), headBytes)};
    } catch (error) {
      throw damaged(entry.label, error as Error);
    }
  }

  #aside(entry: Entry, result: WorkInput, {reason, advice = seeFormats}: Omit<Unread, "kind">): WorkInput {
    if (entry.isGiven)
      throw new InputError(entry.label, `attendu des DECP ou un autre format lu, trouvé : ${reason}`, advice);
    return {...result, ignored: reason};
  }

  /** Copies a reference table or document as it is, in UTF-8. */
  async #text(
    entry: Entry,
    compressed: boolean,
    start: Encoding,
    {dataset, format}: CsvSource | YamlSource,
    result: WorkInput
  ): Promise<WorkInput> {
    const file = join("csv", `${result.source_id}.${format}`);
    const copy = new LineFile(join(this.work, file));
    const content = () => this.#content(entry, compressed);
    const copying = format === "csv" ? copyCsv(content, start, copy) : copyText(content, start, copy);
    const {encoding, damage} = await copying.finally(() => copy.close());
    if (damage) {
      unlinkSync(join(this.work, file));
      throw damaged(entry.label, damage);
    }
    return {...result, file, dataset, format: formatOf(format, compressed, encoding)};
  }

  async #parquet(entry: Entry, compressed: boolean, result: WorkInput): Promise<WorkInput> {
    let file: ParquetFile;
    try {
      const onBytes = (bytes: number): void => this.effects.onBytes?.(bytes, entry.label);
      const isOnDisk = entry.path !== null && !compressed;
      file = await openParquet(
        isOnDisk
          ? diskBuffer(entry.path as string, entry.bytes, onBytes)
          : await memoryBuffer(this.#content(entry, compressed))
      );
    } catch (error) {
      if (error instanceof DamagedBytesError) throw damaged(entry.label, error);
      throw new InputError(entry.label, `fichier Parquet illisible : ${(error as Error).message}`, replaceIt);
    }
    const table = sources.csv.find(
      ({dataset, columns}) => dataset === "sirene" && columns.every((c) => file.columns.includes(c))
    );
    if (table) return this.#copied(entry, compressed, {...result, dataset: table.dataset});
    const reader = this.tables.maybeReaderOf(file.columns);
    if (!reader) return this.#aside(entry, {...result, source_id: null}, unknownTable("Parquet", file.columns));
    return this.#records(entry, compressed, result, {format: "parquet", dataset: reader.dataset}, async (sink) => ({
      reading: await readParquetTable(reader, file, sink),
      strangeness: () => ""
    }));
  }

  /** Copies a Parquet register as it is: DuckDB reads the few columns and rows of it that are in use. */
  async #copied(entry: Entry, compressed: boolean, result: WorkInput): Promise<WorkInput> {
    const file = join("csv", `${result.source_id}.parquet`);
    const copy = new LineFile(join(this.work, file));
    try {
      for await (const chunk of this.#content(entry, compressed)) copy.writeBytes(chunk);
    } finally {
      copy.close();
    }
    return {...result, file, format: formatOf("parquet", compressed, "utf-8")};
  }

  /**
   * Writes the rows and refusals of a file of records; forgets them when the file proves to be damaged or another
   * source's.
   */
  async #records(
    entry: Entry,
    compressed: boolean,
    result: WorkInput,
    {dataset, format}: {dataset: string; format: string},
    read: (sink: RecordSink) => Promise<{reading: Reading; strangeness: () => string}>
  ): Promise<WorkInput> {
    const {rank} = this;
    const sourceId = result.source_id as string;
    const onFull = (file: string): void => this.effects.onWhole?.({file, sourceId, rank});
    const rows = new RowFiles(this.work, sourceId, onFull, this.effects.rowFileBytes);
    const refusedBefore = this.refused.length;
    const head = `{"source_id":"${sourceId}","record_number":`;
    const rewind = (): void => {
      rows.rewind();
      this.refused.rewind(refusedBefore);
    };
    const sink = {
      row: (row: object, n: number) => rows.write(`${head}${n},${withoutNul(JSON.stringify(row)).slice(1)}`),
      rowText: (text: Uint8Array, n: number) => rows.writeJoined(`${head}${n},`, text),
      refused: (refusal: object, n: number) => this.refused.write(`${head}${n},${JSON.stringify(refusal).slice(1)}`),
      rewind
    };
    let isKept = false;
    try {
      const {reading, strangeness} = await read(sink);
      if (reading.damage && (reading.isOurs || entry.isGiven)) throw damaged(entry.label, reading.damage);
      if (!reading.isOurs) return this.#aside(entry, {...result, source_id: null}, {reason: strangeness()});
      isKept = true;
      return {
        ...result,
        ...rows.close(),
        dataset: datasetOf(reading.dialects, dataset),
        format: formatOf(format, compressed, reading.encoding),
        dialects: reading.dialects,
        records_read: reading.read,
        rows_staged: reading.accepted,
        rows_refused: reading.read - reading.accepted
      };
    } finally {
      if (!isKept) this.refused.rewind(refusedBefore);
      if (!isKept) rows.abandon();
    }
  }

  #content(entry: Entry, compressed: boolean): AsyncIterable<Uint8Array> {
    return contentOf({...entry, open: () => this.#counted(entry)}, compressed);
  }

  async *#counted(entry: Entry): AsyncGenerator<Uint8Array> {
    for await (const chunk of entry.open()) {
      this.effects.onBytes?.(chunk.length, entry.label);
      yield chunk;
    }
  }
}

/** JSON text without the character NUL, which no text of a contract means and SQL cannot write. */
function withoutNul(json: string): string {
  if (!json.includes("\\u0000")) return json;
  return json.replace(/\\(?:u0000|.)/g, (escape) => (escape === "\\u0000" ? "" : escape));
}

function isTwin(ignored: string): boolean {
  return ignored.startsWith("identique à ");
}
