import {SaxesParser} from "saxes";
import type {XmlSource} from "../sources/decp-xml.js";
import {DamagedBytesError, type Bytes} from "./bytes.js";
import {encodingOf, NotUtf8Error} from "./encoding.js";
import {maxRecordDepth, RecordCounter, type Reading, type RecordSink} from "./records.js";
import {inFrench, XmlError} from "./xml-error.js";
import {isBlank, PlainRecords} from "./xml-plain.js";
import {localName, XmlRecords} from "./xml-records.js";
import {declaredEncoding, linesIn, textOf} from "./xml-text.js";

/** Characters of one record, or between two tags, that are kept in memory at most. */
const maxCharacters = 64 * 1024 * 1024;
/** Characters of a record that are held back until its end comes. */
const maxCarried = 1024 * 1024;
/** Elements open at the same time at most. */
const maxOpen = 100_000;

/** What reading one XML file gave. */
export interface XmlReading extends Reading {
  /** Local name of the root element; null when there is none. */
  root: string | null;
}

/**
 * Reads the record elements of an XML document in bounded memory. No DTD is read and no entity expanded beyond the five
 * of XML: a document type with declarations or an external part is refused.
 *
 * The text is UTF-8 or UTF-16 when it can be; else as its declaration says, Windows-1252 when that cannot be either.
 *
 * @param open Gives the bytes from the start; called again when they prove not to be UTF-8.
 * @param head The first bytes.
 */
export async function readXml(
  source: XmlSource,
  open: () => Bytes,
  head: Uint8Array,
  sink: RecordSink
): Promise<XmlReading> {
  try {
    return await attempt(source, open, encodingOf(head), [], sink);
  } catch (error) {
    if (!(error instanceof NotUtf8Error)) throw error;
    sink.rewind();
    const declared = declaredEncoding(head);
    if (declared === null) return attempt(source, open, "windows-1252", ["windows-1252"], sink);
    return attempt(source, open, declared, [], sink);
  }
}

async function attempt(
  source: XmlSource,
  open: () => Bytes,
  encoding: string,
  notes: readonly string[],
  sink: RecordSink
): Promise<XmlReading> {
  const counter = new RecordCounter(source, sink);
  const document = new XmlDocument(source, counter, notes);
  let damage: Error | null = null;
  try {
    for await (const text of textOf(open(), encoding)) document.push(text);
    document.end();
  } catch (error) {
    if (!(error instanceof XmlError) && !(error instanceof DamagedBytesError)) throw error;
    damage = error;
  }
  const {read, accepted, certain, dialects} = counter;
  const {root} = document;
  const isOurs = accepted + certain > 0 || (root !== null && source.rootNames.has(root));
  return {encoding, read, accepted, dialects, isOurs, root, damage};
}

/** Feeds the parser with text, and the records with its events. */
class XmlDocument {
  root: string | null = null;
  readonly #parser = new SaxesParser({position: false});
  readonly #records: XmlRecords;
  readonly #notes: readonly string[];
  #open = 0;
  #tags = 0;
  readonly #plain: PlainRecords;
  readonly #endTag: RegExp;
  /** True when the text goes on after the end of a record, outside of any record. */
  #isBetween = false;
  /** Text that has been taken but not read: a record whose end is still to come. */
  #carried = "";
  /** Characters that the parser got so far; and had got at the end of the last record. */
  #fed = 0;
  #closedAt = -1;
  #skippedLines = 0;
  #skippedColumns = 0;
  #skippedOnLine = -1;
  #isStarted = false;
  #recordStart = 0;
  #lastTag = 0;

  constructor(
    source: XmlSource,
    readonly counter: RecordCounter,
    notes: readonly string[]
  ) {
    this.#notes = notes;
    this.#records = new XmlRecords(source.recordNames, maxRecordDepth + 1, (value, depth, own) =>
      this.#take(value, depth, own)
    );
    this.#plain = new PlainRecords(source.recordNames, maxRecordDepth + 1);
    this.#endTag = new RegExp(`</(?:${[...source.recordNames].join("|")})>`, "g");
    const parser = this.#parser;
    parser.on("error", (error) => this.#onError(error.message));
    parser.on("doctype", (declaration) => this.#onDoctype(declaration));
    parser.on("opentag", ({name}) => this.#onOpen(name));
    parser.on("closetag", () => this.#onClose());
    parser.on("text", (text) => this.#records.text(text));
    parser.on("cdata", (text) => this.#records.text(text));
  }

  /** Takes the next piece of the text, cut anywhere. */
  push(text: string): void {
    let rest = this.#carried + text;
    this.#carried = "";
    if (!this.#isStarted) {
      rest = rest.trimStart();
      this.#skippedLines += linesIn(text) - linesIn(rest);
      this.#isStarted = rest !== "";
    }
    if (control.test(rest)) return this.#parseControlled(rest);
    for (let at = 0; at < rest.length;) at = this.#isBetween ? this.#readPlain(rest, at) : this.#parse(rest, at);
  }

  /** @throws {XmlError} When the document is not closed. */
  end(): void {
    if (this.#carried !== "") this.#feed(this.#carried);
    this.#parser.close();
  }

  /** Reads plain records from a place between two records on; gives where the parser must go on, or the end. */
  #readPlain(text: string, from: number): number {
    let at = from;
    for (;;) {
      const start = text.indexOf("<", at);
      const value = start >= 0 && isBlank(text, at, start) ? this.#plain.maybeRead(text, start) : undefined;
      if (value === undefined) break;
      at = this.#plain.end;
      this.counter.give(value, this.#notes);
    }
    this.#skip(text, from, at);
    if (text.length - at < maxCarried && this.#endOfRecord(text, at) < 0) {
      this.#carried = text.slice(at);
      return text.length;
    }
    this.#isBetween = false;
    return at;
  }

  /** Parses up to the end of the next record, after which plain ones may follow; gives where that is. */
  #parse(text: string, from: number): number {
    const end = this.#endOfRecord(text, from);
    const to = end < 0 ? text.length : end;
    this.#feed(from === 0 && to === text.length ? text : text.slice(from, to));
    this.#isBetween = this.#closedAt === this.#fed;
    return to;
  }

  #parseControlled(text: string): void {
    this.#isBetween = false;
    text.split(control).forEach((part, i) => {
      if (i > 0) this.#records.note(controlNote);
      this.#feed(part);
    });
  }

  #feed(text: string): void {
    const tags = this.#tags;
    this.#fed += text.length;
    this.#parser.write(text);
    if (this.#records.isOpen && this.#fed - this.#recordStart > maxCharacters) this.#tooLarge();
    if (this.#tags === tags && this.#fed - this.#lastTag > maxCharacters) this.#tooLarge();
    if (this.#tags !== tags) this.#lastTag = this.#fed;
  }

  #endOfRecord(text: string, from: number): number {
    this.#endTag.lastIndex = from;
    return this.#endTag.test(text) ? this.#endTag.lastIndex : -1;
  }

  /** Keeps the place of errors right over text that the parser has not seen. */
  #skip(text: string, from: number, to: number): void {
    const {line, column} = this.#parser;
    const break_ = text.lastIndexOf("\n", to - 1);
    if (break_ < from) this.#skippedColumns = to - from + (this.#skippedOnLine === line ? this.#skippedColumns : 0);
    else {
      this.#skippedLines += linesIn(text.slice(from, to));
      this.#skippedColumns = to - break_ - 1 - column;
    }
    this.#skippedOnLine = line;
  }

  #onOpen(name: string): void {
    if (this.#open++ === 0) this.root = localName(name);
    if (this.#open > maxOpen) throw this.#error(`plus de ${maxOpen} balises ouvertes à la fois`);
    this.#tags++;
    const wasOpen = this.#records.isOpen;
    this.#records.open(name);
    if (!wasOpen) this.#recordStart = this.#parser.position;
  }

  #onClose(): void {
    this.#open--;
    this.#tags++;
    const wasOpen = this.#records.isOpen;
    this.#records.close();
    if (wasOpen && !this.#records.isOpen) this.#closedAt = this.#parser.position;
  }

  #onDoctype(declaration: string): void {
    if (/[[]|\b(SYSTEM|PUBLIC)\b/.test(declaration))
      throw this.#error("une déclaration DOCTYPE avec des entités ou une partie externe, refusée par sûreté");
  }

  #onError(message: string): void {
    if (message === "malformed character entity.") this.#records.note(controlNote);
    else throw this.#error(inFrench(message));
  }

  #take(value: unknown, depth: number, own: readonly string[]): void {
    const notes = [...this.#notes, ...own];
    const text = (): string => JSON.stringify(value) ?? "";
    if (depth <= maxRecordDepth)
      return this.counter.give(own.includes(controlNote) ? withoutReferences(value) : value, notes);
    const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
    if (this.counter.source.isRecord(keys))
      return this.counter.refuse(
        "record-too-deep",
        `${depth} niveaux d’imbrication, ${maxRecordDepth} au plus`,
        text()
      );
    this.counter.refuse("record-not-decp", `${depth} niveaux d’imbrication, et pas les champs d’un marché`, text());
  }

  #tooLarge(): never {
    throw this.#error("un seul enregistrement, ou un seul texte, de plus de 64 millions de caractères");
  }

  #error(found: string): XmlError {
    const {line, column} = this.#parser;
    const skipped = this.#skippedOnLine === line ? this.#skippedColumns : 0;
    const where = `ligne ${line + this.#skippedLines}, colonne ${column + skipped}`;
    return new XmlError(
      `attendu un document XML bien formé, trouvé ${found} (${where}), après ${this.counter.read} enregistrement(s)`
    );
  }
}

/** Characters that XML forbids, and references to them. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]+/;
const controlReference = /&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;
const controlNote = "control-characters";

function withoutReferences(value: unknown): unknown {
  if (typeof value === "string") return value.replace(controlReference, "").trim() || null;
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, withoutReferences(inside)]));
}
