import {createHash} from "node:crypto";
import {closeSync, openSync, readSync} from "node:fs";
import {DecompressionStream, ReadableStream} from "node:stream/web";

/** Bytes of a file or of a part of one, in chunks of any size. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Compressed bytes that cannot be decompressed: cut off, or not matching their checksum. */
export class DamagedBytesError extends Error {}

/** Compressed bytes that give far more than a document would: a decompression bomb. */
export class BombError extends DamagedBytesError {}

/** How many times its own size a compressed file may give, after the first bytes, which are free. */
export const largestExpansion = 200;
const freeBytes = 64 * 1024 * 1024;

/** True when so many bytes from so many compressed ones are more than any document gives: DECP gives ten to fifty times. */
export function isBomb(bytes: number, compressed: number): boolean {
  return bytes > freeBytes + largestExpansion * compressed;
}

/**
 * Passes decompressed bytes on.
 *
 * @param compressed How many compressed bytes they come from, so far.
 * @throws {BombError} When they are too many for that.
 */
export async function* bounded(bytes: Bytes, compressed: () => number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (isBomb(length, compressed())) throw new BombError(`${length} bytes from ${compressed()}`);
    yield chunk;
  }
}

/** What a decompressor takes. */
type BufferSource = ArrayBufferView | ArrayBuffer;

const chunkBytes = 512 * 1024;

/** The bytes of a file on disk, read as they are asked for. */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const chunk = new Uint8Array(chunkBytes);
      const n = readSync(file, chunk, 0, chunkBytes, null);
      if (n === 0) return;
      yield n === chunkBytes ? chunk : chunk.subarray(0, n);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * What a gzip stream holds.
 *
 * @throws {DamagedBytesError} While it is read, when the stream is cut off, its checksum is wrong, or it is a bomb.
 */
export function gunzipped(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let compressed = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      compressed += chunk.length;
      yield chunk;
    }
  }
  return bounded(inflated(counted()), () => compressed);
}

async function* inflated(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const reader = ReadableStream.from<BufferSource>(bytes).pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const {done, value} = await reader.read().catch((error: Error) => {
        throw new DamagedBytesError(`décompression impossible : ${error.message}`);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The sha256 of a stream, in hex, and its length. */
export async function hashOf(bytes: Bytes): Promise<{sha256: string; bytes: number}> {
  const hash = createHash("sha256");
  let length = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    length += chunk.length;
  }
  return {sha256: hash.digest("hex"), bytes: length};
}

/** The first `size` bytes of a stream, fewer when it is shorter; the rest is not read. */
export async function headOf(bytes: Bytes, size: number): Promise<Uint8Array> {
  const head = new Uint8Array(size);
  let length = 0;
  for await (const chunk of bytes) {
    head.set(chunk.subarray(0, size - length), length);
    length = Math.min(size, length + chunk.length);
    if (length === size) break;
  }
  return head.subarray(0, length);
}

/** True for the two bytes that every gzip stream begins with. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** True for the bytes that a zip archive begins with, an empty one included. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}
