import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC, type Table} from "apache-arrow";
import {parse} from "csv-parse/sync";
import {publishable} from "../../src/lib/disclosure.js";
import {breachesOfSchema, breachesOfTable, breachesOfText, givenBack} from "../../src/lib/disclosure-scan.js";
import {rowsOf} from "../../src/lib/rows.js";
import {tables} from "../../src/lib/schema.js";

/** Parts of the site that hold no words of ours: packages. */
const packages = /^(_npm|_node|_jsr)\//;

/**
 * Looks into every public output of a built site (pages, pictures, JSON, CSV, Arrow) for what must not be published about
 * people met at night.
 *
 * @param folder The built site.
 * @param isKnown Says of a file that it was looked at when it was made, and is the same.
 * @returns One sentence per breach, naming the file; empty when there is none.
 */
export function breachesOfSite(folder: string, isKnown: (path: string) => boolean = () => false): string[] {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .filter((path) => !packages.test(path))
    .sort();
  const found = files.filter((path) => !isKnown(path)).flatMap((path) => breachesOfFile(folder, path));
  return [...found, ...givenBackIn(folder, files)];
}

function breachesOfFile(folder: string, path: string): string[] {
  if (/\.(geojson|topojson|kml|gpx|shp|mbtiles)$/.test(path))
    return [`${path}: expected no place on a map, got a geographic file. See src/lib/disclosure.ts.`];
  if (/\.(html|svg|json)$/.test(path)) return breachesOfText(path, readFileSync(join(folder, path), "utf8"));
  if (path.endsWith(".csv")) {
    const [columns = [], ...rows] = parse(readFileSync(join(folder, path)), {relax_column_count: true}) as string[][];
    return breachesOfTable({path, columns, rows});
  }
  return path.endsWith(".arrow") ? breachesOfArrow(folder, path) : [];
}

function breachesOfArrow(folder: string, path: string): string[] {
  const name = nameOf(path);
  if (name in tables && !(name in publishable)) return [];
  if (!(name in tables)) return [`${path}: expected a table of src/lib/schema.ts, got "${name}". Declare it.`];
  const arrow = open(folder, path);
  const columns = arrow.schema.fields.map((field) => field.name);
  const rows = Array.from({length: arrow.numRows}, (_, i) => columns.map((column) => arrow.getChild(column)?.get(i)));
  return [...breachesOfSchema(name, columns, path), ...breachesOfTable({path, columns, rows})];
}

function givenBackIn(folder: string, files: readonly string[]): string[] {
  const [places, counts] = ["night_count_place", "night_count"].map((name) =>
    files.find((path) => nameOf(path) === name)
  );
  if (!places || !counts) return [];
  const rows = rowsOf("night_count_place", open(folder, places), ["edition", "status", "place", "people_count"]);
  const totals = rowsOf("night_count", open(folder, counts), ["edition", "status", "perimeter", "people_count"]);
  return givenBack(
    rows.map((row) => ({...row, people: row.people_count})),
    totals.filter(({perimeter}) => perimeter === "paris").map((row) => ({...row, people: row.people_count}))
  ).map((words) => `${places}: ${words}`);
}

/** `data/night_count.1a2b3c4d.arrow` is `night_count`. */
function nameOf(path: string): string {
  return path.endsWith(".arrow") ? (path.split("/").at(-1)?.split(".")[0] ?? "") : "";
}

function open(folder: string, path: string): Table {
  return tableFromIPC(readFileSync(join(folder, path)));
}
