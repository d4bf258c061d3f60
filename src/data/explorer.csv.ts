import {readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import {readAwards} from "../lib/explore/awards.js";
import type {ColumnsLike} from "../lib/explore/columns.js";
import {awardsCsv} from "../lib/explore/export.js";

const awards = readAwards(tableFromIPC(readFileSync("data/build/marts/explorer.arrow")) as unknown as ColumnsLike);
const rows = Array.from({length: awards.count}, (_, row) => row);
await ReadableStream.from(awardsCsv(awards, rows)).pipeThrough(new TextEncoderStream()).pipeTo(Deno.stdout.writable);
