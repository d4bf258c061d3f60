import {closeSync, openSync, readSync} from "node:fs";
import type {AsyncBuffer} from "hyparquet";
import type {Bytes} from "./bytes.js";

/** Bytes of a Parquet file inside of an archive at most: it is read from its end, so it is kept whole. */
const largestInMemory = 512 * 1024 * 1024;

/** Parts of a file on disk, read as they are asked for; no file is held open between two parts. */
export function diskBuffer(path: string, byteLength: number, onBytes: (bytes: number) => void): AsyncBuffer {
  return {
    byteLength,
    slice(start, end = byteLength) {
      const part = new Uint8Array(Math.max(0, Math.min(end, byteLength) - start));
      const file = openSync(path, "r");
      try {
        let done = 0;
        for (let n = -1; n !== 0 && done < part.length; done += n)
          n = readSync(file, part, done, part.length - done, start + done);
      } finally {
        closeSync(file);
      }
      onBytes(part.length);
      return part.buffer;
    }
  };
}

/**
 * The bytes of a stream, kept in memory.
 *
 * @throws {Error} Beyond 512 MB; the message is French.
 */
export async function memoryBuffer(bytes: Bytes): Promise<AsyncBuffer> {
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  for await (const chunk of bytes) {
    byteLength += chunk.length;
    if (byteLength > largestInMemory)
      throw new Error("attendu un fichier Parquet compressé de 512 Mo au plus, trouvé plus. Décompressez-le d’abord");
    chunks.push(chunk);
  }
  const whole = new Uint8Array(byteLength);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return {byteLength, slice: (start, end) => whole.slice(start, end).buffer};
}
