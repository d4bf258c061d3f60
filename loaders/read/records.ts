import {isRefusal} from "../sources/decp.js";
import type {DecpRow, Refusal} from "../sources/decp-row.js";

/** Deepest nesting of a record that is read; a DECP record has seven levels at most. */
export const maxRecordDepth = 30;

/** A source of procurement records, whatever format carries them. */
export interface RecordSource {
  dataset: string;
  /** True when the first-level keys of an object are those of a record. */
  isRecord(keys: readonly string[]): boolean;
  /** Opens what still wraps records at a record's place. */
  recordsIn(value: unknown): unknown[];
  read(value: unknown): DecpRow | Refusal;
  /** Makes a faster reader of usual JSON records, which gives null for all others. */
  copier?(): {copy(bytes: Uint8Array): CopiedRecord | null};
}

/** A record copied into the text of its row, without opening brace; `text` is valid until the next record. */
export interface CopiedRecord {
  dialect: DecpRow["dialect"];
  text: Uint8Array;
}

/** Where rows and refusals go. `rewind` forgets all of this file's, when it must be read again another way. */
export interface RecordSink {
  row(row: DecpRow, recordNumber: number): void;
  /** A row whose text is at hand, without opening brace. */
  rowText(text: Uint8Array, recordNumber: number): void;
  refused(refusal: Refusal, recordNumber: number): void;
  rewind(): void;
}

/** What was read of one file, whatever its format. */
export interface Reading {
  /** How the text is written: `utf-8`, or the encoding that it was read with. */
  encoding: string;
  read: number;
  accepted: number;
  dialects: Record<string, number>;
  /** False when nothing in the document is of the source: another kind of document. */
  isOurs: boolean;
  /** Why the document could not be read to its end; null when it was whole. */
  damage: Error | null;
}

/** Hands each record of a file over as a row or as a refusal, and counts: read is always accepted + refused. */
export class RecordCounter {
  read = 0;
  accepted = 0;
  /** Refused records that are the source's own for sure. */
  certain = 0;
  /** Refused records that are of another kind. */
  strangers = 0;
  readonly dialects: Record<string, number> = {};

  constructor(
    readonly source: RecordSource,
    readonly sink: RecordSink
  ) {}

  /** Reads every record that a value at a record's place holds; `notes` say what reading had to do to it. */
  give(value: unknown, notes: readonly string[]): void {
    for (const record of this.source.recordsIn(value)) {
      const result = this.source.read(record);
      if (isRefusal(result)) this.refuse(result.rule, result.message, result.raw);
      else {
        this.read++;
        this.accepted++;
        this.dialects[result.dialect] = (this.dialects[result.dialect] ?? 0) + 1;
        if (notes.length > 0) result.notes = [...result.notes, ...notes];
        this.sink.row(result, this.read);
      }
    }
  }

  /** Hands a copied record over. */
  giveCopy({dialect, text}: CopiedRecord): void {
    this.read++;
    this.accepted++;
    this.dialects[dialect] = (this.dialects[dialect] ?? 0) + 1;
    this.sink.rowText(text, this.read);
  }

  /** Counts a record that cannot be read; `raw` is its text, cut here. */
  refuse(rule: Refusal["rule"], message: string, raw: string): void {
    this.read++;
    if (rule === "record-not-decp") this.strangers++;
    else if (rule !== "record-malformed" || this.source.isRecord(quotedKeysOf(raw))) this.certain++;
    // A file of nothing but copies still says whose list it is.
    if (rule === "copy-of-decp") this.dialects["city-list"] ??= 0;
    this.sink.refused({rule, message, raw: raw.slice(0, 2000)}, this.read);
  }
}

function quotedKeysOf(text: string): string[] {
  return [...new Set([...text.matchAll(/"([^"\\]{1,40})"\s*:/g)].map(([, key]) => key as string))];
}
