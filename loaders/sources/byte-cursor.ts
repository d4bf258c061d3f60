import {backslash, closeArray, closeObject, colon, comma, openArray, openObject, quote} from "../read/json-bytes.js";

/** Thrown away where it is caught: the bytes are not of the plain shape that is read here. */
export const notPlain = new Error("not plain JSON");

const escapable = new Set(`"\\nrtbf`.split("").map((letter) => letter.charCodeAt(0)));
/** Longer numbers lose digits as JavaScript numbers. */
const maxNumberBytes = 15;

/**
 * Walks over the bytes of one JSON value without making strings of them. Whatever `JSON.parse` followed by
 * `JSON.stringify` would not give back byte by byte (other escapes, exponents, long numbers) makes it throw `notPlain`.
 *
 * `start` and `end` mark the text of the last scalar read: of a string with its quotes, of a number in shortest form.
 */
export class ByteCursor {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  start = 0;
  end = 0;

  /** Begins with other bytes. */
  open(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.at = 0;
  }

  /** The next byte that is no blank, not yet taken; -1 at the end. */
  peek(): number {
    const {bytes} = this;
    let byte = bytes[this.at];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++this.at];
    return byte ?? -1;
  }

  /** Takes the byte expected next. */
  take(byte: number): void {
    if (this.peek() !== byte) throw notPlain;
    this.at++;
  }

  /** Takes the byte if it is next, and says whether it was. */
  takes(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at++;
    return true;
  }

  /** Takes a string. */
  string(): void {
    if (this.peek() !== quote) throw notPlain;
    const {bytes} = this;
    let i = this.at;
    this.start = i;
    for (;;) {
      const byte = bytes[++i] as number;
      if (byte === quote) break;
      if (byte === backslash) {
        if (!escapable.has(bytes[++i] as number)) throw notPlain;
      } else if (!(byte >= 0x20)) throw notPlain;
    }
    this.end = i + 1;
    this.at = i + 1;
  }

  /** Takes a scalar and says which: a string, null, or a number or boolean whose text still lacks quotes. */
  scalar(): "string" | "null" | "bare" {
    const byte = this.peek();
    if (byte === quote) {
      this.string();
      return "string";
    }
    if (byte === 0x6e) {
      this.#word("null");
      return "null";
    }
    if (byte === 0x74) this.#word("true");
    else if (byte === 0x66) this.#word("false");
    else this.#number();
    return "bare";
  }

  /** Calls `each` at every member of the object that comes next; `each` takes its value. The key stands in `start` and `end`. */
  object(each: () => void): void {
    this.take(openObject);
    if (this.takes(closeObject)) return;
    do {
      this.string();
      const {start, end} = this;
      this.take(colon);
      this.start = start;
      this.end = end;
      each();
    } while (this.takes(comma));
    this.take(closeObject);
  }

  /** Calls `each` at every element of the array that comes next; `each` takes it. */
  array(each: () => void): void {
    this.take(openArray);
    if (this.takes(closeArray)) return;
    do each();
    while (this.takes(comma));
    this.take(closeArray);
  }

  /** True when the text last marked is this one. */
  is(text: Uint8Array): boolean {
    const {bytes, start} = this;
    if (this.end - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text[i]) return false;
    return true;
  }

  #word(word: string): void {
    const {bytes, at} = this;
    for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) throw notPlain;
    this.start = at;
    this.at = this.end = at + word.length;
    if (!isDelimiter(bytes[this.at])) throw notPlain;
  }

  /** `-?(0|[1-9]\d*)(\.\d+)?`; zeros at the end of the decimals are left out of the mark. */
  #number(): void {
    const {bytes, at} = this;
    const first = bytes[at] === 0x2d ? at + 1 : at;
    let i = digitsEnd(bytes, first);
    if (i === first || (bytes[first] === 0x30 && i > first + 1)) throw notPlain;
    let end = i;
    if (bytes[i] === 0x2e) {
      const decimals = i + 1;
      i = digitsEnd(bytes, decimals);
      if (i === decimals) throw notPlain;
      end = i;
      while (bytes[end - 1] === 0x30) end--;
      if (end === decimals) end--;
    }
    const isMinusZero = first > at && end === first + 1 && bytes[first] === 0x30;
    if (i - at > maxNumberBytes || isMinusZero || !isDelimiter(bytes[i])) throw notPlain;
    this.start = at;
    this.end = end;
    this.at = i;
  }
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  for (let byte = bytes[i]; byte !== undefined && byte >= 0x30 && byte <= 0x39; byte = bytes[i]) i++;
  return i;
}

function isDelimiter(byte: number | undefined): boolean {
  return byte === comma || byte === closeObject || byte === closeArray || (byte !== undefined && byte <= 0x20);
}
