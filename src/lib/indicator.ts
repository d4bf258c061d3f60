import type {Row, TableName} from "./schema.js";

/**
 * `eur` euros excluding tax; `ratio` 0–1; `share` 0–1, in whole percents; `count` and `people` whole numbers; `number` any number, such as a median;
 * `index` a number on a scale of its own, read to three digits; `days` days; `mt` million tonnes CO₂ equivalent.
 */
export type Unit = "eur" | "ratio" | "share" | "count" | "people" | "number" | "index" | "days" | "mt";

/** Which of the three commitments an indicator serves, or all of them, or the assembly that chooses indicators. */
export type Domain = "marches" | "solidarite" | "climat" | "engagements" | "agora";

/** The name of each domain on screen; its pages stand in the folder of that id. */
export const domainNames: Readonly<Record<Domain, string>> = {
  marches: "Marchés publics",
  solidarite: "Solidarité",
  climat: "Climat",
  engagements: "Engagements",
  agora: "Agora"
};

/**
 * A published indicator: everything that its reader needs to recompute it by hand.
 *
 * @typeParam T The table whose rows it reads.
 * @typeParam K The columns that it reads; naming them keeps downloads and examples small.
 */
export interface Indicator<T extends TableName = TableName, K extends keyof Row<T> = keyof Row<T>> {
  id: string;
  /** Rises whenever the formula changes; `src/journal.md` says why. */
  version: number;
  domain: Domain;
  unit: Unit;
  needs: T;
  columns: readonly K[];
  /** Short name on screen. */
  name: string;
  /** Its name when it runs over rows as declared ("sans corrections"); the same when absent. */
  nameAsDeclared?: string;
  /** The question it answers, as a citizen would ask it. */
  question: string;
  /** The formula in words. */
  formula: string;
  /** Where the indicator comes from: a deliberation, a plan, a workshop. */
  origin: string;
  /** Published reference of the formula. */
  reference: string;
  /** What it cannot say. */
  limits: readonly string[];
  /** The rows that the question is about; all rows of the table when absent. The others are neither used nor left out. */
  covers?: (row: Pick<Row<T>, K>) => boolean;
  /** Reasons for leaving out a row that the question is about, each with the words shown to the reader. */
  excludes: Readonly<Record<string, string>>;
  /** The key of `excludes` that leaves this row out; null when the row counts. */
  leaveOut?: (row: Pick<Row<T>, K>) => string | null;
  /** A case that a reader can redo by hand; a test runs it. */
  example: {rows: readonly Pick<Row<T>, K>[]; value: number | null};
  /** The value over the rows that count; null when they do not allow one. Never NaN. */
  compute: (rows: readonly Pick<Row<T>, K>[]) => number | null;
}

/** Any indicator, whatever its table: what a registry or a figure holds. */
export type AnyIndicator = Indicator<any, any>;

/** Value of an indicator, with how many rows gave it and how many were left out, by reason. */
export interface Measure {
  value: number | null;
  used: number;
  leftOut: Readonly<Record<string, number>>;
}

/** Declares an indicator; only checks types. */
export function defineIndicator<T extends TableName, K extends keyof Row<T>>(
  indicator: Indicator<T, K>
): Indicator<T, K> {
  return indicator;
}

/** The rows that an indicator uses and those that it leaves out, each in the order of the table. */
export interface Sifted<R> {
  used: R[];
  /** `reason` is a key of the indicator's `excludes`. */
  leftOut: {row: R; reason: string}[];
}

/**
 * Parts the rows that an indicator counts from those that it leaves out. A row that it does not cover is in neither.
 *
 * @param rows Rows of the table that the indicator needs, in any order.
 * @throws {RangeError} When `leaveOut` gives a reason that is not declared.
 */
export function sift<T extends TableName, K extends keyof Row<T>, R extends Pick<Row<T>, K>>(
  indicator: Indicator<T, K>,
  rows: readonly R[]
): Sifted<R> {
  const leftOut: Sifted<R>["leftOut"] = [];
  const used = rows.filter((row) => {
    if (indicator.covers?.(row) === false) return false;
    const reason = indicator.leaveOut?.(row) ?? null;
    if (reason === null) return true;
    if (indicator.excludes[reason] === undefined)
      throw new RangeError(`${indicator.id}: expected a reason among its "excludes", got "${reason}". Declare it.`);
    leftOut.push({row, reason});
    return false;
  });
  return {used, leftOut};
}

/**
 * Computes an indicator and counts what it left out.
 *
 * @param rows Rows of the table that the indicator needs, in any order.
 * @returns The value, the number of rows used, and one count per reason of `excludes` (zero included). Together they
 * count each row that the indicator covers once.
 * @throws {RangeError} When the formula gives NaN or infinity, or `leaveOut` gives a reason that is not declared.
 */
export function measure<T extends TableName, K extends keyof Row<T>>(
  indicator: Indicator<T, K>,
  rows: readonly Pick<Row<T>, K>[]
): Measure {
  const {used, leftOut} = sift(indicator, rows);
  const counts: Record<string, number> = Object.fromEntries(Object.keys(indicator.excludes).map((key) => [key, 0]));
  for (const {reason} of leftOut) counts[reason] = (counts[reason] ?? 0) + 1;
  const value = indicator.compute(used);
  if (value !== null && !Number.isFinite(value))
    throw new RangeError(`${indicator.id}: expected a finite value or null, got ${value}. Repair its rows in staging.`);
  return {value, used: used.length, leftOut: counts};
}
