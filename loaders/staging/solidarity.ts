import type {DuckDBConnection} from "@duckdb/node-api";
import {createTableOf} from "../duckdb.js";
import type {CsvFile} from "./csv.js";
import {nightCountColumns, stageNightCounts} from "./night-count.js";
import {solidarityStages} from "./solidarity-stages.js";

/**
 * Stages the reference tables about people met at night, shelter and the Fabrique.
 *
 * @param read Gives the files of a data set, read strictly with these columns.
 * @throws {Error} On a damaged table, naming its file and line.
 */
export async function stageSolidarity(
  db: DuckDBConnection,
  read: (dataset: string, columns: readonly string[]) => CsvFile[]
): Promise<void> {
  const nights = read("nuit-solidarite", nightCountColumns).flatMap(stageNightCounts);
  for (const {name, dataset, columns, staged, stage} of solidarityStages)
    await createTableOf(
      db,
      name,
      staged,
      read(dataset, columns).flatMap((file) => stage(file, nights))
    );
}
