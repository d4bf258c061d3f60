import sources, {type CsvSource, type YamlSource} from "../sources/index.js";
import {mappingAdvice} from "../sources/mapping.js";
import {columnOf} from "../sources/table-columns.js";
import type {TableReader} from "../sources/table-row.js";
import {isGzip, isZip} from "./bytes.js";
import {encodingOf} from "./encoding.js";
import {MappingCheck} from "./table.js";
import {maybeHeader, type TableHeader} from "./table-header.js";

/**
 * What the first bytes of a file say that it is; `reason` (French) when no source reads it, and `advice` when there is
 * something to do about it.
 */
export type Recognised =
  | {kind: "json"}
  | {kind: "xml"}
  | {kind: "csv"; source: CsvSource}
  | {kind: "yaml"; source: YamlSource}
  | {kind: "table"; header: TableHeader; reader: TableReader}
  | {kind: "parquet"}
  | Unread;

/** A file that no source reads, in French. */
export interface Unread {
  kind: "other";
  reason: string;
  advice?: string;
}

const signatures: readonly (readonly [string, string])[] = [
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
 * @param tables Knows what the columns of tables with unknown headings mean.
 */
export function recognise(head: Uint8Array, tables = new MappingCheck(null)): Recognised {
  if (head.length === 0) return other("fichier vide");
  const latin = new TextDecoder("latin1").decode(head.subarray(0, 32));
  if (latin.startsWith("PAR1")) return {kind: "parquet"};
  const signature = signatures.find(([magic]) => latin.startsWith(magic));
  if (signature) return other(signature[1]);
  if (isZip(head)) return other("archive dans une archive : décompressez-la d’abord");
  if (isGzip(head)) return other("fichier compressé deux fois : décompressez-le une fois d’abord");
  const text = new TextDecoder(encodingOf(head)).decode(head).trimStart();
  if (text === "") return other("fichier vide");
  if (text[0] === "{" || text[0] === "[") return {kind: "json"};
  if (text[0] === "<") return isHtml(text) ? other(htmlReason) : {kind: "xml"};
  if (text.slice(0, 1000).includes("\u0000")) return other("fichier binaire de format inconnu");
  const document = sources.yaml.find(({key}) => new RegExp(`^${key}:`, "m").test(text));
  if (document) return {kind: "yaml", source: document};
  const [, key] = /^([a-z][\w-]*):(?:\s|$)/m.exec(text) ?? [];
  const header = maybeHeader(tableText(head));
  if (header === null) return key === undefined ? other("texte de format inconnu") : unknownDocument(key);
  const source = sources.csv.find(({columns}) => columns.every((column) => header.columns.includes(column)));
  if (source) return {kind: "csv", source};
  const reader = tables.maybeReaderOf(header.columns);
  if (reader) return {kind: "table", header, reader};
  const nearest = maybeNearest(header.columns);
  return nearest ? {kind: "csv", source: nearest} : unknownTable("CSV", header.columns);
}

/**
 * The reference table of which most columns are there: it is damaged, not unknown, and its reader will name what is
 * missing.
 */
function maybeNearest(columns: readonly string[]): CsvSource | null {
  const known = (source: CsvSource) =>
    source.columns.filter((column) => columns.includes(column)).length / source.columns.length;
  const [best] = sources.csv.toSorted((a, b) => known(b) - known(a));
  return best && best.columns.length > 2 && known(best) > 0.5 ? best : null;
}

/** A table whose columns do not tell contracts: which were found, which are known, and how to say what they mean. */
export function unknownTable(format: "CSV" | "Parquet", columns: readonly string[]): Unread {
  const known = columns.filter((column) => columnOf(column) !== null);
  const reason =
    `tableau ${format} dont l’en-tête n’est pas connu (colonnes : ${listed(columns)} ; reconnues : ${listed(known)} ; ` +
    "il faut un identifiant ou un objet, un montant, et un acheteur ou un titulaire)";
  return {kind: "other", reason, advice: mappingAdvice};
}

/** A YAML document that says nowhere what it is. */
function unknownDocument(key: string): Unread {
  const keys = sources.yaml.map((source) => `« ${source.key} »`).join(", ");
  return {
    kind: "other",
    reason: `document YAML dont aucune clé ne dit ce qu’il est (${keys}) ; la première est « ${key} »`,
    advice: "Un fichier du registre commence par son année : « agora: 2027 », puis « fictif: true » ou « false »."
  };
}

function other(reason: string): Recognised {
  return {kind: "other", reason};
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "aucune";
  return `${names.slice(0, 30).join(", ")}${names.length > 30 ? "…" : ""}`;
}

/** The beginning of a table: a text that is no UTF-8 is read in Western European letters. */
function tableText(head: Uint8Array): string {
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head);
  // The last character may be cut.
  return encoding === "utf-8" && text.slice(0, -3).includes("\uFFFD")
    ? new TextDecoder("windows-1252").decode(head)
    : text;
}

const htmlReason = "page HTML (souvent une page d’erreur enregistrée à la place des données)";

function isHtml(text: string): boolean {
  return /^<(!doctype html|html|head|body|script|meta)\b/i.test(text.replace(/^<\?xml[^>]*>\s*/, ""));
}
