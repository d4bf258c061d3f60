import {randomUUID} from "node:crypto";
import {readFileSync} from "node:fs";
import {filesBelow} from "./files.js";
import {Fingerprints} from "./fingerprints.js";
import {changesBetween, unknown, type Inputs} from "./inputs.js";
import {noPages, pagesStore, type PagesStore} from "./kept.js";
import {readStore} from "./store.js";

const config = "observablehq.config.ts";

/**
 * Everything that a site may depend on, by content: its pages and programs, its settings, and what loaders looked at the
 * last time. Wider than what it does depend on, and quick to take: when none of it changed, nothing needs a closer look.
 *
 * @param folders What counts besides, with all that is below.
 */
export function wholeInputs(folders: readonly string[] = []): Inputs {
  const prints = new Fingerprints();
  const {loaders} = readStore<PagesStore>(pagesStore, noPages, () => undefined);
  const looked = Object.values(loaders).flatMap(({inputs}) =>
    Object.keys(inputs).filter((name) => name === unknown || /^(file|folder|env):/.test(name))
  );
  const programs = prints.graph(config).files;
  const variables = programs.flatMap((file) =>
    Array.from(readFileSync(file, "utf8").matchAll(/process\.env\.(\w+)/g), ([, name]) => `env:${name}`)
  );
  const files = ["src", "loaders", ...folders].flatMap((folder) =>
    filesBelow(folder, /^(\.observablehq|notebooks|node_modules)$/)
  );
  const isSilent = looked.includes(unknown);
  return {
    ...prints.all([
      ...[...files, ...programs, "package-lock.json"].map((path) => `file:${path}`),
      ...looked.filter((name) => name !== unknown),
      ...variables
    ]),
    // A loader that does not tell what it looks at: never twice the same.
    ...(isSilent ? {[unknown]: randomUUID()} : {})
  };
}

/**
 * The inputs of a run that ends now, to be kept: loaders may look at other files than before; what was edited meanwhile
 * counts as it was at the start.
 */
export function inputsSince(start: Inputs, folders: readonly string[] = []): Inputs {
  return Object.fromEntries(Object.entries(wholeInputs(folders)).map(([name, now]) => [name, start[name] ?? now]));
}

/** Whether two lists of inputs, or of files by their size and date, say the same. */
export function isSame(one: Inputs, other: Inputs): boolean {
  return changesBetween(one, other).length === 0;
}
