import {JsonSplitter, JsonStructureError} from "../read/splitter.js";
import type {JsonSource} from "./index.js";
import {readOcdsRecord} from "./ocds.js";
import {areOcdsKeys, ocdsPathsFor, ocdsRecordsIn} from "./ocds-records.js";

/**
 * The OCDS source for a JSON document whose first bytes look like it: release and record packages, JSON arrays, lone or
 * concatenated releases and records, JSON Lines.
 *
 * @param head Beginning of the document.
 * @returns null when nothing in it is OCDS.
 */
export function maybeOcds(head: string): JsonSource | null {
  const rootKeys = rootKeysOf(head);
  const isPackage =
    (rootKeys.includes("releases") || rootKeys.includes("records")) &&
    (rootKeys.includes("publisher") || rootKeys.includes("publishedDate"));
  if (!isPackage && !/"ocid"\s*:/.test(head)) return null;
  const publisher = publisherIn(head);
  return {
    dataset: "ocds",
    format: "json",
    paths: ocdsPathsFor(rootKeys),
    sharedPaths: [],
    isRecord: areOcdsKeys,
    recordsIn: (value) => ocdsRecordsIn(value, publisher),
    read: readOcdsRecord
  };
}

function rootKeysOf(head: string): string[] {
  const splitter = new JsonSplitter(["none[]"], () => undefined);
  try {
    splitter.push(new TextEncoder().encode(head.replace(/^\uFEFF/, "")));
  } catch (error) {
    if (!(error instanceof JsonStructureError)) throw error;
  }
  return splitter.rootKeys;
}

/** Name of the publisher; null when none is named near the beginning, or several are. */
function publisherIn(head: string): string | null {
  const names = [...head.matchAll(/"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*("(?:[^"\\\n]|\\.)*")/g)].map(
    ([, name]) => name
  );
  if (new Set(names).size !== 1) return null;
  try {
    return JSON.parse(names[0] as string) as string;
  } catch {
    return null;
  }
}
