import {readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import {csvLine} from "../../src/lib/csv.js";
import {aboutProcurement} from "../../src/lib/findings.js";
import {rowsOf} from "../../src/lib/rows.js";
import type {Row} from "../../src/lib/schema.js";

/** The columns of `constats.csv`, for the people who can repair the data at its source. */
const columns = [
  "contrat",
  "champ",
  "declare",
  "propose",
  "regle",
  "gravite",
  "preuve",
  "plateforme",
  "annee",
  "effet_eur",
  "fichier",
  "enregistrement"
] as const;

/** How many lines are joined before they are given out. */
const linesAtOnce = 2_000;

/**
 * The findings about procurement as CSV (RFC 4180, UTF-8, raw numbers with a decimal point, an empty cell where
 * unknown), the header first. No rule looks at a name, so none stands there.
 *
 * @param findings Rows of `finding`.
 * @param fileNames Name of each input file by `source_id`; the `source_id` itself stands where the name is unknown.
 */
export function* findingsCsv(
  findings: readonly Row<"finding">[],
  fileNames: ReadonlyMap<string, string>
): Generator<string> {
  let lines: string[] = [csvLine(columns)];
  for (const row of findings) {
    if (!aboutProcurement(row)) continue;
    lines.push(
      csvLine([
        row.contract_uid,
        row.field,
        row.declared,
        row.repaired,
        row.rule,
        row.severity,
        row.evidence,
        row.platform,
        row.year,
        row.effect_eur,
        fileNames.get(row.source_id) ?? row.source_id,
        row.record_number
      ])
    );
    if (lines.length < linesAtOnce) continue;
    yield `${lines.join("\r\n")}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join("\r\n")}\r\n`;
}

/**
 * `constats.csv` of a data build, in parts.
 *
 * @param folder The data build, normally `data/build`.
 * @throws {Error} When a mart is missing: the data was not built.
 */
export function findingsCsvOf(folder: string): Generator<string> {
  const read = <T extends "finding" | "source_file">(name: T): Row<T>[] =>
    rowsOf(name, tableFromIPC(readFileSync(`${folder}/marts/${name}.arrow`)));
  const names = new Map(read("source_file").map(({source_id, name}) => [source_id, name]));
  return findingsCsv(read("finding"), names);
}
