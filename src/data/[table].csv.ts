import {parseArgs} from "node:util";
import {tableCsv} from "../../loaders/exports/table-csv.js";
import {tables, type TableName} from "../lib/schema.js";

const {table = ""} = parseArgs({args: Deno.args, options: {table: {type: "string"}}}).values;
if (!Object.hasOwn(tables, table)) throw new Error(`${table}.csv : attendu une table de src/lib/schema.ts.`);
await ReadableStream.from(tableCsv("data/build", table as TableName))
  .pipeThrough(new TextEncoderStream())
  .pipeTo(Deno.stdout.writable);
