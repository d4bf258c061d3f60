import type {DuckDBConnection} from "@duckdb/node-api";
import {createTable, fillSql, literal, run} from "../duckdb.js";

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

/** What lines of a flat table say besides, so that those of one contract come together. */
const lineColumns: Readonly<Record<string, string>> = {
  ...recordColumns,
  group_key: "VARCHAR",
  version: "VARCHAR",
  version_object: "VARCHAR"
};

/** A record file of the work folder. */
export interface RecordFile {
  path: string;
  sourceId: string;
  /** Place of its input among those of the build. */
  rank: number;
  /** True when lines of a flat table are in it, several of which may be one contract. */
  hasLines: boolean;
}

/**
 * Reads record files of the work folder into `decp`: one row per accepted record, plus `rid`, which numbers the
 * records of a build in the order of its inputs. Lines of flat tables are brought together first: one row per contract;
 * `merged_lines` says how many lines of each file went into another one's row.
 *
 * @param files May be empty; all files of a flat table come together.
 * @param isFirst Makes `merged_lines` anew.
 */
export async function stageRecords(
  db: DuckDBConnection,
  files: readonly RecordFile[],
  isFirst: boolean
): Promise<void> {
  const tables = files.filter(({hasLines}) => hasLines);
  const records = files.filter(({hasLines}) => !hasLines);
  if (tables.length === 0) {
    if (isFirst)
      await run(
        db,
        fillSql("merged_lines", "SELECT NULL::VARCHAR AS source_id, 0 AS n WHERE false", true),
        "merged_lines"
      );
    return createTable(db, "decp", readSql(records, recordColumns));
  }
  await createTable(db, "decp_line", readSql(tables, lineColumns));
  await createTable(db, "decp_group", groupSql);
  const merged = "SELECT source_id, sum(line_count - 1)::INTEGER AS n FROM decp_group GROUP BY source_id";
  await run(db, fillSql("merged_lines", merged, isFirst), "merged_lines");
  await createTable(db, "decp", `${readSql(records, recordColumns)} UNION ALL BY NAME ${groupedSql}`);
  for (const name of ["decp_line", "decp_group"]) await db.run(`DROP TABLE ${name}`);
}

function readSql(files: readonly RecordFile[], types: Readonly<Record<string, string>>): string {
  const columns = Object.entries(types);
  if (files.length === 0) {
    const nulls = columns.map(([name, type]) => `NULL::${type} AS "${name}"`).join(", ");
    return `SELECT 0::BIGINT AS rid, ${nulls} WHERE false`;
  }
  const rank = `CASE source_id ${files.map((file) => `WHEN ${literal(file.sourceId)} THEN ${file.rank}`).join(" ")} END`;
  return `SELECT ${rank}::BIGINT * 4294967296 + record_number AS rid, *
    FROM read_json([${files.map((file) => literal(file.path)).join(", ")}], format = 'newline_delimited',
      columns = {${columns.map(([name, type]) => `"${name}": ${literal(type)}`).join(", ")}})`;
}

/** The elements of a list, each once, in order of appearance. */
function distinct(list: string): string {
  return `list_filter(${list}, (x, i) -> list_position(list_transform(${list}, y -> to_json(y)), to_json(x)) = i)`;
}

/**
 * One row per contract of a flat table, keys `source_id, key`: the line that stands for it, the holders of its lowest
 * version (version 0 is often missing), its earliest date of notification (a later version's date takes its place in
 * decp.info), and each later version as a modification whose amount is a new total.
 */
const groupSql = `
WITH keyed AS (
  SELECT *, coalesce(group_key, 'ligne ' || record_number) AS key,
    coalesce(TRY_CAST(version AS INTEGER), 0) AS version_number
  FROM decp_line
), versions AS (
  SELECT source_id, key, version_number, min(rid) AS rid, count(*) AS line_count,
    flatten(list(holders ORDER BY rid)) AS holders, flatten(list(modifications ORDER BY rid)) AS own_modifications,
    flatten(list(subcontracts ORDER BY rid)) AS subcontracts,
    flatten(list(subcontract_changes ORDER BY rid)) AS subcontract_changes,
    {
      'id': version_number::VARCHAR, 'object': any_value(version_object ORDER BY rid),
      'notified_on': any_value(notified_on ORDER BY rid), 'published_on': any_value(published_on ORDER BY rid),
      'duration_months': any_value(duration_months ORDER BY rid), 'amount': any_value(amount ORDER BY rid)
    } AS modification,
    arg_min(notified_on, day_of(notified_on)) AS first_notified_on
  FROM keyed GROUP BY source_id, key, version_number
), grouped AS (
  SELECT source_id, arg_min(rid, version_number) AS rid, sum(line_count) AS line_count,
    arg_min(holders, version_number) AS holders, arg_min(own_modifications, version_number) AS own_modifications,
    arg_min(subcontracts, version_number) AS subcontracts,
    arg_min(subcontract_changes, version_number) AS subcontract_changes,
    list(modification ORDER BY version_number)[2:] AS later_versions,
    arg_min(first_notified_on, day_of(first_notified_on)) AS first_notified_on
  FROM versions GROUP BY source_id, key
)
SELECT rid, source_id, line_count, ${distinct("holders")} AS holders,
  list_concat(${distinct("own_modifications")}, later_versions) AS modifications,
  ${distinct("subcontracts")} AS subcontracts, ${distinct("subcontract_changes")} AS subcontract_changes,
  first_notified_on
FROM grouped`;

/** The line that stands for each contract, with what all its lines say. */
const groupedSql = `
SELECT l.rid, ${Object.keys(recordColumns)
  .map((name) =>
    ["holders", "modifications", "subcontracts", "subcontract_changes"].includes(name)
      ? `g.${name}`
      : name === "notified_on"
        ? "coalesce(g.first_notified_on, l.notified_on) AS notified_on"
        : `l."${name}"`
  )
  .join(", ")}
FROM decp_line l JOIN decp_group g ON g.rid = l.rid`;
