import {DamagedBytesError, type Bytes} from "./bytes.js";
import {asUtf8, NotUtf8Error, utf8Only, type Encoding} from "./encoding.js";
import type {LineFile} from "./line-file.js";

/**
 * Copies a reference table as it came, only rewritten to UTF-8 without byte order mark.
 *
 * @returns How it was written, and why it is damaged: it cannot be decompressed, or ends inside of quotes.
 */
export async function copyCsv(
  open: () => Bytes,
  encoding: Encoding,
  file: LineFile
): Promise<{encoding: Encoding; damage: Error | null}> {
  let quotes = 0;
  try {
    const raw = open();
    for await (const chunk of asUtf8(encoding === "utf-8" ? utf8Only(raw) : raw, encoding)) {
      for (const byte of chunk) if (byte === 0x22) quotes++;
      file.writeBytes(chunk);
    }
  } catch (error) {
    if (error instanceof NotUtf8Error) {
      file.rewind(0);
      return copyCsv(open, "windows-1252", file);
    }
    if (!(error instanceof DamagedBytesError)) throw error;
    return {encoding, damage: error};
  }
  const isCut = quotes % 2 === 1;
  return {encoding, damage: isCut ? new Error("le tableau s’arrête à l’intérieur de guillemets") : null};
}
