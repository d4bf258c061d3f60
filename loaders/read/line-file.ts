import {Buffer} from "node:buffer";
import {closeSync, ftruncateSync, openSync, writeSync} from "node:fs";

const bufferBytes = 256 * 1024;

/** A text file written line by line through a buffer, that can be cut back to an earlier state. */
export class LineFile {
  readonly #file: number;
  readonly #buffer = new Uint8Array(bufferBytes);
  readonly #encoder = new TextEncoder();
  #used = 0;
  #flushed = 0;

  /** @param path The file; replaced when it exists. */
  constructor(path: string) {
    this.#file = openSync(path, "w");
  }

  /** Bytes written so far, as `rewind` takes them. */
  get length(): number {
    return this.#flushed + this.#used;
  }

  /** Adds one line; `line` is without line end. */
  write(line: string): void {
    if (line.length * 3 + 1 > bufferBytes) this.writeBytes(this.#encoder.encode(line + "\n"));
    else {
      if (line.length * 3 + 1 > bufferBytes - this.#used) this.#flush();
      this.#used += this.#encoder.encodeInto(line, this.#buffer.subarray(this.#used)).written;
      this.#buffer[this.#used++] = 0x0a;
    }
  }

  /** Adds one line of ASCII text and bytes, which are without line end. */
  writeJoined(start: string, bytes: Uint8Array): void {
    const length = start.length + bytes.length + 1;
    if (length > bufferBytes) return this.writeBytes(Buffer.concat([Buffer.from(start), bytes, Buffer.from("\n")]));
    if (length > bufferBytes - this.#used) this.#flush();
    for (let i = 0; i < start.length; i++) this.#buffer[this.#used++] = start.charCodeAt(i);
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
    this.#buffer[this.#used++] = 0x0a;
  }

  /** Adds bytes as they are. */
  writeBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#put(bytes);
  }

  /** Cuts everything after a `length` noted before. */
  rewind(length: number): void {
    this.#flush();
    ftruncateSync(this.#file, length);
    this.#flushed = length;
  }

  /** Writes what is left and closes the file. */
  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    this.#put(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }

  #put(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const n = writeSync(this.#file, bytes, done, bytes.length - done, this.#flushed);
      done += n;
      this.#flushed += n;
    }
  }
}
