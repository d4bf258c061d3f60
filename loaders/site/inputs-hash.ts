import {createHash} from "node:crypto";
import {join} from "node:path";

/** A file or a folder, and the parts of it that do not count. */
export interface HashedInput {
  path: string;
  /** Matched against the path from the root of the project. */
  except?: RegExp;
  /** Large inputs are known by size and date of change instead of content. */
  isLarge?: boolean;
}

/**
 * One fingerprint of many inputs: it changes when a file is changed, added, renamed or removed.
 *
 * @param inputs Missing ones count as absent; folders are read whole, in the order of their names.
 * @param words What else the result depends on, such as options.
 */
export async function hashInputs(inputs: readonly HashedInput[], words: readonly string[] = []): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(words));
  for (const input of inputs) await addInput(hash, input.path, input);
  return hash.digest("hex");
}

async function addInput(hash: ReturnType<typeof createHash>, path: string, input: HashedInput): Promise<void> {
  const info = await Deno.stat(path).catch(() => null);
  if (!info || input.except?.test(path)) return;
  if (info.isDirectory) {
    const names = (await Array.fromAsync(Deno.readDir(path), ({name}) => name)).sort();
    for (const name of names) await addInput(hash, join(path, name), input);
    return;
  }
  hash.update(`\0${path}\0`);
  if (input.isLarge) hash.update(`${info.size} ${info.mtime?.getTime()}`);
  else hash.update(await Deno.readFile(path));
}
