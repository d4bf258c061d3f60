import {readDraft, type Draft} from "../../lib/human/draft.js";

/** Name of the part of an address that holds a proposal. */
const name = "proposition";

/** Raised when the coding changes: an old link is then told from a damaged one. */
const version = "1";

/** The longest text that is read from a link, and the most that it may unfold to. */
const mostLetters = 8_000;
const mostBytes = 32_000;

/** A link that holds no proposal; the message is French and says what to do. */
class LinkError extends Error {}

/** A draft as the end of an address: `#proposition=1.…`, compressed, with a checksum inside. */
export async function linkOf(draft: Draft): Promise<string> {
  const bytes = await throughStream(new TextEncoder().encode(JSON.stringify(draft)), new CompressionStream("deflate"));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `#${name}=${version}.${letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** Whether the end of an address claims to hold a proposal. */
export function holdsDraft(hash: string): boolean {
  return hash.startsWith(`#${name}=`);
}

/**
 * The draft that an address holds. It is data: nothing of it is run.
 *
 * @param hash The end of the address, with its `#`.
 * @throws {LinkError} On a link that was cut, changed, is too long, or holds something else.
 */
export async function draftOf(hash: string): Promise<Draft> {
  const text = hash.slice(name.length + 2);
  if (text.length > mostLetters)
    throw new LinkError(
      `Ce lien est trop long (${text.length} caractères, au plus ${mostLetters}) : il n’est pas ouvert.`
    );
  const [, found, letters] = /^(\d+)\.([A-Za-z0-9_-]+)$/.exec(text) ?? [];
  if (letters === undefined) throw damaged();
  if (found !== version)
    throw new LinkError("Ce lien vient d’une autre version de l’atelier : demandez le fichier à la place.");
  const json = await unfolded(letters);
  try {
    return readDraft(JSON.parse(json));
  } catch (error) {
    const why = error instanceof RangeError ? ` ${error.message.split("\n")[0]}` : "";
    throw new LinkError(`Ce lien ne tient pas une proposition lisible : il n’est pas ouvert.${why}`, {cause: error});
  }
}

async function unfolded(letters: string): Promise<string> {
  try {
    const folded = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0)
    );
    const bytes = await throughStream(folded, new DecompressionStream("deflate"));
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (error) {
    if (error instanceof LinkError) throw error;
    throw damaged(error);
  }
}

function damaged(cause?: unknown): LinkError {
  return new LinkError(
    "Ce lien est coupé ou abîmé : demandez-le de nouveau, en entier, ou le fichier de la proposition.",
    {
      cause
    }
  );
}

/** @throws {LinkError} When more comes out than a proposal can hold. */
async function throughStream(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const reader = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(stream as ReadableWritablePair)
    .getReader();
  const parts: number[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (parts.length + part.value.length > mostBytes) {
      void reader.cancel();
      throw new LinkError("Ce lien se déplie en plus de texte qu’une proposition n’en tient : il n’est pas ouvert.");
    }
    parts.push(...part.value);
  }
  return Uint8Array.from(parts);
}
