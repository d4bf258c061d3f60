import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Ajv2020} from "ajv/dist/2020.js";
import {reportVersion, type Report, type ReportInput} from "../../src/lib/report.js";

/** What the shaping process hands over in `shape.json`. */
export type Shaped = Pick<Report, "inputs" | "tables" | "findings" | "totals">;

/**
 * Puts together what a build read, found and produced, and checks it: every record is staged or refused, and the whole
 * follows `report.schema.json`.
 *
 * @param from The `--from` values as the report names them.
 * @param generatedAt ISO date and time, UTC.
 * @throws {Error} When the counts do not add up or the schema is broken: a fault of ours, not of the data.
 */
export function assembleReport(shaped: Shaped, from: readonly string[], generatedAt: string, schema: object): Report {
  const lost = shaped.inputs.find((input) => input.records_read !== input.rows_staged + input.rows_refused);
  if (lost)
    throw new Error(
      `${lost.path} : ${lost.records_read} enregistrements lus, mais ${lost.rows_staged} lignes et ${lost.rows_refused} refus. ` +
        "C’est un défaut du programme : signalez-le."
    );
  const report: Report = {
    version: reportVersion,
    generated_at: generatedAt,
    from: [...from],
    is_fictional: shaped.inputs.some(
      (input) => input.dataset === "decp" && input.is_fictional && input.rows_staged > 0
    ),
    is_partial: shaped.inputs.some((input) => input.failed !== null),
    inputs: shaped.inputs.map(plainInput),
    tables: shaped.tables,
    findings: shaped.findings,
    totals: shaped.totals
  };
  const ajv = new Ajv2020({allErrors: true});
  if (!ajv.validate(schema, report))
    throw new Error(
      `report.json : attendu un compte rendu conforme à report.schema.json, trouvé : ${ajv.errorsText()}.`
    );
  return report;
}

/** Writes a report as a build publishes it. */
export function writeReport(folder: string, report: Report): void {
  writeFileSync(join(folder, "report.json"), JSON.stringify(report, null, 2) + "\n");
}

/** Reads a JSON file. */
export function readJsonFile<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

/** ISO date and time of a build: now, or `SOURCE_DATE_EPOCH` (seconds since 1970), so that builds can be repeated. */
export function timeOf(epoch: string | undefined, now: () => number): string {
  return new Date(epoch ? Number(epoch) * 1000 : now()).toISOString();
}

function plainInput(input: ReportInput & {file?: unknown}): ReportInput {
  const {file: _file, ...plain} = input;
  return plain;
}
