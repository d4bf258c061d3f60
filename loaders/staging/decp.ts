import type {DuckDBConnection} from "@duckdb/node-api";
import {createTable, literal} from "../duckdb.js";

const holders = "STRUCT(id VARCHAR, scheme VARCHAR, name VARCHAR)[]";

/** Shape of one line of `decp/<source_id>.ndjson`: the producer's words, every scalar a text. */
const recordColumns: Readonly<Record<string, string>> = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  kind: "VARCHAR",
  dialect: "VARCHAR",
  id: "VARCHAR",
  buyer_id: "VARCHAR",
  buyer_name: "VARCHAR",
  nature: "VARCHAR",
  object: "VARCHAR",
  cpv: "VARCHAR",
  procedure: "VARCHAR",
  techniques: "VARCHAR[]",
  modalities: "VARCHAR[]",
  duration_months: "VARCHAR",
  notified_on: "VARCHAR",
  published_on: "VARCHAR",
  amount: "VARCHAR",
  offers_received: "VARCHAR",
  place_code: "VARCHAR",
  place_type: "VARCHAR",
  price_form: "VARCHAR",
  consortium_type: "VARCHAR",
  ccag: "VARCHAR",
  is_innovative: "VARCHAR",
  has_advance: "VARCHAR",
  has_subcontracting: "VARCHAR",
  origin_eu: "VARCHAR",
  origin_france: "VARCHAR",
  social: "VARCHAR[]",
  environmental: "VARCHAR[]",
  platform: "VARCHAR",
  holders,
  modifications: `STRUCT(id VARCHAR, object VARCHAR, notified_on VARCHAR, published_on VARCHAR, duration_months VARCHAR, amount VARCHAR)[]`,
  subcontracts: `STRUCT(id VARCHAR, holder_id VARCHAR, holder_scheme VARCHAR, notified_on VARCHAR, published_on VARCHAR, duration_months VARCHAR, amount VARCHAR)[]`,
  subcontract_changes: `STRUCT(id VARCHAR, notified_on VARCHAR, published_on VARCHAR, duration_months VARCHAR, amount VARCHAR)[]`,
  notes: "VARCHAR[]"
};

/**
 * Reads the record files of the work folder into `decp`: one row per accepted record, plus `rid`, which numbers the
 * records of a build in the order of its inputs.
 *
 * @param files Paths of record files with the rank of their input; may be empty.
 */
export async function stageRecords(
  db: DuckDBConnection,
  files: readonly {path: string; sourceId: string; rank: number}[]
): Promise<void> {
  const columns = Object.entries(recordColumns);
  if (files.length === 0) {
    const nulls = columns.map(([name, type]) => `NULL::${type} AS "${name}"`).join(", ");
    return createTable(db, "decp", `SELECT 0::BIGINT AS rid, ${nulls} WHERE false`);
  }
  const rank = `CASE source_id ${files.map((file) => `WHEN ${literal(file.sourceId)} THEN ${file.rank}`).join(" ")} END`;
  await createTable(
    db,
    "decp",
    `SELECT ${rank}::BIGINT * 4294967296 + record_number AS rid, *
     FROM read_json([${files.map((file) => literal(file.path)).join(", ")}], format = 'newline_delimited',
       columns = {${columns.map(([name, type]) => `"${name}": ${literal(type)}`).join(", ")}})`
  );
}
