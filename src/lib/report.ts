/** Version of `report.json`; rises when a field changes its meaning or goes away. */
export const reportVersion = 1;

/** One input of a build. Always: records_read = rows_staged + rows_refused. */
export interface ReportInput {
  /** First twelve characters of the sha256; null when the file was ignored before it was hashed. */
  source_id: string | null;
  path: string;
  sha256: string | null;
  bytes: number;
  /** For example `json`, `json.gz`, `csv`; null when not recognised. */
  format: string | null;
  /** Data set of the catalogue: `decp`, `nuit-solidarite`, `emissions-ges` …; null when not recognised. */
  dataset: string | null;
  /** Records by dialect, for example `{"v1": 12, "v2": 3}`. */
  dialects: Record<string, number>;
  is_fictional: boolean;
  records_read: number;
  rows_staged: number;
  rows_refused: number;
  /** Why the file was left aside; null when it was read. */
  ignored: string | null;
  /** Why a damaged file was left out under `--keep-going`; null when it was read. */
  failed: string | null;
}

/** One finding rule over the whole build. */
export interface ReportFinding {
  rule: string;
  severity: "error" | "warning" | "info";
  /** Findings of this rule. */
  rows: number;
  /** Records it looked at. */
  of: number;
  /** Effect on the total, euros excluding tax; null when the rule does not touch amounts. */
  effect_eur: number | null;
  /** At most five. */
  examples: {contract_uid: string | null; declared: string | null; repaired: string | null}[];
}

/** One step of the way from the declared total to the corrected one. */
export interface ReportTotal {
  /** `records`, `distinct`, `same-key` (merged on amount, date and object alone), `awards`, `corrected`. */
  id: "records" | "distinct" | "same-key" | "awards" | "corrected";
  label: string;
  rows: number;
  amount_eur: number;
}

/** What a build read, found and produced. Written to `report.json`; described by `report.schema.json`. */
export interface Report {
  version: number;
  /** ISO date and time, UTC. */
  generated_at: string;
  /** The `--from` values. */
  from: string[];
  /** True when procurement rows come from the embedded sample. */
  is_fictional: boolean;
  /** True when `--keep-going` left a damaged file out. */
  is_partial: boolean;
  inputs: ReportInput[];
  tables: Record<string, {rows: number; arrow_bytes: number; parquet_bytes: number}>;
  findings: ReportFinding[];
  totals: ReportTotal[];
}
