import {NewError} from "./errors.js";

/** What a scaffold writes, before anything is written. */
export interface Scaffold {
  /** New files, by their path from the root. */
  files: Readonly<Record<string, string>>;
  /** Changed files: the new text from the old one. */
  edits: Readonly<Record<string, (text: string) => string>>;
  /** What to do next, one line each. */
  next: readonly string[];
}

/** How a scaffold reaches the disk. Paths are from the root. */
export interface Disk {
  /** The text of a file; null when there is none. */
  maybeRead: (path: string) => Promise<string | null>;
  write: (path: string, text: string) => Promise<void>;
  /** The text as the house writes it. */
  format: (path: string, text: string) => Promise<string>;
}

/**
 * Writes a scaffold, once all of it is known to be writable.
 *
 * @returns The new files, then the changed ones.
 * @throws {NewError} When a new file already stands there, or a file to change does not.
 */
export async function writeScaffold(
  {files, edits}: Scaffold,
  disk: Disk
): Promise<{written: string[]; changed: string[]}> {
  const texts = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    if ((await disk.maybeRead(path)) !== null)
      throw new NewError(`npm run new : ${path} existe déjà. Rien n’a été écrit ; choisissez un autre nom.`);
    texts.set(path, await disk.format(path, text));
  }
  for (const [path, edit] of Object.entries(edits)) {
    const before = await disk.maybeRead(path);
    if (before === null) throw new NewError(`npm run new : ${path} est attendu et n’existe pas. Rien n’a été écrit.`);
    const after = edit(before);
    if (after !== before) texts.set(path, await disk.format(path, after));
  }
  for (const [path, text] of texts) await disk.write(path, text);
  return {written: Object.keys(files), changed: Object.keys(edits).filter((path) => texts.has(path))};
}

/**
 * Adds the line of a module to a registry, in the order of the alphabet.
 *
 * @param path As the registry writes it: `./sme-amount-share.js`.
 * @throws {NewError} When the registry already has it.
 */
export function withLine(registry: string, path: string): string {
  const name = path.replace(/^\.\//, "").replace(/\.js$/, "");
  const line = `export {default as ${camel(name)}} from "${path}";`;
  const lines = registry.trimEnd().split("\n");
  const pathOf = (text: string) => /from "([^"]+)"/.exec(text)?.[1];
  if (lines.some((one) => pathOf(one) === path))
    throw new NewError(`npm run new : le registre a déjà ${path}. Rien n’a été écrit.`);
  const at = lines.findIndex((one) => (pathOf(one) ?? "") > path);
  lines.splice(at === -1 ? lines.length : at, 0, line);
  return `${lines.join("\n")}\n`;
}

/** `sme-amount-share` as the name of a value: `smeAmountShare`. */
export function camel(name: string): string {
  return name.replace(/[-/]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A text as a TypeScript literal; no-break spaces are written so that they can be seen. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u00a0\u202f]/g, (space) => (space === "\u00a0" ? "\\u00a0" : "\\u202f"));
}
