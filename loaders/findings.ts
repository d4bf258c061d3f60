import type {DuckDBConnection} from "@duckdb/node-api";
import rules from "../src/catalogue/rules/index.js";
import type {ReportFinding} from "../src/lib/report.js";
import type {Denominator} from "../src/lib/rule.js";
import {literal, maybeNumber, query, sqlText} from "./duckdb.js";
import {tableJob, type Job} from "./side-by-side.js";

/** The rows behind each denominator. */
const lookedAt: Readonly<Record<Denominator, string>> = {
  records: "(SELECT 1 FROM staged_contract UNION ALL SELECT 1 FROM refused)",
  declared: "staged_contract",
  distinct: "contracts_kept",
  holders: "staged_holder",
  repeated: "(SELECT 1 FROM contracts_ranked WHERE rank > 1)",
  modifications: "modifications_merged",
  amounts: "(SELECT 1 FROM staged_contract WHERE amount_declared > 0)",
  compared: "(SELECT 1 FROM peer_amounts WHERE z IS NOT NULL)",
  dated: "(SELECT 1 FROM staged_contract WHERE notified_on IS NOT NULL AND published_on IS NOT NULL)",
  closed: "(SELECT 1 FROM peer_cohort)",
  producer_fields: "(SELECT 1 FROM peer_defaults)",
  months: "coverage_months",
  nights: "staged_night_count",
  night_cells:
    "(SELECT 1 FROM staged_night_place UNION ALL SELECT 1 FROM staged_night_area UNION ALL SELECT 1 FROM staged_night_profile UNION ALL SELECT 1 FROM staged_night_figure)",
  night_places: "staged_night_place",
  open_data_nights: "staged_night_open_data",
  emissions: "staged_emission",
  climate: "(SELECT 1 FROM staged_emission UNION ALL SELECT 1 FROM staged_target)",
  targets: "staged_target"
};

/** Tables that only rules read, in the order in which they build on each other. */
const peers = ["peer_logs", "peer_files", "peer_groups", "peer_amounts", "peer_cohort", "peer_defaults"];

/** The statements that make the tables that only rules read. */
export function peerJobs(): Job[] {
  return peers.map((name) => tableJob(name, sqlText(`intermediate/${name}.sql`)));
}

/** Makes the empty table `findings`: one row per rule and record that breaks it, in any order. */
export async function createFindings(db: DuckDBConnection): Promise<void> {
  await db.run(
    `CREATE TABLE findings (rule VARCHAR, severity VARCHAR, contract_uid VARCHAR, source_id VARCHAR,
       record_number INTEGER, field VARCHAR, declared VARCHAR, repaired VARCHAR, evidence VARCHAR,
       effect_eur DECIMAL(18, 2))`
  );
}

/** The statements that add what each rule of the registry finds to `findings`. */
export function ruleJobs(): Job[] {
  return rules.map(({id, severity}) => ({
    name: `rules/${id}.sql`,
    sql: `INSERT INTO findings BY NAME SELECT ${literal(id)} AS rule, ${literal(severity)} AS severity, *
       FROM (${sqlText(`rules/${id}.sql`)}\n)`
  }));
}

/** Each rule with its count, what it looked at, its effect on the total, and at most five examples of different values. */
export async function summariseFindings(db: DuckDBConnection): Promise<ReportFinding[]> {
  const counts = await query(
    db,
    "SELECT rule, count(*)::INTEGER AS n, sum(effect_eur)::DOUBLE AS effect FROM findings GROUP BY rule"
  );
  // Different declared values first, the most frequent before the others.
  const examples = await query(
    db,
    `WITH counted AS (
       SELECT *, count(*) OVER (PARTITION BY rule, declared) AS frequency,
         row_number() OVER (PARTITION BY rule, declared ORDER BY source_id, record_number, field) AS nth
       FROM findings
     )
     SELECT rule, contract_uid, declared, repaired FROM counted
     QUALIFY row_number() OVER (
       PARTITION BY rule ORDER BY nth, frequency DESC, declared, source_id, record_number, field
     ) <= 5
     ORDER BY rule, nth, frequency DESC, declared, source_id, record_number, field`
  );
  const summary: ReportFinding[] = [];
  const looked = new Map<Denominator, number>();
  for (const {id, severity, of} of rules) {
    const known = looked.get(of) ?? (await maybeNumber(db, `SELECT count(*)::INTEGER FROM ${lookedAt[of]}`)) ?? 0;
    looked.set(of, known);
    const count = counts.find((row) => row.rule === id);
    summary.push({
      rule: id,
      severity,
      rows: Number(count?.n ?? 0),
      of: known,
      effect_eur: count?.effect === null || count?.effect === undefined ? null : Number(count.effect),
      examples: examples
        .filter((row) => row.rule === id)
        .map(({contract_uid, declared, repaired}) => ({
          contract_uid: contract_uid as string | null,
          declared: declared as string | null,
          repaired: repaired as string | null
        }))
    });
  }
  return summary;
}
