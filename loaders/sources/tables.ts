import {maybeCityListReader} from "./city-list.js";
import {maybeTabularReader} from "./decp-tabular.js";
import type {DecpRow, Refusal} from "./decp-row.js";
import {isObject} from "./decp-values.js";
import {columnOf, folded} from "./table-columns.js";
import type {TableReader} from "./table-row.js";

/** Where the lines of a flat table stand in JSON besides a plain list: exports and pages of Opendatasoft, re-publications. */
export const tablePaths = ["data[]", "results[]"];

/** The reader of a flat table of procurement, recognised by its columns; null when it is another table. */
export function maybeTableReader(headings: readonly string[]): TableReader | null {
  return maybeCityListReader(headings) ?? maybeTabularReader(headings);
}

/** True when the first-level keys of a JSON object are the columns of a flat table of procurement. */
export function areTableKeys(keys: readonly string[]): boolean {
  const isFlat = keys.some((key) => columnOf(key)?.field === "titulaire_id" || folded(key) === "montantmax");
  return isFlat && maybeTableReader(keys) !== null;
}

/** The line that older exports of Opendatasoft keep under `fields`; null for any other value. */
export function maybeRecordsInExport(value: unknown): unknown[] | null {
  return isObject(value) && "recordid" in value && isObject(value.fields) ? [value.fields] : null;
}

/** The data set of a file of records, by the shapes met in it. */
export function datasetOf(dialects: Readonly<Record<string, number>>, other: string): string {
  const met = Object.keys(dialects);
  if (met.length !== 1) return other;
  return met[0] === "city-list" ? "liste-paris" : met[0] === "tabular" ? "decp-tabular" : other;
}

/**
 * Makes a reader of JSON objects that are lines of a flat table; it keeps the columns of the line before.
 *
 * @returns A function that gives null for any other value, nested DECP records among them.
 */
export function flatLineReader(): (value: unknown) => DecpRow | Refusal | null {
  let lastKeys = "";
  let reader: TableReader | null = null;
  return (value) => {
    if (!isObject(value) || "titulaires" in value || "concessionnaires" in value) return null;
    const keys = Object.keys(value);
    const joined = keys.join("\n");
    if (joined !== lastKeys) {
      lastKeys = joined;
      reader = areTableKeys(keys) ? maybeTableReader(keys) : null;
    }
    return reader === null ? null : reader.read(Object.values(value));
  };
}
