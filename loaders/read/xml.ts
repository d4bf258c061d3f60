import {SaxesParser} from "saxes";
import type {XmlSource} from "../sources/decp-xml.js";
import {DamagedBytesError, type Bytes} from "./bytes.js";
import {encodingOf, NotUtf8Error, utf8Only} from "./encoding.js";
import {maxRecordDepth, RecordCounter, type Reading, type RecordSink} from "./records.js";
import {localName, XmlRecords} from "./xml-records.js";

/** Characters of one record, or between two tags, that are kept in memory at most. */
const maxCharacters = 64 * 1024 * 1024;
/** Elements open at the same time at most. */
const maxOpen = 100_000;

/** Why an XML document cannot be read. `problem` is French: what was expected and what was found, with line and column. */
export class XmlError extends Error {
  constructor(readonly problem: string) {
    super(problem);
  }
}

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
  #skippedLines = 0;
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
    const parser = this.#parser;
    parser.on("error", (error) => this.#onError(error.message));
    parser.on("doctype", (declaration) => this.#onDoctype(declaration));
    parser.on("opentag", ({name}) => this.#onOpen(name));
    parser.on("closetag", () => this.#onClose());
    parser.on("text", (text) => this.#records.text(text));
    parser.on("cdata", (text) => this.#records.text(text));
  }

  push(text: string): void {
    let rest = text;
    if (!this.#isStarted) {
      rest = text.trimStart();
      this.#skippedLines += text.slice(0, text.length - rest.length).split("\n").length - 1;
      this.#isStarted = rest !== "";
    }
    const tags = this.#tags;
    if (!control.test(rest)) this.#parser.write(rest);
    else
      rest.split(control).forEach((part, i) => {
        if (i > 0) this.#records.note(controlNote);
        this.#parser.write(part);
      });
    const {position} = this.#parser;
    if (this.#records.isOpen && position - this.#recordStart > maxCharacters) this.#tooLarge();
    if (this.#tags === tags && position - this.#lastTag > maxCharacters) this.#tooLarge();
    if (this.#tags !== tags) this.#lastTag = position;
  }

  /** @throws {XmlError} When the document is not closed. */
  end(): void {
    this.#parser.close();
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
    this.#records.close();
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
    const where = `ligne ${line + this.#skippedLines}, colonne ${column}`;
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

/** The text of a stream, without byte order mark. */
async function* textOf(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    throw new XmlError(`attendu un encodage connu, trouvé « ${encoding} » dans la déclaration XML`);
  }
  for await (const chunk of encoding === "utf-8" ? utf8Only(bytes) : bytes) yield decoder.decode(chunk, {stream: true});
  yield decoder.decode();
}

/** The encoding that the XML declaration names; null without one, or when it names a Unicode one. */
function declaredEncoding(head: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 1000));
  const name = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase();
  if (name === undefined || name.startsWith("utf")) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return name;
  }
}

function inFrench(message: string): string {
  const name = /: (.*)\.?$/.exec(message)?.[1]?.replace(/\.$/, "");
  if (message.startsWith("unclosed tag")) return `un fichier tronqué : <${name}> n’est jamais refermée`;
  if (message.startsWith("unexpected end")) return "un fichier tronqué";
  if (message.startsWith("unexpected close tag")) return "une balise fermante qui ne ferme pas la dernière ouverte";
  if (message.startsWith("unmatched closing tag")) return `une balise fermante </${name}> sans balise ouvrante`;
  if (message.startsWith("disallowed character in entity name")) return "un « & » qui n’est pas écrit « &amp; »";
  if (message.startsWith("undefined entity")) return "une entité qui n’est pas définie";
  if (message.startsWith("documents may contain only one root")) return "une seconde racine";
  return `une syntaxe que XML n’admet pas (${message.replace(/\.$/, "")})`;
}
