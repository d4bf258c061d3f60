import {resolve} from "node:path";
import {filesBelow, footprintOf} from "./files.js";
import {hashOf, type Fingerprints} from "./fingerprints.js";
import {absent, type Inputs} from "./inputs.js";
import {readStore, writeStore} from "./store.js";

/** What was asked of `npm run data`. */
export interface DataRequest {
  /** `embedded`, `live` or absolute paths; empty means `embedded`. */
  from: readonly string[];
  keepGoing: boolean;
  /** Absolute path of what says the columns of unknown tables; null when none was given. */
  mapping?: string | null;
}

/** What the last build of the data was made of. */
export interface DataStore {
  request: DataRequest;
  inputs: Inputs;
  /** `generated_at` of the report that this build wrote: another one is somebody else’s. Empty when there was none. */
  report: string;
}

const storePath = ".cache/data.json";

/** The programs of `npm run data`, each a process. */
const programs = ["loaders/build.ts", "loaders/read.ts", "loaders/shape.ts"];

/** Folders that are always read, whatever `--from` says. */
export const dataFolders = ["data/reference", "data/agora", "data/sample"];

/**
 * All that the data is made of: the programs and what they import, their SQL, the tables of the repository, by content; the
 * files that were given, which are large, by size and date.
 */
export function dataInputs({from, keepGoing, mapping = null}: DataRequest, prints: Fingerprints): Inputs {
  const files = [
    ...programs.flatMap((program) => prints.graph(program).files),
    ...filesBelow("loaders").filter((path) => path.endsWith(".sql")),
    ...dataFolders.flatMap((folder) => filesBelow(folder)),
    ...(mapping === null ? [] : [mapping]),
    "package-lock.json"
  ];
  const given = placesOf(from).flatMap((path): [string, string][] => {
    const found = Object.entries(footprintOf(path));
    return found.length > 0 ? found : [[path, absent]];
  });
  return {
    ...prints.all(files.map((path) => `file:${path}`)),
    ...Object.fromEntries(given.map(([path, print]) => [`given:${path}`, print])),
    request: hashOf(JSON.stringify([from.length > 0 ? from : ["embedded"], keepGoing, mapping]))
  };
}

/** What is known of the last build of the data. */
export function readDataStore(say?: (line: string) => void): DataStore {
  return readStore<DataStore>(storePath, {request: {from: [], keepGoing: false}, inputs: {}, report: ""}, say);
}

/** Keeps what a build of the data was made of. */
export function writeDataStore(store: DataStore): void {
  writeStore(storePath, store);
}

/** Where the files of `--from` stand, outside of what is always read. */
function placesOf(from: readonly string[]): string[] {
  return from.filter((value) => value !== "embedded").map((value) => (value === "live" ? "data/raw" : resolve(value)));
}
