import sources from "../catalogue/index.js";
import {tables, type TableName} from "../lib/schema.js";
import {lastReport, lastRows} from "../methode/last-build.js";
import {describeTable, dictionaryPage} from "./dictionary-page.js";

const files = lastRows("source_file", ["source_id", "dataset"]) ?? [];
const described = (Object.keys(tables) as TableName[]).map((name) =>
  describeTable(name, lastRows(name), {files, sources, report: lastReport()})
);
console.log(dictionaryPage(described));
