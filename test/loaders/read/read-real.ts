import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {readInputs, type WorkInput} from "../../../loaders/read/read-inputs.js";

/** Reads one file where it is, and gives its entry of the report and its rows. */
export async function readReal(path: string): Promise<{input: WorkInput; rows: Record<string, unknown>[]}> {
  const work = mkdtempSync(join(tmpdir(), "carnets-real-"));
  try {
    const [input] = await readInputs(work, [{path, label: basename(path), isFictional: false}]);
    if (input === undefined) throw new Error(`${path}: expected one entry, got none.`);
    const text = input.file === null ? "" : readFileSync(join(work, input.file), "utf8");
    const rows = text.split("\n").filter(Boolean);
    return {input, rows: rows.map((line) => JSON.parse(line) as Record<string, unknown>)};
  } finally {
    rmSync(work, {recursive: true});
  }
}
