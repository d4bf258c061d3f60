import {copyFileSync, linkSync} from "node:fs";
import {join} from "node:path";
import type {Resource, Source} from "../../src/lib/source.js";
import {download, type Target} from "./download.js";
import type {FetchEffects} from "./effects.js";
import {lastSnapshot, publishSnapshot, type SnapshotFile} from "./snapshot.js";
import {targetsOf} from "./targets.js";

/** Where one source is fetched, by which hosts, and who hears of it. */
export interface Place {
  /** Folder of the source, `data/raw/<source>`; exists. */
  folder: string;
  /** An existing folder on the same file system, for what is not whole yet; whoever made it removes it. */
  temporary: string;
  hosts: readonly string[];
  /** Hears how far the work is: of `of`, in the words of `at`. */
  onProgress: (done: number, of: number, at: string) => void;
}

/**
 * Brings the files of a source into a new snapshot. Files that have not changed are taken from the last one, which stays
 * in its place until the new one is whole.
 *
 * @returns What happened, in French, for the terminal.
 * @throws {FetchError} In French; nothing has changed on disk then.
 */
export async function fetchFiles(
  {id, licence}: Source,
  resource: Exclude<Resource, {kind: "company-search"}>,
  {folder, temporary, hosts, onProgress}: Place,
  effects: FetchEffects
): Promise<string> {
  const last = lastSnapshot(folder);
  const targets = await targetsOf(resource, licence, hosts, effects);
  const files: SnapshotFile[] = [];
  let changed = 0;
  for (const [i, target] of targets.entries()) {
    const known = last?.files.find(({name, url}) => name === target.name && url === target.url) ?? null;
    const onBytes = (done: number, of: number | null): void =>
      onProgress(done, of ?? done, `${target.name} (${i + 1}/${targets.length}) · ${megabytes(done, of)}`);
    const path = join(temporary, target.name);
    const fresh = isKnownSame(target, known) ? null : await download(target, path, known, {hosts, onBytes}, effects);
    if (fresh === null && last !== null && known !== null) {
      link(join(last.folder, known.name), path);
      files.push(known);
    } else if (fresh !== null) {
      files.push(fresh);
      if (fresh.sha256 !== last?.files.find(({name}) => name === fresh.name)?.sha256) changed++;
    }
  }
  if (last !== null && changed === 0 && files.length === last.files.length)
    return `inchangé depuis le ${last.fetched_at.slice(0, 10)}`;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const fetchedAt = new Date(effects.now()).toISOString();
  publishSnapshot(folder, temporary, `${temporary}.last`, {source: id, fetched_at: fetchedAt, files});
  const kept = files.length - changed;
  return `${files.length} fichier(s), ${megabytes(bytes, null)}${kept > 0 ? `, dont ${kept} inchangé(s)` : ""}`;
}

/** Where a server gives nothing to ask "has it changed?" with, the state that the metadata announce answers. */
function isKnownSame({version}: Target, known: SnapshotFile | null): boolean {
  if (known === null || known.etag !== null || known.last_modified !== null) return false;
  return version !== null && known.version === version;
}

/** The same file twice on disk without its bytes twice, where the file system can. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function megabytes(done: number, of: number | null): string {
  const format = new Intl.NumberFormat("fr-FR", {maximumFractionDigits: 1});
  return `${format.format(done / 1e6)} Mo${of === null ? "" : ` sur ${format.format(of / 1e6)}`}`;
}
