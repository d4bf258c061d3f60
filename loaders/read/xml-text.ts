import type {Bytes} from "./bytes.js";
import {utf8Only} from "./encoding.js";
import {XmlError} from "./xml-error.js";

/** Bytes made text at a time: so few that their memory is soon free again. */
const pieceBytes = 64 * 1024;

/**
 * The text of a stream, without byte order mark.
 *
 * @throws {XmlError} On an encoding that does not exist; `NotUtf8Error` on a text taken for UTF-8 that is not.
 */
export async function* textOf(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    throw new XmlError(`attendu un encodage connu, trouvé « ${encoding} » dans la déclaration XML`);
  }
  for await (const chunk of encoding === "utf-8" ? utf8Only(bytes) : bytes)
    for (let at = 0; at < chunk.length; at += pieceBytes)
      yield decoder.decode(chunk.subarray(at, at + pieceBytes), {stream: true});
  yield decoder.decode();
}

/** The encoding that the XML declaration names; null without one, or when it names a Unicode one. */
export function declaredEncoding(head: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 1000));
  const name = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase();
  if (name === undefined || name.startsWith("utf")) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return name;
  }
}

/** Number of line breaks in a text. */
export function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
