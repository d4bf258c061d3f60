import {statSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {createTable, createTableOf, fillSql, sqlText} from "../duckdb.js";
import type {WorkInput} from "../read/read-inputs.js";
import type {WholeFile} from "../read/row-files.js";
import {runSideBySide} from "../side-by-side.js";
import {answersSampleSql, answersSql, completenessSql} from "./completeness.js";
import {contractSql} from "./contract.js";
import {stageRecords, type RecordFile} from "./decp.js";
import {holderSql} from "./holder.js";
import {markSql} from "./mark.js";
import {modificationSql} from "./modification.js";
import {isProcurement} from "./origins.js";
import {subcontractSql} from "./subcontract.js";

/** Bytes of record files that are staged together: what is known of a record in all its words is held in memory. */
const groupBytes = 64 * 1024 * 1024;

/** Tables that are filled from the records of `decp`, one group of files after the other. */
const stagedTables: Readonly<Record<string, string>> = {
  staged_contract: contractSql,
  staged_holder: holderSql,
  staged_modification: modificationSql,
  staged_subcontract: subcontractSql,
  staged_mark: markSql,
  answers: answersSql,
  answers_sample: answersSampleSql
};

/**
 * Stages the procurement records of a work folder: at first the files that are whole while their inputs are still read,
 * at the end the others. When one of the first proves to be of a damaged input, all are staged anew.
 */
export class ProcurementStaging {
  readonly db: DuckDBConnection;
  #taken: WholeFile[] = [];
  #isEmpty = true;

  /**
   * @param lanes Connections to the database, at least one.
   * @param work The work folder.
   */
  constructor(
    readonly lanes: readonly DuckDBConnection[],
    readonly work: string
  ) {
    this.db = lanes[0] as DuckDBConnection;
  }

  /** Stages one file that is whole. */
  async take(whole: WholeFile): Promise<void> {
    await this.#stage([{...whole, path: join(this.work, whole.file), hasLines: false}]);
    this.#taken.push(whole);
  }

  /**
   * Stages what is left of the inputs, counts answers, and gives every contract its one identifier.
   *
   * @param inputs All inputs, in the order in which they were read.
   */
  async finish(inputs: readonly WorkInput[]): Promise<void> {
    const files = inputs.flatMap((input, rank) => recordFilesOf(input, rank, this.work));
    const isTaken = ({path, rank}: RecordFile) =>
      this.#taken.some((taken) => join(this.work, taken.file) === path && taken.rank === rank);
    if (files.filter((file) => isTaken(file) && !file.hasLines).length !== this.#taken.length) this.#startAnew();
    for (const group of groupsOf(files.filter((file) => !isTaken(file)))) await this.#stage(group);
    if (this.#isEmpty) await this.#stage([]);
    const datasets = inputs.filter(({file, dataset}) => file && isProcurement(dataset));
    await createTableOf(
      this.db,
      "input_datasets",
      {source_id: "VARCHAR", dataset: "VARCHAR"},
      datasets.map(({source_id, dataset}) => ({source_id, dataset}))
    );
    await createTable(this.db, "completeness_counted", completenessSql);
    for (const name of ["answers", "answers_sample"]) await this.db.run(`DROP TABLE ${name}`);
    await linkContracts(this.db);
  }

  #startAnew(): void {
    this.#taken = [];
    this.#isEmpty = true;
  }

  async #stage(files: readonly RecordFile[]): Promise<void> {
    await stageRecords(this.db, files, this.#isEmpty);
    const jobs = Object.entries(stagedTables).map(([name, select]) => ({
      name,
      sql: fillSql(name, select, this.#isEmpty)
    }));
    await runSideBySide(this.lanes, jobs);
    await this.db.run("DROP TABLE decp");
    this.#isEmpty = false;
  }
}

function recordFilesOf(
  {dataset, dialects, file, moreFiles = [], source_id}: WorkInput,
  rank: number,
  work: string
): RecordFile[] {
  if (!isProcurement(dataset) || !file || !source_id) return [];
  const hasLines = "tabular" in dialects;
  return [file, ...moreFiles].map((name) => ({path: join(work, name), sourceId: source_id, rank, hasLines}));
}

/** Neighbours together up to some size; never apart are the lines of one table, several of which may be one contract. */
function groupsOf(files: readonly RecordFile[]): RecordFile[][] {
  const groups: RecordFile[][] = [];
  let bytes = groupBytes;
  let last: RecordFile | undefined;
  for (const file of files) {
    const size = statSync(file.path).size;
    const isSameTable = file.hasLines && file.sourceId === last?.sourceId;
    if (bytes + size > groupBytes && !isSameTable) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(file);
    bytes += size;
    last = file;
  }
  return groups;
}

/** Gives every record of a contract the one identifier of that contract, whatever name its source uses. */
async function linkContracts(db: DuckDBConnection): Promise<void> {
  await createTable(db, "contracts_linked", sqlText("intermediate/contracts_linked.sql"));
  await createTable(
    db,
    "contracts_renamed",
    `SELECT rid, l.* FROM staged_contract c JOIN contracts_linked l ON l.declared_uid = c.contract_uid`
  );
  await db.run(
    "UPDATE staged_contract SET contract_uid = r.contract_uid FROM contracts_renamed r WHERE r.rid = staged_contract.rid"
  );
}
