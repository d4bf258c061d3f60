import {mkdirSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import rules from "../src/catalogue/rules/index.js";
import agoraSchema from "../src/lib/agora/agora.schema.json" with {type: "json"};
import collegeSchema from "../src/lib/agora/colleges.schema.json" with {type: "json"};
import commitmentSchema from "../src/lib/commitments.schema.json" with {type: "json"};
import type {ReportInput, ReportTotal} from "../src/lib/report.js";
import {tables, type TableName} from "../src/lib/schema.js";
import {createTableOf, literal, openDatabase, query, run, sqlText, type DatabaseLimits} from "./duckdb.js";
import {createFindings, peerJobs, ruleJobs, summariseFindings} from "./findings.js";
import {columnTypes} from "./marts.js";
import {publishTables, type PublishedTable} from "./publish.js";
import type {WorkInput} from "./read/read-inputs.js";
import type {WholeFile} from "./read/row-files.js";
import {runSideBySide, tableJob} from "./side-by-side.js";
import {cpvListColumns} from "./sources/cpv.js";
import {
  emissionColumns,
  emissionTable,
  stageEmissions,
  stageTargets,
  targetColumns,
  targetTable
} from "./staging/climate.js";
import {
  budgetColumns,
  budgetTable,
  climateActionColumns,
  climateActionTable,
  equivalenceColumns,
  equivalenceTable,
  mobilisationColumns,
  mobilisationTable,
  seriesColumns,
  seriesDatasets,
  seriesTable,
  stageBudgets,
  stageClimateActions,
  stageEquivalences,
  stageMobilisation,
  stageSeries
} from "./staging/climate-tables.js";
import {voteColumns, type AgoraYear, type CollegeList} from "./staging/agora/file.js";
import {agoraTableNames, stageAgora} from "./staging/agora/register.js";
import {commitmentTable, stageCommitments, type CommitmentPlan} from "./staging/commitment.js";
import {checkPaddedCpv, cpvTable, stageCpvList} from "./staging/cpv-list.js";
import {readCsv} from "./staging/csv.js";
import {checkOrigin, isProcurement, origins} from "./staging/origins.js";
import {ProcurementStaging} from "./staging/procurement.js";
import references from "./staging/references.js";
import {stageSolidarity} from "./staging/solidarity.js";
import {stageSirene} from "./staging/sirene.js";
import {readYaml} from "./staging/yaml.js";
import {readTotals} from "./totals.js";

/** What the orchestrator takes from here into `report.json`. */
export interface Shape {
  tables: Record<string, PublishedTable>;
  findings: Awaited<ReturnType<typeof summariseFindings>>;
  totals: ReportTotal[];
  inputs: ReportInput[];
}

/** What the shaping needs from its host. */
export interface ShapeEffects extends Pick<DatabaseLimits, "memory" | "threads"> {
  /** Text of a file of the work folder. */
  readText: (path: string) => string;
  /** Called before each step. */
  onProgress: (step: string, done: number, of: number) => void;
  /** Tables to publish, in order; every table of the schema unless told. */
  published?: readonly TableName[] | undefined;
  /** Files of rows that are whole while others are still read; it ends when all are. */
  whole?: AsyncIterable<WholeFile> | undefined;
}

/** Tables between staging and marts, in the order in which they build on each other. */
const intermediates = [
  "suppliers_known",
  "amounts_settled",
  "contracts_ranked",
  "contracts_kept",
  "modifications_merged",
  "modification_evidence",
  "modifications_read",
  "subcontracts_merged",
  "awards_grouped",
  "award_suppliers",
  "buyer_years",
  "supplier_years",
  "suppliers_named",
  "amounts_by_source",
  "coverage_months"
];

/**
 * Shapes a work folder into the published tables.
 *
 * @param work Folder that the reader wrote.
 * @param out Folder that receives `marts/`, `carnets.duckdb` and `shape.json`; it must exist.
 * @returns What `shape.json` holds.
 * @throws {Error} On a damaged reference table, a mart that does not follow the schema, or totals that do not add up.
 */
export async function shape(work: string, out: string, effects: ShapeEffects): Promise<Shape> {
  // DuckDB makes this folder when it needs it, and removes it again.
  const scratch = join(out, ".scratch");
  const marts = join(out, "marts");
  mkdirSync(marts, {recursive: true});
  const {memory, threads} = effects;
  const {db, lanes, connect, close} = await openDatabase({folders: [work, out], scratch, memory, threads});
  const names = effects.published ?? (Object.keys(tables) as TableName[]);
  const steps = 5 + names.length;
  let done = 0;
  const step = (name: string) => effects.onProgress(name, done++, steps);
  try {
    await db.run(sqlText("staging/macros.sql"));
    const staging = new ProcurementStaging(lanes, work);
    for await (const file of effects.whole ?? []) await staging.take(file);
    step("inputs");
    const inputs = (JSON.parse(effects.readText(join(work, "inputs.json"))) as WorkInput[]).filter(isFirstOfItsBytes);
    step("staging");
    await staging.finish(inputs);
    const fictional = await stageReferences(db, work, inputs);
    await stageRegisters(db, work, inputs);
    await stageRefused(db, work, effects);
    step("intermediate");
    const jobs = intermediates.map((name) => {
      const select = sqlText(`intermediate/${name}.sql`);
      return name === "contracts_kept" ? {name, sql: `CREATE VIEW ${name} AS\n${select}`} : tableJob(name, select);
    });
    await createFindings(db);
    await runSideBySide(lanes, [...jobs, ...peerJobs(), ...ruleJobs()]);
    step("findings");
    const totals = await readTotals(db);
    const counted = (await countRows(db, inputs)).map((input) =>
      fictional.has(input.source_id ?? "") ? {...input, is_fictional: true} : input
    );
    await createSourceFiles(db, counted);
    await run(
      db,
      `ATTACH ${literal(join(out, "carnets.duckdb"))} AS carnets (STORAGE_VERSION 'v1.0.0')`,
      "carnets.duckdb"
    );
    const files = await publishTables(connect, names, marts, step);
    await run(db, "DETACH carnets", "carnets.duckdb");
    step("report");
    const shaped = {tables: files, findings: await summariseFindings(db), totals, inputs: counted};
    writeFileSync(join(out, "shape.json"), JSON.stringify(shaped, null, 2));
    effects.onProgress("report", steps, steps);
    return shaped;
  } finally {
    close();
  }
}

function isFirstOfItsBytes(input: WorkInput, i: number, inputs: readonly WorkInput[]): boolean {
  return !input.file || inputs.findIndex((other) => other.file && other.source_id === input.source_id) === i;
}

/** Returns the files of the register that say of themselves that they are invented. */
async function stageReferences(
  db: DuckDBConnection,
  work: string,
  inputs: readonly WorkInput[]
): Promise<ReadonlySet<string>> {
  const read = (dataset: string, columns: readonly string[]) =>
    inputs
      .filter((input) => input.dataset === dataset && input.file)
      .map((input) => readCsv(join(work, input.file as string), input.path, input.source_id as string, columns));
  await stageSolidarity(db, read);
  for (const {dataset, columns, name, staged, stage} of references)
    await createTableOf(db, name, staged, read(dataset, columns).flatMap(stage));
  const emissions = read("emissions-ges", emissionColumns).flatMap(stageEmissions);
  const targets = read("objectifs-climat", targetColumns).flatMap(stageTargets);
  await createTableOf(db, "staged_emission", emissionTable, emissions);
  await createTableOf(db, "staged_target", targetTable, targets);
  const series = seriesDatasets.flatMap((dataset) =>
    read(dataset, seriesColumns(dataset)).flatMap((file) => stageSeries(file, dataset))
  );
  const budgets = read("climat-budget", budgetColumns).flatMap(stageBudgets);
  const mobilised = read("climat-mobilisation", mobilisationColumns).flatMap(stageMobilisation);
  const climateActions = read("climat-actions", climateActionColumns).flatMap(stageClimateActions);
  const equivalences = read("equivalences", equivalenceColumns).flatMap(stageEquivalences);
  await createTableOf(db, "staged_climate_series", seriesTable, series);
  await createTableOf(db, "staged_carbon_budget", budgetTable, budgets);
  await createTableOf(db, "staged_mobilisation", mobilisationTable, mobilised);
  await createTableOf(db, "staged_climate_action", climateActionTable, climateActions);
  await createTableOf(db, "staged_equivalence", equivalenceTable, equivalences);
  const written = <T>(wanted: string, schema: object) =>
    inputs
      .filter(({dataset, file}) => dataset === wanted && file)
      .map(({file, path, source_id}) => readYaml<T>(join(work, file as string), path, source_id as string, schema));
  const plans = written<CommitmentPlan>("engagements", commitmentSchema);
  await createTableOf(db, "staged_commitment", commitmentTable, plans.flatMap(stageCommitments));
  const register = stageAgora({
    colleges: written<CollegeList>("agora-colleges", collegeSchema),
    years: written<AgoraYear>("agora", agoraSchema),
    votes: read("agora-votes", voteColumns)
  });
  for (const name of agoraTableNames) await createTableOf(db, `staged_${name}`, columnTypes(name), register[name]);
  const invented = agoraTableNames
    .filter((name) => name !== "college")
    .flatMap((name) => register[name].filter((row) => row.is_fictional));
  return new Set(invented.map(({source_id}) => source_id));
}

/** What is known about suppliers and codes beyond what contracts say of them. */
async function stageRegisters(db: DuckDBConnection, work: string, inputs: readonly WorkInput[]): Promise<void> {
  const given = (dataset: string) =>
    inputs.flatMap(({dataset: found, file, path, source_id}) =>
      found === dataset && file && source_id ? [{path: join(work, file), name: path, sourceId: source_id}] : []
    );
  const codes = given("cpv").flatMap((file) =>
    stageCpvList(readCsv(file.path, file.name, file.sourceId, cpvListColumns))
  );
  await createTableOf(db, "staged_cpv", cpvTable, codes);
  await checkPaddedCpv(db);
  await stageSirene(db, given("sirene"));
}

async function stageRefused(db: DuckDBConnection, work: string, {readText}: ShapeEffects): Promise<void> {
  const lines = readText(join(work, "refused.ndjson")).split("\n").filter(Boolean);
  const columns = {source_id: "VARCHAR", record_number: "INTEGER", rule: "VARCHAR", raw: "VARCHAR"};
  const rows = lines.map((line) => JSON.parse(line) as {rule: string});
  const unknown = rows.find((row) => !rules.some((rule) => rule.id === row.rule));
  if (unknown)
    throw new Error(`refused.ndjson: expected a rule of src/catalogue/rules, got "${unknown.rule}". Declare it.`);
  await createTableOf(db, "refused", columns, rows);
}

/** Inputs with the rows that staging really holds; every record of a procurement file is staged or refused. */
async function countRows(db: DuckDBConnection, inputs: readonly WorkInput[]): Promise<ReportInput[]> {
  const tallies = Object.keys(origins)
    .filter((table) => origins[table]?.isCounted)
    .map((table) => `SELECT '${table}' AS name, source_id, count(*)::INTEGER AS n FROM ${table} GROUP BY source_id`)
    .concat("SELECT NULL, source_id, n FROM register_files", "SELECT NULL, source_id, n FROM merged_lines")
    .join(" UNION ALL ");
  const counts = await query(
    db,
    `SELECT source_id, sum(n)::INTEGER AS n, list(DISTINCT name) AS names FROM (${tallies}) GROUP BY source_id`
  );
  for (const {source_id, names} of counts)
    for (const name of names as (string | null)[])
      if (name !== null) checkOrigin(name, inputs.find((input) => input.source_id === source_id)?.dataset ?? null);
  return inputs.map(({file, moreFiles: _moreFiles, ...input}) => {
    if (!file) return input;
    const staged = Number(counts.find((row) => row.source_id === input.source_id)?.n ?? 0);
    const counted = isProcurement(input.dataset) ? input : {...input, records_read: staged, rows_refused: 0};
    if (counted.records_read !== staged + counted.rows_refused)
      throw new Error(
        `${input.path}: expected ${counted.records_read} records read = staged + refused, ` +
          `got ${staged} + ${counted.rows_refused}. Read the file again.`
      );
    return {...counted, rows_staged: staged};
  });
}

async function createSourceFiles(db: DuckDBConnection, inputs: readonly ReportInput[]): Promise<void> {
  const columns = {
    source_id: "VARCHAR",
    name: "VARCHAR",
    sha256: "VARCHAR",
    bytes: "DOUBLE",
    format: "VARCHAR",
    dataset: "VARCHAR",
    is_fictional: "BOOLEAN",
    records_read: "INTEGER",
    rows_staged: "INTEGER",
    rows_refused: "INTEGER"
  };
  const read = inputs.filter((input) => input.source_id !== null && input.ignored === null && input.failed === null);
  await createTableOf(
    db,
    "source_files",
    columns,
    read.map((input) => ({...input, name: basename(input.path)}))
  );
}
