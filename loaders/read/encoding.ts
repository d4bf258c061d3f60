import {isUtf8} from "node:buffer";
import type {Bytes} from "./bytes.js";

/** How a text file is written. */
export type Encoding = "utf-8" | "windows-1252" | "iso-8859-15" | "utf-16le" | "utf-16be";

/** Thrown while a stream taken for UTF-8 is read, at the first byte that cannot be. */
export class NotUtf8Error extends Error {}

/**
 * Reads the encoding off the first bytes: the byte order mark, or the zero bytes that UTF-16 puts around ASCII. All
 * else is taken for UTF-8 until `utf8Only` finds otherwise.
 */
export function encodingOf(head: Uint8Array): Encoding {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (b === 0 && a !== 0 && a !== undefined)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined)) return "utf-16be";
  return "utf-8";
}

/**
 * How a text of one byte per character is written. ISO-8859-15 (Latin-9) is told by its € and œ, where Windows-1252 has
 * ¤ and ½, and by bytes that only Windows-1252 gives a letter to being absent.
 */
export async function latinOf(bytes: Bytes): Promise<"windows-1252" | "iso-8859-15"> {
  let isLatin9 = false;
  for await (const chunk of bytes)
    for (const byte of chunk) {
      if (byte >= 0x80 && byte < 0xa0) return "windows-1252";
      if (byte === 0xa4 || byte === 0xbc || byte === 0xbd) isLatin9 = true;
    }
  return isLatin9 ? "iso-8859-15" : "windows-1252";
}

/** A stream as UTF-8 bytes without byte order mark; UTF-16 and Windows-1252 are rewritten, UTF-8 is passed on as it is. */
export async function* asUtf8(bytes: Bytes, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") return yield* withoutMark(bytes);
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of bytes) yield encoder.encode(decoder.decode(chunk, {stream: true}));
  yield encoder.encode(decoder.decode());
}

/**
 * Passes a stream on while it is valid UTF-8.
 *
 * @throws {NotUtf8Error} At the first chunk that is not.
 */
export async function* utf8Only(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let pending = new Uint8Array(0);
  for await (const chunk of bytes) {
    const joint = pending.length === 0 ? chunk : concat(pending, chunk);
    const end = joint.length - unfinished(joint);
    if (!isUtf8(joint.subarray(0, end))) throw new NotUtf8Error();
    pending = joint.slice(end);
    yield chunk;
  }
  if (pending.length > 0) throw new NotUtf8Error();
}

async function* withoutMark(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of bytes) {
    if (start === null) {
      yield chunk;
      continue;
    }
    start = concat(start, chunk);
    if (start.length < 3) continue;
    yield hasMark(start) ? start.subarray(3) : start;
    start = null;
  }
  if (start !== null && start.length > 0) yield start;
}

function hasMark(head: Uint8Array): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** How many bytes at the end are the beginning of a character that goes on in the next chunk. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joint = new Uint8Array(a.length + b.length);
  joint.set(a);
  joint.set(b, a.length);
  return joint;
}
