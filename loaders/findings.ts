import type {DuckDBConnection} from "@duckdb/node-api";
import rules from "../src/catalogue/rules/index.js";
import type {ReportFinding} from "../src/lib/report.js";
import type {TableName} from "../src/lib/schema.js";
import {literal, query, run, sqlText} from "./duckdb.js";

/** The staged rows that a rule about a published table looks at. */
const lookedAt: Partial<Record<TableName, string>> = {
  contract: "staged_contract",
  award: "contracts_kept",
  award_supplier: "staged_holder",
  night_count: "staged_night_count",
  emission: "staged_emission",
  target: "(SELECT 1 FROM staged_emission UNION ALL SELECT 1 FROM staged_target)"
};

/** Rules about a whole record look at the refused ones too. */
const allRecords = "(SELECT 1 FROM staged_contract UNION ALL SELECT 1 FROM refused)";

/** Runs every rule of the registry; makes the table `findings`, one row per rule and record that breaks it. */
export async function createFindings(db: DuckDBConnection): Promise<void> {
  await db.run(
    `CREATE TABLE findings (rule VARCHAR, severity VARCHAR, contract_uid VARCHAR, source_id VARCHAR,
       record_number INTEGER, field VARCHAR, declared VARCHAR, repaired VARCHAR, effect_eur DECIMAL(18, 2))`
  );
  for (const {id, severity} of rules)
    await run(
      db,
      `INSERT INTO findings SELECT ${literal(id)}, ${literal(severity)}, contract_uid, source_id, record_number, field,
         declared, repaired, effect_eur FROM (${sqlText(`rules/${id}.sql`)}\n)`,
      `rules/${id}.sql`
    );
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
  for (const {id, severity, table, field} of rules) {
    const source = field === "record" ? allRecords : lookedAt[table];
    if (!source) throw new Error(`${id}: expected a rule about one of ${Object.keys(lookedAt)}, got "${table}".`);
    const [looked] = await query(db, `SELECT count(*)::INTEGER AS n FROM ${source}`);
    const count = counts.find((row) => row.rule === id);
    summary.push({
      rule: id,
      severity,
      rows: Number(count?.n ?? 0),
      of: Number(looked?.n),
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
