import {unlinkSync} from "node:fs";
import {join} from "node:path";
import {LineFile} from "./line-file.js";

/** Bytes after which the next file is begun: large files are shaped while their end is still read, and in less memory. */
const fileBytes = 64 * 1024 * 1024;

/** A file of rows that is whole before its input is read to the end. */
export interface WholeFile {
  /** Its path from the work folder. */
  file: string;
  sourceId: string;
  /** Place of its input among those of the build. */
  rank: number;
}

/** The rows of one input, in files of bounded size: `<id>.ndjson`, `<id>.1.ndjson` and so on. */
export class RowFiles {
  #current: LineFile;
  #begun = 0;
  #full: string[] = [];

  /**
   * @param work The work folder; files are named from there.
   * @param id Begins the name of each file.
   * @param onFull Called with each file that is whole, except the last one.
   * @param maxBytes Size at which a file is whole.
   */
  constructor(
    readonly work: string,
    readonly id: string,
    readonly onFull: (file: string) => void,
    readonly maxBytes = fileBytes
  ) {
    this.#current = new LineFile(join(work, this.#name()));
  }

  /** Adds one line. */
  write(line: string): void {
    this.#makeRoom();
    this.#current.write(line);
  }

  /** Adds one line of ASCII text and bytes. */
  writeJoined(start: string, bytes: Uint8Array): void {
    this.#makeRoom();
    this.#current.writeJoined(start, bytes);
  }

  /** Forgets all lines. Files that were told to be whole stay on disk, where they may just be read, and are no longer listed. */
  rewind(): void {
    this.#full = [];
    this.#current.rewind(0);
  }

  /** Writes what is left; gives the paths of the first file and, when there are several, of the others in order. */
  close(): {file: string; moreFiles?: string[]} {
    this.#current.close();
    const [file = this.#name(), ...others] = this.#full;
    return this.#full.length === 0 ? {file} : {file, moreFiles: [...others, this.#name()]};
  }

  /** Forgets all lines and the file that was begun. */
  abandon(): void {
    this.#current.close();
    unlinkSync(join(this.work, this.#name()));
  }

  #makeRoom(): void {
    if (this.#current.length < this.maxBytes) return;
    this.#current.close();
    this.#full.push(this.#name());
    this.onFull(this.#name());
    this.#begun++;
    this.#current = new LineFile(join(this.work, this.#name()));
  }

  #name(): string {
    return join("decp", `${this.id}${this.#begun === 0 ? "" : `.${this.#begun}`}.ndjson`);
  }
}
