import {createReadStream, openSync, writeSync, closeSync} from "node:fs";
import process from "node:process";
import {DuckDBInstance} from "@duckdb/node-api";
import {JsonSplitter} from "../../loaders/read/splitter.js";

/** Bytes gathered before they are written. */
const bufferBytes = 1 << 20;

/**
 * The least that any reading of a DECP file must do: cut it into records, write them one a line, let DuckDB count them.
 *
 * @returns The number of records that DuckDB counted.
 */
async function bareRead(input: string, target: string): Promise<number> {
  const file = openSync(target, "w");
  const buffer = new Uint8Array(bufferBytes);
  let used = 0;
  const flush = () => {
    writeSync(file, buffer, 0, used);
    used = 0;
  };
  const splitter = new JsonSplitter(["marches.marche[]"], (bytes) => {
    if (used + bytes.length + 1 > bufferBytes) flush();
    buffer.set(bytes, used);
    used += bytes.length;
    buffer[used++] = 0x0a;
  });
  for await (const chunk of createReadStream(input, {highWaterMark: 1 << 18})) splitter.push(chunk as Uint8Array);
  splitter.end();
  flush();
  closeSync(file);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const counted = await connection.runAndReadAll(
    `SELECT count(*)::INT AS n FROM read_ndjson_objects('${target.replaceAll("'", "''")}')`
  );
  const count = Number(counted.getRowObjectsJS()[0]?.["n"]);
  connection.closeSync();
  instance.closeSync();
  return count;
}

const [input, target] = process.argv.slice(2);
if (input === undefined || target === undefined) throw new Error("bare-read.ts: expected an input and a target file.");
console.log(await bareRead(input, target));
