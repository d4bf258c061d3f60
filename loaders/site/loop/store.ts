import {mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import process from "node:process";

/** Grows when what is kept changes its form: an older file is then as good as none. */
const version = 3;

/**
 * Reads what the last build kept.
 *
 * @param empty What to begin with when there is nothing, or when it cannot be used.
 * @param say Told, in one line, that a file is damaged and everything will be made again; an absent or older file is normal.
 */
export function readStore<T extends object>(path: string, empty: T, say: (line: string) => void = console.warn): T {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return empty;
  }
  try {
    const {version: found, ...rest} = JSON.parse(text);
    if (found !== version) return empty;
    if (Object.keys(empty).every((key) => typeof rest[key] === typeof empty[key as keyof T] && rest[key] !== null))
      return rest;
  } catch {
    // Said below.
  }
  say(`${path} : ce fichier est abîmé. Il est refait, et tout ce qu’il disait à jour avec lui.`);
  return empty;
}

/** Keeps what the next build needs to know; a run that is stopped midway leaves the last one whole. */
export function writeStore(path: string, value: object): void {
  mkdirSync(dirname(path), {recursive: true});
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, JSON.stringify({version, ...value}));
  renameSync(aside, path);
}
