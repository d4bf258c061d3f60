import {parseArgs} from "node:util";
import {printFile} from "../../loaders/site/print-file.js";

const {table} = parseArgs({args: Deno.args, options: {table: {type: "string"}}}).values;
await printFile(`data/build/marts/${table}.parquet`);
