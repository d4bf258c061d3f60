import {lstatSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileBytes, gunzipped, headOf, isGzip, isZip, type Bytes} from "./bytes.js";
import {InputError} from "./errors.js";
import {membersOf} from "./zip.js";

/** One path that a build is asked to read. */
export interface Input {
  /** Where it is on disk. */
  path: string;
  /** How messages and the report name it: never an absolute path. */
  label: string;
  /** True when its procurement rows are invented. */
  isFictional: boolean;
  /** True of a folder of this repository: the build goes on without it, but every YAML and CSV file in it must be read. */
  isOwn?: boolean;
}

/** A file to read, on disk or inside of an archive; `aside` says why it is not opened at all. */
export interface Entry {
  label: string;
  /** True when it was named on the command line itself, or this repository keeps it: an unknown format is an error. */
  isGiven: boolean;
  isFictional: boolean;
  /** On disk; of a member of an archive, its own size. */
  bytes: number;
  /** As they stand on disk or in the archive, still compressed when the file is. */
  open: () => Bytes;
  /** Where these bytes are on disk; null inside of an archive. */
  path: string | null;
  aside: string | null;
}

/** Names of the files that people write here. */
const isText = /\.(ya?ml|csv)$/i;

/**
 * Every file below an input, in an order that only depends on names: the file itself, a folder's files at any depth
 * sorted by path, an archive's members. Links inside of folders are not followed.
 *
 * @throws {InputError} When an archive cannot be read. The files before it have been given then.
 */
export async function* entriesOf(input: Input): AsyncGenerator<Entry | InputError> {
  if (!statSync(input.path).isDirectory()) return yield* fileEntries(input.path, input.label, true, input.isFictional);
  for (const name of filesBelow(input.path)) {
    const [path, label] = [join(input.path, name), `${input.label.replace(/\/+$/, "")}/${name}`];
    if (lstatSync(path).isSymbolicLink()) yield aside(label, 0, input.isFictional, "lien symbolique, non suivi");
    else yield* fileEntries(path, label, input.isOwn === true && isText.test(name), input.isFictional);
  }
}

/** The content of an entry, decompressed when it is a gzip stream. */
export function contentOf(entry: Entry, isCompressed: boolean): Bytes {
  return isCompressed ? gunzipped(entry.open()) : entry.open();
}

/** True when the entry begins like a gzip stream, whatever its name. */
export async function isCompressed(entry: Entry): Promise<boolean> {
  return isGzip(await headOf(entry.open(), 2));
}

async function* fileEntries(
  path: string,
  label: string,
  isGiven: boolean,
  isFictional: boolean
): AsyncGenerator<Entry | InputError> {
  const bytes = statSync(path).size;
  if (!isZip(await headOf(fileBytes(path), 4))) {
    yield {label, isGiven, isFictional, bytes, open: () => fileBytes(path), path, aside: null};
    return;
  }
  let members;
  try {
    members = await membersOf(path, label);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield error;
    return;
  }
  if (members.some(({name}) => name === "[Content_Types].xml" || name === "mimetype"))
    return yield aside(label, bytes, isFictional, "classeur ou document bureautique : exportez-le en CSV", isGiven);
  if (members.length === 0) return yield aside(label, bytes, isFictional, "archive vide", isGiven);
  for (const member of members) {
    const entry = {isGiven: false, isFictional, bytes: member.bytes, path: null, label: `${label}/${member.name}`};
    if (member.isEncrypted) yield aside(entry.label, member.bytes, isFictional, "chiffré par un mot de passe");
    else yield {...entry, open: member.open, aside: null};
  }
}

function aside(label: string, bytes: number, isFictional: boolean, reason: string, isGiven = false): Entry {
  return {label, isGiven, isFictional, bytes, open: () => nothing(), path: null, aside: reason};
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((file) => !file.isDirectory())
    .map((file) => join(file.parentPath, file.name).slice(join(folder, "/").length))
    .sort((a, b) => (a < b ? -1 : 1));
}
