import {closeObject, openArray, openObject, quote} from "../read/json-bytes.js";
import type {CopiedRecord} from "../read/records.js";
import {ByteCursor, notPlain} from "./byte-cursor.js";
import {areDecpKeys, isDecpV2, isRefusal, readDecpRecord} from "./decp.js";
import {emptyLists, keys, lists, partyNames, plainType, quoted, scalars, texts, type Field} from "./decp-copy-keys.js";
import type {DecpRow} from "./decp-row.js";

/** Longest record copied, in bytes: its row fits the buffer with room to spare. */
const maxRecordBytes = 64 * 1024;
const maxNesting = 6;

const encoder = new TextEncoder();

/**
 * Copies the usual DECP contract (keys of the schemas, each once, in their plain shapes) from its bytes straight into the
 * text of its row, several times as fast as parsing it. The twin of `readDecpRecord`, which reads all else.
 */
export class DecpCopier {
  readonly #cursor = new ByteCursor();
  readonly #fields = new Map<string, Field>();
  /** Per field of a row: the text before it, and its value when the record does not tell it. */
  readonly #names: Uint8Array[];
  readonly #defaults: Uint8Array[];
  /** Per field of a row: where its value lies in the scratch; nowhere while the end is 0. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #scratch = new Uint8Array(maxRecordBytes * 4);
  #used = 0;
  readonly #row = new Uint8Array(maxRecordBytes * 6);
  #records = 0;
  #own = 0;
  #isV2 = false;
  /** Stands before the first key. */
  readonly #before: Field = {
    key: encoder.encode(""),
    kind: "type",
    slot: -1,
    isOwn: false,
    isV2: false,
    seen: 0,
    next: null
  };
  #last = this.#before;
  #depth = 0;
  #listStart = 0;
  /** Kind (0 null, 1 string, 2 bare), start and end of id, scheme and name of a holder. */
  readonly #party = new Int32Array(9);
  readonly #slot: Record<"buyerId" | "buyerName" | "placeCode" | "placeType" | "placeName" | "dialect", number>;

  constructor() {
    const empty = readDecpRecord({id: null, objet: null, montant: null, codeCPV: null});
    if (isRefusal(empty)) throw new Error("DecpCopier: expected an empty record to be read. Correct sources/decp.ts.");
    const names = Object.keys(empty) as (keyof DecpRow)[];
    this.#names = names.map((name, i) => encoder.encode(`${i === 0 ? "" : ","}"${name}":`));
    this.#defaults = names.map((name) => encoder.encode(JSON.stringify(empty[name])));
    this.#starts = new Int32Array(names.length);
    this.#ends = new Int32Array(names.length);
    for (const [key, name] of scalars) this.#addField(key, "scalar", names.indexOf(name));
    for (const [key, name] of lists) this.#addField(key, "texts", names.indexOf(name));
    this.#addField("titulaires", "holders", names.indexOf("holders"));
    this.#addField("acheteur", "buyer");
    this.#addField("lieuExecution", "place");
    this.#addField("_type", "type");
    for (const key of emptyLists) this.#addField(key, "empty");
    const slot = (name: keyof DecpRow): number => names.indexOf(name);
    this.#slot = {
      buyerId: slot("buyer_id"),
      buyerName: slot("buyer_name"),
      dialect: slot("dialect"),
      placeCode: slot("place_code"),
      placeType: slot("place_type"),
      placeName: slot("place_name")
    };
  }

  /** The row of a record; null when the record is not of the usual shape. */
  copy(bytes: Uint8Array): CopiedRecord | null {
    if (bytes.length > maxRecordBytes) return null;
    const cursor = this.#cursor;
    cursor.open(bytes);
    this.#records++;
    this.#used = this.#own = 0;
    this.#isV2 = false;
    this.#ends.fill(0);
    this.#last = this.#before;
    this.#depth = 0;
    try {
      cursor.object(this.#takeField);
    } catch (error) {
      if (error === notPlain) return null;
      throw error;
    }
    if (cursor.peek() !== -1 || this.#own < 2) return null;
    const start = this.#used;
    this.#put(this.#isV2 ? texts.v2 : texts.v1);
    this.#mark(this.#slot.dialect, start);
    return {dialect: this.#isV2 ? "v2" : "v1", text: this.#assembled()};
  }

  #addField(key: string, kind: Field["kind"], slot = -1): void {
    const isOwn = areDecpKeys([key, "id", "objet"]) && key !== "id";
    this.#fields.set(key, {key: quoted(key), kind, slot, isOwn, isV2: isDecpV2({[key]: null}), seen: 0, next: null});
  }

  readonly #takeField = (): void => {
    const field = this.#fieldHere();
    if (field.seen === this.#records) throw notPlain;
    field.seen = this.#records;
    if (field.isOwn) this.#own++;
    if (field.isV2) this.#isV2 = true;
    const start = this.#used;
    if (field.kind === "scalar") {
      if (this.#putScalar()) this.#mark(field.slot, start);
    } else if (field.kind === "texts") {
      this.#putList(this.#takeTexts);
      this.#mark(field.slot, start);
    } else if (field.kind === "holders") {
      this.#putList(this.#takeHolders);
      this.#mark(field.slot, start);
    } else if (field.kind === "buyer") this.#takeBuyer();
    else if (field.kind === "place") this.#takePlace();
    else if (field.kind === "type") {
      this.#cursor.string();
      if (!this.#cursor.is(plainType)) throw notPlain;
    } else this.#cursor.array(refuse);
  };

  /** The field whose key was just read: most often the one that followed the last time. */
  #fieldHere(): Field {
    const cursor = this.#cursor;
    const expected = this.#last.next;
    if (expected && cursor.is(expected.key)) return (this.#last = expected);
    const field = this.#fields.get(String.fromCharCode(...cursor.bytes.subarray(cursor.start + 1, cursor.end - 1)));
    if (!field) throw notPlain;
    this.#last.next = field;
    return (this.#last = field);
  }

  /** `{"id": …, "nom": …}`. */
  #takeBuyer(): void {
    const cursor = this.#cursor;
    let members = 0;
    cursor.object(() => {
      const [isId, isName] = [cursor.is(keys.id), cursor.is(keys.name)];
      members = onceMore(members, isId ? 1 : isName ? 2 : 0);
      this.#putInto(isId ? this.#slot.buyerId : this.#slot.buyerName);
    });
    if (members === 0) throw notPlain;
  }

  /** `{"code": …, "typeCode": …, "nom": …}`, one of code and nom at least. */
  #takePlace(): void {
    const cursor = this.#cursor;
    let members = 0;
    cursor.object(() => {
      const [isCode, isType, isName] = [cursor.is(keys.code), cursor.is(keys.codeType), cursor.is(keys.name)];
      members = onceMore(members, isCode ? 1 : isType ? 2 : isName ? 4 : 0);
      this.#putInto(isCode ? this.#slot.placeCode : isType ? this.#slot.placeType : this.#slot.placeName);
    });
    if ((members & 5) === 0) throw notPlain;
  }

  #putInto(slot: number): void {
    const start = this.#used;
    if (this.#putScalar()) this.#mark(slot, start);
  }

  /** Texts in arrays and in objects of one key, up to some depth. */
  readonly #takeTexts = (): void => {
    const byte = this.#cursor.peek();
    if (++this.#depth > maxNesting) throw notPlain;
    if (byte === openArray) this.#cursor.array(this.#takeTexts);
    else if (byte === openObject) this.#takeOnlyMember(this.#takeTexts);
    else {
      const start = this.#used;
      this.#startItem();
      if (!this.#putScalar()) this.#used = start;
      else if (this.#cursor.bytes[this.#cursor.start] === quote) {
        // A text of blanks is left out: all but the plainest first letter is looked at by the twin.
        const letter = this.#cursor.bytes[this.#cursor.start + 1] as number;
        if (letter === quote) this.#used = start;
        else if (letter <= 0x20 || letter >= 0x80 || letter === 0x5c) throw notPlain;
      }
    }
    this.#depth--;
  };

  /** Holders in arrays and in `{"titulaire": …}`, up to some depth. */
  readonly #takeHolders = (): void => {
    if (++this.#depth > maxNesting) throw notPlain;
    if (this.#cursor.peek() === openArray) this.#cursor.array(this.#takeHolders);
    else this.#takeHolder();
    this.#depth--;
  };

  #takeHolder(): void {
    const cursor = this.#cursor;
    const slots = this.#party;
    slots.fill(0);
    let members = 0;
    cursor.object(() => {
      if (cursor.is(keys.holder)) {
        members = onceMore(members, 8);
        if (cursor.peek() !== openObject && cursor.peek() !== openArray) throw notPlain;
        return this.#takeHolders();
      }
      const place = cursor.is(keys.id) ? 0 : cursor.is(keys.scheme) ? 1 : cursor.is(keys.partyName) ? 2 : -1;
      members = onceMore(members, place < 0 ? 0 : 1 << place);
      const kind = cursor.scalar();
      if (kind === "null") return;
      slots[3 * place] = kind === "bare" ? 2 : 1;
      slots[3 * place + 1] = cursor.start;
      slots[3 * place + 2] = cursor.end;
    });
    if (members === 8) return;
    if (members === 0 || members > 8) throw notPlain;
    this.#startItem();
    for (let i = 0; i < 3; i++) {
      this.#put(partyNames[i] as Uint8Array);
      const [kind, start, end] = [slots[3 * i], slots[3 * i + 1] as number, slots[3 * i + 2] as number];
      if (kind === 0) this.#put(texts.null);
      else this.#putSlice(start, end, kind === 2);
    }
    this.#put(texts.end);
  }

  #takeOnlyMember(take: () => void): void {
    let members = 0;
    this.#cursor.object(() => {
      if (++members > 1) throw notPlain;
      take();
    });
  }

  #putList(take: () => void): void {
    this.#put(texts.open);
    this.#listStart = this.#used;
    take();
    this.#put(texts.close);
  }

  #startItem(): void {
    if (this.#used > this.#listStart) this.#put(texts.comma);
  }

  /** Copies the scalar that comes next, as a text; false when it is null. */
  #putScalar(): boolean {
    const kind = this.#cursor.scalar();
    if (kind === "null") return false;
    this.#putSlice(this.#cursor.start, this.#cursor.end, kind === "bare");
    return true;
  }

  #putSlice(start: number, end: number, isBare: boolean): void {
    if (isBare) this.#put(texts.quote);
    this.#used = copied(this.#cursor.bytes, start, end, this.#scratch, this.#used);
    if (isBare) this.#put(texts.quote);
  }

  #put(text: Uint8Array): void {
    this.#used = copied(text, 0, text.length, this.#scratch, this.#used);
  }

  #mark(slot: number, start: number): void {
    this.#starts[slot] = start;
    this.#ends[slot] = this.#used;
  }

  #assembled(): Uint8Array {
    const row = this.#row;
    let used = 0;
    for (let i = 0; i < this.#names.length; i++) {
      const name = this.#names[i] as Uint8Array;
      used = copied(name, 0, name.length, row, used);
      const [start, end] = [this.#starts[i] as number, this.#ends[i] as number];
      const value = end === 0 ? (this.#defaults[i] as Uint8Array) : this.#scratch;
      used = end === 0 ? copied(value, 0, value.length, row, used) : copied(value, start, end, row, used);
    }
    row[used++] = closeObject;
    return row.subarray(0, used);
  }
}

/** The members met, with one more: one of an unknown key (0) or met before is not plain. */
function onceMore(members: number, member: number): number {
  if (member === 0 || (members & member) !== 0) throw notPlain;
  return members | member;
}

function refuse(): never {
  throw notPlain;
}

/** Copies a piece byte by byte, which is the fastest for short ones; returns where the next goes. */
function copied(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): number {
  for (let i = start; i < end; i++) target[at++] = source[i] as number;
  return at;
}
