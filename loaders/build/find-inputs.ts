import {existsSync, readdirSync, readFileSync, realpathSync} from "node:fs";
import {basename, isAbsolute, join, relative, resolve} from "node:path";
import {isSnapshotName, type Snapshot} from "../fetch/snapshot.js";
import type {Input} from "../read/inputs.js";
import {BuildError} from "./errors.js";
import {isInside} from "./place.js";

/**
 * The inputs that `--from` values name; `data/reference` and the register of the Agora, `data/agora`, first in any case.
 *
 * @param from `embedded`, `live` or paths.
 * @param root Folder of the repository.
 * @param base Folder that relative paths start from.
 * @throws {BuildError} When a path does not exist, or nothing was downloaded for `live`.
 */
export function findInputs(from: readonly string[], root: string, base: string): Input[] {
  const sample = join(root, "data/sample");
  const named = from.flatMap((value): Input[] => {
    if (value === "embedded") return [{path: sample, label: "data/sample", isFictional: true}];
    if (value === "live") return newestSnapshots(root);
    const path = resolve(base, value);
    if (!existsSync(path))
      throw new BuildError(`${value} : attendu un fichier, un dossier ou une archive zip, trouvé rien à ce chemin.`);
    return [{path, label: labelOf(value, root, base), isFictional: isBelow(path, sample)}];
  });
  for (const {path, label} of named)
    if (!existsSync(path))
      throw new BuildError(`${label} : ce dossier manque. Il fait partie du dépôt : récupérez-le.`);
  const always = ["data/reference", "data/agora"].flatMap((label): Input[] => {
    const path = join(root, label);
    const isGiven = named.some((input) => input.path === path);
    return isGiven || !existsSync(path) ? [] : [{path, label, isFictional: false, isOwn: true}];
  });
  return [...always, ...named];
}

/** How the report names a path: as given; below the repository or by its last part when it was absolute. */
export function labelOf(value: string, root: string, base: string): string {
  if (!isAbsolute(value)) return value;
  const near = [base, root].find((folder) => isInside(value, folder) && relative(folder, value) !== "");
  return near === undefined ? basename(value) : relative(near, value);
}

function newestSnapshots(root: string): Input[] {
  const raw = join(root, "data/raw");
  const snapshots = foldersOf(raw).flatMap((source) => {
    const newest = foldersOf(join(raw, source)).filter(isSnapshotName).at(-1);
    return newest === undefined ? [] : filesOf(root, `data/raw/${source}/${newest}`);
  });
  if (snapshots.length === 0)
    throw new BuildError(
      "--from live : attendu des données dans data/raw, trouvé rien. " +
        "Lancez d’abord « npm run refresh », ou donnez un fichier avec --from CHEMIN."
    );
  return snapshots.map((label) => ({path: join(root, label), label, isFictional: false}));
}

/** The files that `snapshot.json` names; the whole folder when there is none. */
function filesOf(root: string, folder: string): string[] {
  const path = join(root, folder, "snapshot.json");
  if (!existsSync(path)) return [folder];
  return (JSON.parse(readFileSync(path, "utf8")) as Snapshot).files.map(({name}) => `${folder}/${name}`);
}

function foldersOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true})
    .filter((file) => file.isDirectory())
    .map(({name}) => name)
    .sort();
}

function isBelow(path: string, folder: string): boolean {
  return existsSync(folder) && isInside(realpathSync(path), realpathSync(folder));
}
