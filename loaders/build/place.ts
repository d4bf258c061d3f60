import {existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync} from "node:fs";
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from "node:path";
import process from "node:process";
import type {Input} from "../read/inputs.js";
import {BuildError} from "./errors.js";

/** Folders of one run, beside the folder that it will replace. */
export interface Place {
  out: string;
  /** Holds the two others; removed at the end. */
  temporary: string;
  work: string;
  next: string;
}

/**
 * Makes the temporary folders beside `out`, on the same file system, and removes those of runs that were killed.
 *
 * @param inputs Their paths exist.
 * @throws {BuildError} When `out` is a file, a folder that no build wrote, or would swallow an input, be it through a link.
 */
export function makePlace(out: string, inputs: readonly Input[]): Place {
  if (existsSync(out)) {
    const isBuild =
      statSync(out).isDirectory() && (readdirSync(out).length === 0 || existsSync(join(out, "report.json")));
    if (!isBuild)
      throw new BuildError(
        `--out ${out} : attendu un dossier nouveau, vide ou d’une construction passée (avec report.json), trouvé autre chose. ` +
          "Rien n’y a été touché : choisissez un autre dossier."
      );
  }
  const swallowed = inputs.find(({path}) =>
    [resolve, realPath].some((real) => isInside(real(path), real(out)) || isInside(real(out), real(path)))
  );
  if (swallowed)
    throw new BuildError(
      `--out ${out} : ce dossier et ${swallowed.label} sont l’un dans l’autre. Choisissez-en un autre.`
    );
  const parent = dirname(out);
  mkdirSync(parent, {recursive: true});
  removeLeftovers(parent, basename(out));
  const temporary = join(parent, `.${basename(out)}-${process.pid}.tmp`);
  const place = {out, temporary, work: join(temporary, "work"), next: join(temporary, "next")};
  for (const folder of [place.work, place.next]) mkdirSync(folder, {recursive: true});
  return place;
}

/** Puts the finished build in the place of the last one: at no time is `out` half of each. */
export function swapIn({out, next, temporary}: Place): void {
  const last = join(temporary, "last");
  const hadLast = existsSync(out);
  if (hadLast) renameSync(out, last);
  try {
    renameSync(next, out);
  } catch (error) {
    if (hadLast) renameSync(last, out);
    throw error;
  }
}

/** Removes the temporary folders; safe to call twice. */
export function clearPlace({temporary}: Place): void {
  rmSync(temporary, {recursive: true, force: true});
}

function removeLeftovers(parent: string, name: string): void {
  for (const file of readdirSync(parent)) {
    if (!file.startsWith(`.${name}-`) || !file.endsWith(".tmp")) continue;
    const pid = Number(file.slice(name.length + 2, -4));
    if (Number.isInteger(pid) && !isRunning(pid)) rmSync(join(parent, file), {recursive: true, force: true});
  }
}

/** Whether a process of this id runs, whoever started it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as {code?: string}).code === "EPERM";
  }
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

/** Whether a path is a folder itself or lies below it, by their names alone: links are not followed. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // A name may begin with two dots.
  return way.split(sep)[0] !== ".." && !isAbsolute(way);
}
