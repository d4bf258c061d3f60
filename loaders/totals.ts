import type {DuckDBConnection} from "@duckdb/node-api";
import type {ReportTotal} from "../src/lib/report.js";
import {literal, query} from "./duckdb.js";

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

/** The rules that lead from one total to the next. */
const steps: readonly {from: TotalId; to: TotalId; rules: readonly string[]}[] = [
  {from: "records", to: "distinct", rules: ["duplicate-contract"]},
  {from: "distinct", to: "awards", rules: ["framework-repeated"]},
  {from: "awards", to: "corrected", rules: ["placeholder-amount", "filler-amount", "amount-too-large"]}
];

/**
 * The way from the declared total to the corrected one, in euros excluding tax.
 *
 * @throws {Error} When the findings of the rules of a step do not add up to it, to the cent.
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
  for (const {from, to, rules} of steps) {
    const [row] = await query(
      db,
      `SELECT (coalesce(sum(effect_eur), 0) * 100)::BIGINT::VARCHAR AS cents FROM findings WHERE rule IN (${rules.map(literal).join(", ")})`
    );
    const effect = BigInt(row?.cents as string);
    if (centsOf(from) + effect !== centsOf(to))
      throw new Error(
        `totals: expected "${from}" (${centsOf(from)} cents) plus the effect of ${rules.join(", ")} (${effect}) to be "${to}", ` +
          `got ${centsOf(to)}. Correct loaders/rules or loaders/intermediate.`
      );
  }
  return ids.map((id) => ({
    id,
    label: labels[id],
    rows: totals.get(id)?.rows ?? 0,
    amount_eur: Number(centsOf(id)) / 100
  }));
}
