import {closeSync, openSync, readSync, statSync} from "node:fs";
import {Reader, ZipReader, type FileEntry} from "@zip.js/zip.js";
import {bounded, DamagedBytesError, isBomb, type Bytes} from "./bytes.js";
import {InputError, replaceIt} from "./errors.js";
import {bomb} from "./problems.js";

/** A file inside of an archive. */
export interface Member {
  /** Its path inside of the archive. */
  name: string;
  /** Uncompressed, as the archive declares it. */
  bytes: number;
  isEncrypted: boolean;
  open: () => Bytes;
}

/**
 * The files inside of a zip archive, sorted by path. Nothing is written to disk; each is decompressed while it is read.
 *
 * @param path The archive on disk; `label` is its name in messages.
 * @throws {InputError} When it is no readable archive, its members claim more bytes than it can hold, or the path of one
 * would leave the folder it is unpacked into.
 */
export async function membersOf(path: string, label: string): Promise<Member[]> {
  const reader = new ZipReader(new FileReader(path), {useWebWorkers: false});
  let entries;
  try {
    entries = await reader.getEntries();
  } catch (error) {
    const {filename, message} = error as Error & {filename?: string};
    if (filename !== undefined)
      throw new InputError(
        label,
        `attendu une archive dont les fichiers restent dans leur dossier, trouvé le chemin « ${filename} » qui en sort`,
        "N’utilisez pas cette archive sans savoir d’où elle vient."
      );
    throw new InputError(label, `attendu une archive zip lisible, trouvé une archive abîmée (${message})`, replaceIt);
  }
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  // Members may share compressed bytes, so that each alone is no bomb.
  const claimed = files.reduce((sum, {uncompressedSize}) => sum + uncompressedSize, 0);
  if (isBomb(claimed, statSync(path).size)) throw bomb(label);
  return files
    .map((entry) => ({
      name: entry.filename,
      bytes: entry.uncompressedSize,
      isEncrypted: entry.encrypted,
      open: () => bounded(contentOf(entry), () => entry.compressedSize)
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function* contentOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const {readable, writable} = new TransformStream<Uint8Array, Uint8Array>();
  const writing = entry.getData(writable, {useWebWorkers: false, checkSignature: true}).then(
    () => null,
    (error: Error) => error
  );
  const reader = readable.getReader();
  let isDone = false;
  try {
    while (!isDone) {
      const next = await reader.read().catch(() => ({done: true, value: undefined}));
      isDone = next.done;
      if (next.value) yield next.value;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
  const failure = await writing;
  if (failure) throw new DamagedBytesError(`décompression impossible : ${failure.message}`);
}

/** Reads parts of a file on disk for zip.js; holds no file open between two reads. */
class FileReader extends Reader<string> {
  readonly #path: string;

  constructor(path: string) {
    super(path);
    this.#path = path;
    this.size = statSync(path).size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    const file = openSync(this.#path, "r");
    try {
      let read = 0;
      for (let n = -1; n !== 0 && read < bytes.length; read += n)
        n = readSync(file, bytes, read, bytes.length - read, index + read);
      return bytes.subarray(0, read);
    } finally {
      closeSync(file);
    }
  }
}
