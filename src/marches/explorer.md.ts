import {existsSync, readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import type {ColumnsLike} from "../lib/explore/columns.js";
import {explorerPage} from "./explorer-page.js";

const path = "data/build/marts/explorer.arrow";
const bytes = existsSync(path) ? readFileSync(path) : null;
console.log(explorerPage(bytes && {table: tableFromIPC(bytes) as unknown as ColumnsLike, bytes: bytes.length}));
