import {existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** One file of a snapshot, with what allows to ask whether it has changed since. */
export interface SnapshotFile {
  /** File name inside of the snapshot's folder. */
  name: string;
  url: string;
  final_url: string;
  sha256: string;
  bytes: number;
  /** ISO date and time, UTC. */
  fetched_at: string;
  /** As the producer's own metadata say it, else the card's. */
  licence: string;
  etag: string | null;
  last_modified: string | null;
  /** State of the data that the producer's metadata announce; null where they do not. */
  version: string | null;
}

/** `snapshot.json`: where the files beside it come from. */
export interface Snapshot {
  source: string;
  /** ISO date and time, UTC, of the newest file. */
  fetched_at: string;
  files: SnapshotFile[];
}

/** A snapshot on disk. */
export interface KeptSnapshot extends Snapshot {
  folder: string;
}

/**
 * The newest snapshot of a source.
 *
 * @param folder Of the source: `data/raw/<source>`.
 * @returns Null when there is none whose files all have their announced sizes.
 */
export function lastSnapshot(folder: string): KeptSnapshot | null {
  const dates = existsSync(folder) ? readdirSync(folder).filter(isSnapshotName).sort().toReversed() : [];
  for (const date of dates) {
    const snapshot = snapshotIn(join(folder, date));
    if (snapshot !== null) return snapshot;
  }
  return null;
}

/** Whether a folder below `data/raw/<source>` is a snapshot, by its name: a date. */
export function isSnapshotName(name: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(name);
}

/**
 * Puts a finished snapshot in its place, the folder of its date, at once; one of the same day gives way.
 *
 * @param folder Of the source.
 * @param next Folder that holds the files; on the same file system.
 * @param spare A path beside `next` where nothing is: the snapshot of the same day stands there for a moment.
 */
export function publishSnapshot(folder: string, next: string, spare: string, snapshot: Snapshot): void {
  writeFileSync(join(next, "snapshot.json"), JSON.stringify(snapshot, null, 2) + "\n");
  const target = join(folder, snapshot.fetched_at.slice(0, 10));
  const hadLast = existsSync(target);
  if (hadLast) renameSync(target, spare);
  try {
    renameSync(next, target);
  } catch (error) {
    if (hadLast) renameSync(spare, target);
    throw error;
  }
  rmSync(spare, {recursive: true, force: true});
}

function snapshotIn(folder: string): KeptSnapshot | null {
  try {
    const snapshot = JSON.parse(readFileSync(join(folder, "snapshot.json"), "utf8")) as Snapshot;
    const isWhole = snapshot.files.every(({name, bytes}) => statSync(join(folder, name)).size === bytes);
    return isWhole ? {...snapshot, folder} : null;
  } catch {
    return null;
  }
}
