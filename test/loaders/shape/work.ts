import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {onTestFinished} from "vitest";
import type {WholeFile} from "../../../loaders/read/row-files.js";
import {shape, type Shape} from "../../../loaders/shaping.js";
import {rowsOf} from "../../../src/lib/rows.js";
import type {Row, TableName} from "../../../src/lib/schema.js";

/** A record as the reader writes it; what a test does not say has a sound value. */
export interface TestRecord {
  [field: string]: unknown;
}

/** What a test puts into a work folder. */
export interface TestWork {
  /** One list of records per input file, in the order of the inputs. */
  files?: readonly (readonly TestRecord[])[];
  refused?: readonly object[];
  /** Records that the reader claims to have read beyond those. */
  lost?: number;
  /** Reference tables: data set and text. */
  csv?: readonly {dataset: string; text: string}[];
  /** Tables that the test reads, where a few are enough: publishing all is half of the time of a small build. */
  published?: readonly TableName[];
}

/** What the shaping of a test made: the report and the rows of a mart, read back from its Arrow file. */
export interface TestShape {
  report: Shape;
  out: string;
  rows: <T extends TableName>(table: T) => Row<T>[];
}

/** A record of a sound contract. */
export function record(fields: TestRecord = {}): TestRecord {
  return {
    kind: "marche",
    dialect: "v2",
    id: "2024A1",
    buyer_id: "21750001600019",
    nature: "Marché",
    object: "Entretien des arbres",
    cpv: "77340000",
    procedure: "Procédure adaptée",
    techniques: ["Sans objet"],
    duration_months: "12",
    notified_on: "2024-03-01",
    published_on: "2024-03-15",
    amount: "1000.00",
    offers_received: "3",
    platform: "essai",
    holders: [holder("73282932000074")],
    modifications: [],
    notes: [],
    ...fields
  };
}

/** A holder of a record. */
export function holder(id: string | null, scheme: string | null = "SIRET", name: string | null = null): object {
  return {id, scheme, name};
}

/** A temporary folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "carnets-shape-"));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  return folder;
}

/** Shapes a work folder as the product does, without the process around it. */
export async function shaped({files = [], refused = [], lost = 0, csv = [], published}: TestWork): Promise<TestShape> {
  const work = temporaryFolder();
  for (const folder of ["decp", "csv"]) mkdirSync(join(work, folder));
  const inputs = files.map((records, i) => {
    const source_id = `${i}`.padStart(12, "f");
    const lines = records.map((fields, n) => JSON.stringify({source_id, record_number: n + 1, ...fields}));
    writeFileSync(join(work, `decp/${source_id}.ndjson`), lines.join("\n"));
    const rejected = i === 0 ? refused.length : 0;
    const read = records.length + rejected + lost;
    return input(`fichier-${i}.json`, "decp", source_id, `decp/${source_id}.ndjson`, read, rejected);
  });
  const tables = csv.map(({dataset, text}, i) => {
    const source_id = `${i}`.padStart(12, "c");
    writeFileSync(join(work, `csv/${source_id}.csv`), text);
    return input(`table-${i}.csv`, dataset, source_id, `csv/${source_id}.csv`, 0, 0);
  });
  const lines = refused.map((row, n) =>
    JSON.stringify({source_id: "fffffffffff0", record_number: (files[0]?.length ?? 0) + n + 1, ...row})
  );
  writeFileSync(join(work, "refused.ndjson"), lines.join("\n"));
  writeFileSync(join(work, "inputs.json"), JSON.stringify([...inputs, ...tables]));
  return shapedFolder(work, undefined, published);
}

/** Shapes work folders as `shaped` does, but publishes only the tables that the tests of a file read. */
export function shapedTo(...published: TableName[]): (work: TestWork) => Promise<TestShape> {
  return (work) => shaped({published, ...work});
}

/** Shapes a work folder that stands already; `whole` files are taken up first, `published` tables come out. */
export async function shapedFolder(
  work: string,
  whole?: AsyncIterable<WholeFile>,
  published?: readonly TableName[]
): Promise<TestShape> {
  const out = temporaryFolder();
  const report = await shape(work, out, {
    readText: (path) => readFileSync(path, "utf8"),
    onProgress: () => {},
    threads: 1,
    whole,
    published
  });
  const rows = <T extends TableName>(table: T): Row<T>[] =>
    rowsOf(table, tableFromIPC(readFileSync(join(out, `marts/${table}.arrow`))));
  return {report, out, rows};
}

function input(path: string, dataset: string, source_id: string, file: string, read: number, refused: number): object {
  return {
    source_id,
    path,
    sha256: source_id.repeat(6).slice(0, 64),
    bytes: 1,
    format: file.endsWith("csv") ? "csv" : "json",
    dataset,
    dialects: {},
    is_fictional: true,
    records_read: read,
    rows_staged: read - refused,
    rows_refused: refused,
    ignored: null,
    failed: null,
    file
  };
}
