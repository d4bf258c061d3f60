import {DamagedBytesError, type Bytes} from "./bytes.js";
import {asUtf8, NotUtf8Error, utf8Only, type Encoding} from "./encoding.js";
import type {LineFile} from "./line-file.js";

/** How a text was written, and why it is damaged. */
interface Copied {
  encoding: Encoding;
  damage: Error | null;
}

/**
 * Copies a reference table as it came, only rewritten to UTF-8 without byte order mark.
 *
 * @returns How it was written, and why it is damaged: it cannot be decompressed, or ends inside of quotes.
 */
export async function copyCsv(open: () => Bytes, encoding: Encoding, file: LineFile): Promise<Copied> {
  let quotes = 0;
  const copied = await copyText(open, encoding, file, (chunk) => {
    if (chunk === null) quotes = 0;
    else for (const byte of chunk) if (byte === 0x22) quotes++;
  });
  const isCut = copied.damage === null && quotes % 2 === 1;
  return isCut ? {...copied, damage: new Error("le tableau s’arrête à l’intérieur de guillemets")} : copied;
}

/**
 * Copies any text as it came, only rewritten to UTF-8 without byte order mark.
 *
 * @param look Sees what is written, chunk by chunk; null when the writing begins anew in another encoding.
 * @returns How it was written, and why it is damaged: it cannot be decompressed.
 */
export async function copyText(
  open: () => Bytes,
  encoding: Encoding,
  file: LineFile,
  look: (chunk: Uint8Array | null) => void = () => undefined
): Promise<Copied> {
  try {
    const raw = open();
    for await (const chunk of asUtf8(encoding === "utf-8" ? utf8Only(raw) : raw, encoding)) {
      look(chunk);
      file.writeBytes(chunk);
    }
    return {encoding, damage: null};
  } catch (error) {
    if (error instanceof NotUtf8Error) {
      file.rewind(0);
      look(null);
      return copyText(open, "windows-1252", file, look);
    }
    if (!(error instanceof DamagedBytesError)) throw error;
    return {encoding, damage: error};
  }
}
