import {existsSync, readFileSync} from "node:fs";
import {resolve} from "node:path";
import process from "node:process";
import {createInterface} from "node:readline";
import type {WholeFile} from "./read/row-files.js";
import {shape} from "./shaping.js";

/**
 * Process of the third wall: `shape.ts <work> <out> [--orders]` shapes a work folder into the published tables. With the
 * flag, the standard input tells when: first a line of JSON for each file that is whole while others are still read, at
 * the end an empty line. Progress goes to the standard output, one JSON object a line; an error goes to the standard error,
 * with exit code 1.
 */
async function main(): Promise<void> {
  const [work, out, flag] = process.argv.slice(2);
  if (!work || !out) throw new Error("shape : deux dossiers attendus, <travail> <sortie>.");
  await shape(resolve(work), resolve(out), {
    readText: (path) => (existsSync(path) ? readFileSync(path, "utf8") : ""),
    onProgress: (step, done, of) => console.log(JSON.stringify({step, done, of})),
    // Statements run side by side instead: the thread that waits for a statement of several threads asks all the time
    // whether it is done, which costs as much as the work.
    threads: 1,
    whole: flag === "--orders" ? orders() : undefined
  });
}

async function* orders(): AsyncGenerator<WholeFile> {
  for await (const line of createInterface({input: process.stdin})) {
    if (line === "") return;
    yield JSON.parse(line) as WholeFile;
  }
  throw new Error("shape : ordre de commencer attendu, entrée fermée.");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
