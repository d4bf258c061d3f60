import type {JsonSource} from "../sources/index.js";
import {DamagedBytesError, type Bytes} from "./bytes.js";
import {asUtf8, NotUtf8Error, utf8Only, type Encoding} from "./encoding.js";
import {maxRecordDepth, RecordCounter, type Reading, type RecordSink} from "./records.js";
import {JsonSplitter, JsonStructureError} from "./splitter.js";

/** What reading one JSON file gave. */
export interface JsonReading extends Reading {
  encoding: Encoding;
  rootKeys: string[];
  /** True when no list of records was found, but the document may be a record itself. */
  mayBeLone: boolean;
}

/**
 * Reads the records of a JSON document in bounded memory: at the source's paths, else as one lone record or as one
 * record after the other.
 *
 * @param open Gives the bytes from the start; called again when they prove not to be UTF-8.
 * @param encoding What the first bytes look like.
 */
export async function readJson(
  source: JsonSource,
  open: () => Bytes,
  encoding: Encoding,
  sink: RecordSink
): Promise<JsonReading> {
  const reading = await attempt(source, source.paths, open, encoding, sink);
  if (reading.read > 0 || reading.damage !== null || !reading.mayBeLone) return reading;
  return {...(await attempt(source, [""], open, reading.encoding, sink)), rootKeys: reading.rootKeys};
}

async function attempt(
  source: JsonSource,
  paths: readonly string[],
  open: () => Bytes,
  encoding: Encoding,
  sink: RecordSink
): Promise<JsonReading> {
  const reader = new RecordReader(source, encoding, sink);
  const splitter = new JsonSplitter(paths, (bytes, _path, depth) => reader.take(bytes, depth));
  let damage: Error | null = null;
  try {
    const raw = open();
    for await (const chunk of asUtf8(encoding === "utf-8" ? utf8Only(raw) : raw, encoding)) splitter.push(chunk);
    splitter.end();
  } catch (error) {
    if (error instanceof NotUtf8Error) {
      sink.rewind();
      return attempt(source, paths, open, "windows-1252", sink);
    }
    if (!(error instanceof JsonStructureError) && !(error instanceof DamagedBytesError)) throw error;
    damage = error;
  }
  const walked = [...splitter.visited].filter(
    (path) => path !== "" && path !== "[]" && !source.sharedPaths.includes(path)
  );
  const hasList = walked.some((path) => path.endsWith("[]"));
  const isRecord = source.isRecord(splitter.rootKeys);
  const isOther = reader.strangers > 0 || (splitter.rootKeys.length > 0 && walked.length === 0 && !isRecord);
  const isOurs = reader.accepted + reader.certain > 0 || ((damage !== null || hasList) && !isOther);
  return {
    encoding,
    read: reader.read,
    accepted: reader.accepted,
    dialects: reader.dialects,
    isOurs,
    rootKeys: splitter.rootKeys,
    mayBeLone: isRecord || (walked.length > 0 && !hasList),
    damage
  };
}

/** Turns the bytes of each record into a row or a refusal, and counts. */
class RecordReader extends RecordCounter {
  readonly #decoder = new TextDecoder();
  readonly #note: string | null;
  readonly #copier;

  constructor(source: JsonSource, encoding: Encoding, sink: RecordSink) {
    super(source, sink);
    this.#note = encoding === "windows-1252" ? encoding : null;
    this.#copier = this.#note === null ? source.copier?.() : undefined;
  }

  take(bytes: Uint8Array, depth: number): void {
    const copy = this.#copier?.copy(bytes);
    if (copy) return this.giveCopy(copy);
    const text = this.#decoder.decode(bytes);
    const notes = this.#note === null ? [] : [this.#note];
    let value: unknown;
    try {
      value = JSON.parse(text);
      if (hasSixteenDigits(text)) value = JSON.parse(withLongNumbersQuoted(text));
    } catch (error) {
      try {
        value = JSON.parse(withLongNumbersQuoted(withoutNaN(text)));
        notes.push("nan-literal");
      } catch {
        return this.refuse("record-malformed", `JSON illisible : ${(error as Error).message}`, text);
      }
    }
    if (depth > maxRecordDepth) {
      const isStranger = !this.source.isRecord(keysOf(value));
      if (!isStranger)
        return this.refuse("record-too-deep", `${depth} niveaux d’imbrication, ${maxRecordDepth} au plus`, text);
      return this.refuse("record-not-decp", `${depth} niveaux d’imbrication, et pas les champs d’un marché`, text);
    }
    this.give(value, notes);
  }
}

/** The text with literal NaN and Infinity, which JSON does not know, replaced by null outside of strings. */
function withoutNaN(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[-+]?\b(?:NaN|Infinity)\b/g, (part) => (part[0] === '"' ? part : "null"));
}

/** True for sixteen digits in a row: looks at one character in sixteen, and around it when it is a digit. */
function hasSixteenDigits(text: string): boolean {
  for (let i = 15; i < text.length; i += 16) {
    if (!isDigit(text, i)) continue;
    let from = i;
    let to = i + 1;
    while (isDigit(text, from - 1)) from--;
    while (isDigit(text, to)) to++;
    if (to - from >= 16) return true;
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** The text with numbers of sixteen digits or more made strings, since a JavaScript number would round them. */
function withLongNumbersQuoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.]{15,}(?![\d.eE+-])/g, (part) =>
    part[0] === '"' ? part : `"${part}"`
  );
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
