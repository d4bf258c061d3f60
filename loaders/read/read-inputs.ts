import {mkdirSync, unlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {ReportInput} from "../../src/lib/report.js";
import sources, {type CsvSource} from "../sources/index.js";
import {DamagedBytesError, hashOf, headOf} from "./bytes.js";
import {copyCsv} from "./csv.js";
import {encodingOf, type Encoding} from "./encoding.js";
import {InputError, replaceIt, seeFormats} from "./errors.js";
import {contentOf, entriesOf, isCompressed, type Entry, type Input} from "./inputs.js";
import {readJson, type JsonReading} from "./json.js";
import {LineFile} from "./line-file.js";
import {recognise} from "./recognise.js";
import type {Reading, RecordSink} from "./records.js";
import {JsonStructureError} from "./splitter.js";
import {readXml, XmlError, type XmlReading} from "./xml.js";

/** One input of the work folder: what the report will say, and the file of its rows. */
export type WorkInput = ReportInput & {file: string | null};

/** What `readInputs` needs besides the disk. */
export interface ReadEffects {
  /** Called with the bytes that an entry brought, each time some were read, and its label. */
  onBytes?: (bytes: number, label: string) => void;
}

const headBytes = 64 * 1024;

/**
 * Opens every input, recognises each file by its content and writes the work folder: `inputs.json`,
 * `decp/<source_id>.ndjson`, `csv/<source_id>.csv`, `refused.ndjson`.
 *
 * @param work An existing empty folder.
 * @param options.keepGoing Leave damaged files out, as `failed`, instead of throwing.
 * @returns One entry per file, in the order read. Always: records_read = rows_staged + rows_refused.
 * @throws {InputError} On a damaged file, one of no supported format that was given directly, or an input in which
 * nothing could be read.
 */
export async function readInputs(
  work: string,
  inputs: readonly Input[],
  {keepGoing = false}: {keepGoing?: boolean} = {},
  effects: ReadEffects = {}
): Promise<WorkInput[]> {
  for (const folder of ["decp", "csv"]) mkdirSync(join(work, folder), {recursive: true});
  const refused = new LineFile(join(work, "refused.ndjson"));
  const reader = new EntryReader(work, refused, effects);
  const done: WorkInput[] = [];
  try {
    for (const input of inputs) {
      const first = done.length;
      for await (const entry of entriesOf(input)) done.push(await orFailed(entry, reader, keepGoing));
      throwWhenNothingRead(input, done.slice(first));
    }
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
  if (input.isOptional || read.some(({ignored, failed}) => failed !== null || ignored === null || isTwin(ignored)))
    return;
  const reasons = read.slice(0, 3).map(({path, ignored}) => `\n  ${path} : ${ignored}`);
  const found =
    read.length === 0 ? "un dossier vide" : `${read.length} fichier(s) de format non lu :${reasons.join("")}`;
  throw new InputError(input.label, `attendu au moins un fichier lisible, trouvé ${found}`, seeFormats);
}

/** Reads one file after the other; knows the contents seen before. */
class EntryReader {
  readonly #seen = new Map<string, string>();

  constructor(
    readonly work: string,
    readonly refused: LineFile,
    readonly effects: ReadEffects
  ) {}

  async read(entry: Entry): Promise<WorkInput> {
    const result = blank(entry.label, entry.bytes, entry.isFictional);
    if (entry.aside !== null) return this.#aside(entry, result, entry.aside);
    const {compressed, head} = await this.#headOf(entry);
    const recognised = recognise(head);
    if (recognised.kind === "other") return this.#aside(entry, result, recognised.reason);
    const {sha256, bytes} = await hashOf(this.#counted(entry));
    result.sha256 = sha256;
    result.bytes = bytes;
    const twin = this.#seen.get(sha256);
    if (twin !== undefined) return {...result, ignored: `identique à ${twin}`};
    this.#seen.set(sha256, entry.label);
    const encoding = encodingOf(head);
    const named = {...result, source_id: sha256.slice(0, 12)};
    const open = () => this.#content(entry, compressed);
    if (recognised.kind === "csv") return this.#csv(entry, compressed, encoding, recognised.source, named);
    if (recognised.kind === "xml")
      return this.#records(entry, compressed, named, sources.xml, async (sink) => {
        const reading = await readXml(sources.xml, open, head, sink);
        return {reading, strangeness: () => xmlStrangeness(reading)};
      });
    return this.#records(entry, compressed, named, sources.json, async (sink) => {
      const reading = await readJson(sources.json, open, encoding, sink);
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

  #aside(entry: Entry, result: WorkInput, reason: string): WorkInput {
    if (entry.isGiven)
      throw new InputError(entry.label, `attendu des DECP ou un autre format lu, trouvé : ${reason}`, seeFormats);
    return {...result, ignored: reason};
  }

  async #csv(
    entry: Entry,
    compressed: boolean,
    start: Encoding,
    source: CsvSource,
    result: WorkInput
  ): Promise<WorkInput> {
    const file = join("csv", `${result.source_id}.csv`);
    const copy = new LineFile(join(this.work, file));
    const {encoding, damage} = await copyCsv(() => this.#content(entry, compressed), start, copy).finally(() =>
      copy.close()
    );
    if (damage) {
      unlinkSync(join(this.work, file));
      throw damaged(entry.label, damage);
    }
    return {...result, file, dataset: source.dataset, format: formatOf("csv", compressed, encoding)};
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
    const file = join("decp", `${result.source_id}.ndjson`);
    const rows = new LineFile(join(this.work, file));
    const refusedBefore = this.refused.length;
    const head = `{"source_id":"${result.source_id}","record_number":`;
    const rewind = (): void => {
      rows.rewind(0);
      this.refused.rewind(refusedBefore);
    };
    const sink = {
      row: (row: object, n: number) => rows.write(`${head}${n},${JSON.stringify(row).slice(1)}`),
      refused: (refusal: object, n: number) => this.refused.write(`${head}${n},${JSON.stringify(refusal).slice(1)}`),
      rewind
    };
    let isKept = false;
    try {
      const {reading, strangeness} = await read(sink);
      if (reading.damage && (reading.isOurs || entry.isGiven)) throw damaged(entry.label, reading.damage);
      if (!reading.isOurs) return this.#aside(entry, {...result, source_id: null}, strangeness());
      isKept = true;
      return {
        ...result,
        file,
        dataset,
        format: formatOf(format, compressed, reading.encoding),
        dialects: reading.dialects,
        records_read: reading.read,
        rows_staged: reading.accepted,
        rows_refused: reading.read - reading.accepted
      };
    } finally {
      if (!isKept) rewind();
      rows.close();
      if (!isKept) unlinkSync(join(this.work, file));
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

function blank(path: string, bytes: number, isFictional: boolean): WorkInput {
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

function formatOf(format: string, compressed: boolean, encoding: string): string {
  return `${format}${compressed ? ".gz" : ""}${encoding === "utf-8" ? "" : ` (${encoding})`}`;
}

function isTwin(ignored: string): boolean {
  return ignored.startsWith("identique à ");
}

function jsonStrangeness({rootKeys, read, damage}: JsonReading): string {
  const found =
    rootKeys.length > 0
      ? `clés « ${rootKeys.slice(0, 5).join(", ")} »`
      : read > 0
        ? `une liste de ${read} éléments d’une autre sorte`
        : "une liste vide";
  return `JSON qui n’est pas du DECP (${found}${damage ? ", document abîmé" : ""})`;
}

function xmlStrangeness({root, damage}: XmlReading): string {
  const found = root === null ? "sans élément racine" : `racine « ${root} »`;
  return `document XML qui n’est pas du DECP (${found}${damage ? ", document abîmé" : ""})`;
}

function damaged(label: string, error: Error): InputError {
  if (error instanceof DamagedBytesError)
    return new InputError(
      label,
      `attendu un fichier compressé entier, trouvé un fichier tronqué ou abîmé (${error.message})`,
      replaceIt
    );
  if (error instanceof XmlError) return new InputError(label, error.problem, replaceIt);
  if (!(error instanceof JsonStructureError))
    return new InputError(label, `fichier abîmé : ${error.message}`, replaceIt);
  const found = {
    truncated: `un fichier tronqué : il s’arrête à l’octet ${error.offset} avec ${error.open} crochet(s) ou accolade(s) jamais fermés`,
    unbalanced: `un crochet ou une accolade de trop à l’octet ${error.offset}`,
    stray: `un contenu qui n’est pas du JSON à l’octet ${error.offset}`,
    "too-large": `un seul enregistrement de plus de 64 Mo vers l’octet ${error.offset}`
  }[error.code];
  return new InputError(
    label,
    `attendu un document JSON entier, trouvé ${found}, après ${error.found} enregistrement(s)`,
    replaceIt
  );
}
