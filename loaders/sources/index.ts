import {areDecpKeys, decpPaths, decpRecordsIn, readDecpRecord} from "./decp.js";
import type {DecpRow, Refusal} from "./decp-row.js";

/** A source of JSON records: where they stand, and how one becomes a row. */
export interface JsonSource {
  dataset: string;
  format: "json";
  /** Paths of the splitter. */
  paths: readonly string[];
  /** True when the first-level keys of a document are those of a lone record. */
  isRecord(keys: readonly string[]): boolean;
  /** Opens what still wraps records at a record's place. */
  recordsIn(value: unknown): unknown[];
  read(value: unknown): DecpRow | Refusal;
}

/** A reference table, copied as it came; recognised by columns that only it has together. */
export interface CsvSource {
  dataset: string;
  format: "csv";
  columns: readonly string[];
}

const decp: JsonSource = {
  dataset: "decp",
  format: "json",
  paths: decpPaths,
  isRecord: areDecpKeys,
  recordsIn: decpRecordsIn,
  read: readDecpRecord
};

const tables: readonly CsvSource[] = [
  csv("nuit-solidarite", "edition date_nuit perimetre statut total_personnes"),
  csv("nuit-ruptures", "edition perimetre rupture source"),
  csv("emissions-ges", "annee perimetre secteur niveau valeur unite serie statut"),
  csv("objectifs-climat", "plan domaine indicateur annee_cible valeur_cible sens")
];

/** Every source that `npm run data` reads. To add one: its file in this folder and one line here. */
export default {json: decp, csv: tables};

function csv(dataset: string, columns: string): CsvSource {
  return {dataset, format: "csv", columns: columns.split(" ")};
}
