import {createHash} from "node:crypto";
import {open} from "node:fs/promises";
import {ask} from "./ask.js";
import type {FetchEffects} from "./effects.js";
import {FetchError, TransientError} from "./errors.js";
import {endsAsJson, isBlank, strangerIn, type Format} from "./sniff.js";
import type {SnapshotFile} from "./snapshot.js";

/** A file to download. */
export interface Target {
  /** File name that it will have. */
  name: string;
  url: string;
  format: Format;
  maxBytes: number;
  /** As the producer's metadata say it. */
  licence: string;
  /** As `SnapshotFile.version`. */
  version: string | null;
}

/** What a download is told besides its target. */
export interface DownloadContext {
  hosts: readonly string[];
  /** Called with what has come so far and what was announced, in bytes; null when nothing was. */
  onBytes: (done: number, of: number | null) => void;
}

const headBytes = 4096;
const tailBytes = 64;

/**
 * Streams a URL into a file, and takes it only whole and in its format.
 *
 * @param path Where to write; overwritten at each attempt, not to be trusted after an error.
 * @param last The same file in the last snapshot, to be asked for only if it changed; null for the first time.
 * @returns Null when the server says that it has not changed.
 * @throws {FetchError} In French, with the URL; see `ask`. Also: another format, more than `maxBytes`.
 */
export function download(
  target: Target,
  path: string,
  last: SnapshotFile | null,
  {hosts, onBytes}: DownloadContext,
  effects: FetchEffects
): Promise<SnapshotFile | null> {
  const {url, maxBytes, format} = target;
  const headers: Record<string, string> = {accept: "application/json, */*;q=0.5"};
  if (last?.etag) headers["if-none-match"] = last.etag;
  if (last?.last_modified) headers["if-modified-since"] = last.last_modified;
  return ask(
    url,
    {hosts, headers},
    async (answer) => {
      if (answer.status === 304) return null;
      const announced = lengthOf(answer.headers);
      refuseHuge(url, announced ?? 0, maxBytes);
      const hash = createHash("sha256");
      const file = await open(path, "w");
      let [bytes, head, tail] = [0, new Uint8Array(), new Uint8Array()];
      let isChecked = false;
      const check = (): void => {
        const stranger = strangerIn(head, answer.headers.get("content-type"), format);
        if (stranger !== null) throw new FetchError(`${url} : attendu des données en ${format}, trouvé ${stranger}`);
        isChecked = true;
      };
      try {
        for await (const chunk of answer.chunks()) {
          bytes += chunk.length;
          refuseHuge(url, bytes, maxBytes);
          if (!isChecked) {
            head = joined(head, chunk.subarray(0, headBytes));
            if (head.length >= headBytes) check();
          }
          tail = joined(tail, chunk.subarray(-tailBytes)).subarray(-tailBytes);
          hash.update(chunk);
          await file.writeFile(chunk);
          onBytes(bytes, announced);
        }
      } finally {
        await file.close();
      }
      if (!isChecked) check();
      if (isBlank(tail)) throw new FetchError(`${url} : attendu des données, trouvé un JSON vide`);
      if (format === "json" && !endsAsJson(tail))
        throw new TransientError(`${url} : réponse coupée, un JSON de ${bytes} octets qui n’a pas sa fin`);
      return {
        name: target.name,
        url,
        final_url: answer.finalUrl,
        sha256: hash.digest("hex"),
        bytes,
        fetched_at: new Date(effects.now()).toISOString(),
        licence: target.licence,
        etag: answer.headers.get("etag"),
        last_modified: answer.headers.get("last-modified"),
        version: target.version
      };
    },
    effects
  );
}

function lengthOf(headers: Headers): number | null {
  const text = headers.has("content-encoding") ? null : headers.get("content-length");
  return text === null ? null : Number(text);
}

function refuseHuge(url: string, bytes: number, maxBytes: number): void {
  if (bytes > maxBytes)
    throw new FetchError(
      `${url} : attendu au plus ${maxBytes} octets (limite de la fiche de cette source), trouvé ${bytes} ou plus`
    );
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
