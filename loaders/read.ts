import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {InputError} from "./read/errors.js";
import type {Input} from "./read/inputs.js";
import {readInputs, type ReadOptions} from "./read/read-inputs.js";
import type {WholeFile} from "./read/row-files.js";

const everyMilliseconds = 200;

/**
 * Entry of the reading process: `read.ts <work folder> <inputs as JSON> [<options as JSON>]`. Prints `{"done", "of", "file"}`
 * lines (bytes on disk) on stdout, and one with `whole` as soon as a file of rows is; on a damaged input prints why on
 * stderr and returns 1.
 */
async function main([work, list, options = "{}"]: readonly string[]): Promise<number> {
  if (work === undefined || list === undefined)
    throw new Error("read.ts: expected a work folder and a list of inputs.");
  const inputs = JSON.parse(list) as Input[];
  const of = inputs.reduce((sum, {path}) => sum + sizeOf(path), 0) * passes;
  let done = 0;
  let last = 0;
  const onBytes = (bytes: number, file: string): void => {
    done += bytes;
    if (Date.now() - last < everyMilliseconds) return;
    last = Date.now();
    console.log(JSON.stringify({done: Math.min(done, of), of, file}));
  };
  const onWhole = (whole: WholeFile): void =>
    console.log(JSON.stringify({done: Math.min(done, of), of, file: "", whole}));
  try {
    await readInputs(work, inputs, JSON.parse(options) as ReadOptions, {onBytes, onWhole});
    console.log(JSON.stringify({done: of, of, file: ""}));
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Every file is read twice: once for its sha256, once for its rows. */
const passes = 2;

function sizeOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path, {withFileTypes: true})
    .filter((file) => !file.isSymbolicLink())
    .reduce((sum, file) => sum + sizeOf(join(path, file.name)), 0);
}

process.exitCode = await main(process.argv.slice(2));
