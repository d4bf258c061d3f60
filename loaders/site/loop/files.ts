import {readdirSync, statSync} from "node:fs";

/**
 * Every file below a folder, in the order of the names; none when there is no folder.
 *
 * @param except Names, of files and folders, that are left out.
 */
export function filesBelow(folder: string, except?: RegExp): string[] {
  let entries;
  try {
    entries = readdirSync(folder, {withFileTypes: true});
  } catch {
    return [];
  }
  return entries
    .filter(({name}) => !except?.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`, except) : [`${folder}/${entry.name}`]
    );
}

/**
 * Size and date of a file, or of each file below a folder, by path: for what is too large to be read each time, or whose
 * touching counts. Empty when there is nothing.
 */
export function footprintOf(path: string): Record<string, string> {
  const info = statSync(path, {throwIfNoEntry: false});
  if (!info) return {};
  const files = info.isDirectory() ? filesBelow(path) : [path];
  return Object.fromEntries(
    files.map((file) => {
      const {size, mtimeMs} = statSync(file);
      return [file, `${size} ${mtimeMs}`];
    })
  );
}
