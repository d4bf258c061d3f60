import {existsSync, readFileSync} from "node:fs";
import {resolve} from "node:path";
import process from "node:process";
import {shape} from "./shaping.js";

/**
 * Process of the third wall: `shape.ts <work> <out> [--when-told]` shapes a work folder into the published tables; with
 * the flag, only once a line came on the standard input. Progress goes to
 * the standard output, one JSON object a line; an error goes to the standard error, with exit code 1.
 */
async function main(): Promise<void> {
  const [work, out, flag] = process.argv.slice(2);
  if (!work || !out) throw new Error("shape : deux dossiers attendus, <travail> <sortie>.");
  if (flag === "--when-told" && (await Deno.stdin.read(new Uint8Array(1))) === null)
    throw new Error("shape : ordre de commencer attendu, entrée fermée.");
  await shape(resolve(work), resolve(out), {
    readText: (path) => (existsSync(path) ? readFileSync(path, "utf8") : ""),
    onProgress: (step, done, of) => console.log(JSON.stringify({step, done, of})),
    threads: navigator.hardwareConcurrency
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
