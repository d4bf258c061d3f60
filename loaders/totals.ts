import type {DuckDBConnection} from "@duckdb/node-api";
import type {ReportTotal} from "../src/lib/report.js";
import {query} from "./duckdb.js";

type TotalId = ReportTotal["id"];

const labels: Readonly<Record<TotalId, string>> = {
  records: "tous les enregistrements déclarés",
  distinct: "contrats distincts, le plus récent de chaque",
  "same-key": "contrats réunis sur montant, date et objet seuls",
  awards: "attributions : accords-cadres comptés une fois",
  corrected: "attributions sans les montants de remplissage"
};

const sql: Readonly<Record<TotalId, string>> = {
  records: "SELECT count(*) AS n, sum(amount_declared) AS eur FROM staged_contract",
  distinct: "SELECT count(*) AS n, sum(amount_declared) AS eur FROM contracts_kept",
  "same-key": "SELECT count(*) AS n, sum(amount_declared) AS eur FROM awards_grouped WHERE position_in_key = 1",
  awards: "SELECT count(*) AS n, sum(amount_declared) AS eur FROM awards_grouped WHERE position = 1",
  corrected: `SELECT count(amount_kept) AS n, sum(amount_kept) AS eur
    FROM awards_grouped a JOIN contracts_kept c USING (contract_uid) WHERE position = 1`
};

/** The rule that leads from one total to the next. */
const steps: readonly {from: TotalId; to: TotalId; rule: string}[] = [
  {from: "records", to: "distinct", rule: "duplicate-contract"},
  {from: "distinct", to: "awards", rule: "framework-repeated"},
  {from: "awards", to: "corrected", rule: "placeholder-amount"}
];

/**
 * The way from the declared total to the corrected one, in euros excluding tax.
 *
 * @throws {Error} When the findings of a rule do not add up, to the cent, to the step that the rule explains.
 */
export async function readTotals(db: DuckDBConnection): Promise<ReportTotal[]> {
  const ids = Object.keys(labels) as TotalId[];
  const totals = new Map<TotalId, {rows: number; cents: bigint}>();
  for (const id of ids) {
    const [row] = await query(
      db,
      `SELECT n::INTEGER AS n, (coalesce(eur, 0) * 100)::BIGINT::VARCHAR AS cents FROM (${sql[id]})`
    );
    totals.set(id, {rows: Number(row?.n), cents: BigInt(row?.cents as string)});
  }
  const centsOf = (id: TotalId) => totals.get(id)?.cents ?? 0n;
  for (const {from, to, rule} of steps) {
    const [row] = await query(
      db,
      `SELECT (coalesce(sum(effect_eur), 0) * 100)::BIGINT::VARCHAR AS cents FROM findings WHERE rule = '${rule}'`
    );
    const effect = BigInt(row?.cents as string);
    if (centsOf(from) + effect !== centsOf(to))
      throw new Error(
        `totals: expected "${from}" (${centsOf(from)} cents) plus the effect of "${rule}" (${effect}) to be "${to}", ` +
          `got ${centsOf(to)}. Correct loaders/rules/${rule}.sql or loaders/intermediate.`
      );
  }
  return ids.map((id) => ({
    id,
    label: labels[id],
    rows: totals.get(id)?.rows ?? 0,
    amount_eur: Number(centsOf(id)) / 100
  }));
}
