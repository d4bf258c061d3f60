import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {readInputs, type ReadOptions, type WorkInput} from "../../../loaders/read/read-inputs.js";

/** What reading some files gave: the report's entries, and the lines of the work folder. */
export interface ReadResult {
  inputs: WorkInput[];
  rows: Record<string, unknown>[];
  refused: Record<string, unknown>[];
}

/**
 * Writes files into a temporary folder, reads them as inputs, and gives what the work folder holds.
 *
 * @param files Content by path; a path that ends in "/" stands for the folder of those below it.
 * @param given Paths handed over as inputs; all files when absent.
 */
export async function readFiles(
  files: Record<string, string | Uint8Array>,
  {
    given = Object.keys(files),
    isOwn = false,
    ...options
  }: ReadOptions & {given?: readonly string[]; isOwn?: boolean} = {}
): Promise<ReadResult> {
  const folder = mkdtempSync(join(tmpdir(), "carnets-read-"));
  const [source, work] = [join(folder, "source"), join(folder, "work")];
  for (const path of [source, work]) mkdirSync(path);
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(source, name)), {recursive: true});
      writeFileSync(join(source, name), content);
    }
    const list = given.map((name) => ({path: join(source, name), label: name, isFictional: false, isOwn}));
    const inputs = await readInputs(work, list, options);
    const lines = inputs.flatMap(({file}) => (file?.endsWith(".ndjson") ? linesOf(join(work, file)) : []));
    return {inputs, rows: lines, refused: linesOf(join(work, "refused.ndjson"))};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The message with which reading stops. */
export async function errorOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => "nothing was thrown",
    (error: Error) => error.message
  );
}

function linesOf(path: string): Record<string, unknown>[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
