import sources, {type CsvSource} from "../sources/index.js";
import {isGzip, isZip} from "./bytes.js";
import {encodingOf} from "./encoding.js";

/** What the first bytes of a file say that it is; `reason` (French) when no source reads it. */
export type Recognised =
  {kind: "json"} | {kind: "xml"} | {kind: "csv"; source: CsvSource} | {kind: "other"; reason: string};

const signatures: readonly (readonly [string, string])[] = [
  ["PAR1", "fichier Parquet, pas encore lu"],
  ["ARROW1", "fichier Arrow, pas encore lu"],
  ["%PDF", "document PDF"],
  ["SQLite format 3", "base SQLite"],
  ["\u0089PNG", "image PNG"],
  ["GIF8", "image GIF"],
  ["\u00ff\u00d8\u00ff", "image JPEG"],
  ["Rar!", "archive RAR : décompressez-la d’abord"],
  ["7z\u00bc\u00af", "archive 7z : décompressez-la d’abord"]
];

/**
 * Recognises a file by its content, never by its name.
 *
 * @param head Its first bytes, decompressed: some thousands are enough.
 */
export function recognise(head: Uint8Array): Recognised {
  if (head.length === 0) return other("fichier vide");
  const latin = new TextDecoder("latin1").decode(head.subarray(0, 32));
  const signature = signatures.find(([magic]) => latin.startsWith(magic));
  if (signature) return other(signature[1]);
  if (isZip(head)) return other("archive dans une archive : décompressez-la d’abord");
  if (isGzip(head)) return other("fichier compressé deux fois : décompressez-le une fois d’abord");
  const text = new TextDecoder(encodingOf(head)).decode(head).trimStart();
  if (text === "") return other("fichier vide");
  if (text[0] === "{" || text[0] === "[") return {kind: "json"};
  if (text[0] === "<") return isHtml(text) ? other(htmlReason) : {kind: "xml"};
  if (text.slice(0, 1000).includes("\u0000")) return other("fichier binaire de format inconnu");
  const header = columnsOf(text);
  const source = sources.csv.find(({columns}) => columns.every((column) => header.includes(column)));
  if (source) return {kind: "csv", source};
  if (header.length > 2) return other(`tableau CSV dont l’en-tête n’est pas connu (${header.slice(0, 4).join(", ")}…)`);
  return other("texte de format inconnu");
}

function other(reason: string): Recognised {
  return {kind: "other", reason};
}

const htmlReason = "page HTML (souvent une page d’erreur enregistrée à la place des données)";

function isHtml(text: string): boolean {
  return /^<(!doctype html|html|head|body|script|meta)\b/i.test(text.replace(/^<\?xml[^>]*>\s*/, ""));
}

function columnsOf(text: string): string[] {
  const line = text.slice(0, Math.min(10_000, text.search(/[\r\n]|$/)));
  const separator = [",", ";", "\t", "|"].sort((a, b) => line.split(b).length - line.split(a).length)[0] as string;
  return line.split(separator).map((column) => column.trim().replace(/^"(.*)"$/, "$1"));
}
