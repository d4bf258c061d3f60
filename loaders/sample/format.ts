import type {Sample} from "./generate.js";

/** The text of a DECP v2 file, one record a line. */
export function formatSample({marche, concession}: Sample): string {
  return `{"marches":{"marche":[\n${lines(marche)}\n],"contrat-concession":[\n${lines(concession)}\n]}}\n`;
}

function lines(records: readonly unknown[]): string {
  return records.map((record) => JSON.stringify(record)).join(",\n");
}
