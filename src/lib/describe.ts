/** What a described column holds, in the order in which one wins over another: a column of numbers and words is of words. */
const kinds = ["boolean", "date", "integer", "number", "text"] as const;

/** Kind of the values of a column; `empty` when none has one. */
export type ColumnKind = (typeof kinds)[number] | "empty";

/** A column as its values show it. */
export interface ColumnDescription {
  /** Name of the column; of a nested field its path, `titulaires[].id`. */
  name: string;
  kind: ColumnKind;
  /** Records that hold the column, null or not; elements of lists count one by one. */
  count: number;
  /** Those without a value: null, or an empty text. */
  nulls: number;
  /** Different values met; `mostDistinct` when there are at least as many. */
  distinct: number;
  /** Least and greatest value: of numbers by size, of dates and texts by their signs; null without a value. */
  min: string | number | null;
  max: string | number | null;
  /** First different values, at most three, cut at forty signs. */
  examples: string[];
}

/** Different values of one column that are kept apart at most: beyond, a column is described as having that many. */
export const mostDistinct = 1000;
const mostExamples = 3;
const longestExample = 40;

/** Describes records one after the other, in a memory that does not grow with them. */
export class Description {
  #count = 0;
  readonly #columns = new Map<string, ColumnTally>();

  /** Records taken so far. */
  get count(): number {
    return this.#count;
  }

  /** Takes one record: a plain object whose values may be nested objects and lists. */
  take(record: Readonly<Record<string, unknown>>): void {
    this.#count++;
    this.#takeFields(record, "");
  }

  /** The columns, in the order in which they were met. */
  columns(): ColumnDescription[] {
    return [...this.#columns].map(([name, tally]) => tally.described(name, this.#count));
  }

  #takeFields(record: Readonly<Record<string, unknown>>, prefix: string): void {
    for (const [key, value] of Object.entries(record)) this.#takeValue(`${prefix}${key}`, value);
  }

  #takeValue(name: string, value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#takeValue(`${name}[]`, item);
      if (value.length > 0) return;
    } else if (typeof value === "object" && value !== null) return this.#takeFields(value as never, `${name}.`);
    const tally = this.#columns.get(name) ?? new ColumnTally();
    this.#columns.set(name, tally);
    tally.take(value);
  }
}

class ColumnTally {
  #count = 0;
  #nulls = 0;
  #rank = -1;
  #min: string | number | null = null;
  #max: string | number | null = null;
  readonly #distinct = new Set<unknown>();

  take(value: unknown): void {
    this.#count++;
    if (value === null || value === undefined || value === "" || Array.isArray(value)) {
      this.#nulls++;
      return;
    }
    this.#rank = Math.max(this.#rank, kinds.indexOf(kindOf(value)));
    if (this.#distinct.size < mostDistinct) this.#distinct.add(value);
    const comparable = typeof value === "boolean" ? String(value) : (value as string | number);
    if (this.#min === null || isLess(comparable, this.#min)) this.#min = comparable;
    if (this.#max === null || isLess(this.#max, comparable)) this.#max = comparable;
  }

  described(name: string, records: number): ColumnDescription {
    const isNested = name.includes("[]");
    const absent = isNested ? 0 : Math.max(0, records - this.#count);
    return {
      name,
      kind: kinds[this.#rank] ?? "empty",
      count: this.#count + absent,
      nulls: this.#nulls + absent,
      distinct: this.#distinct.size,
      min: this.#min,
      max: this.#max,
      examples: [...this.#distinct].slice(0, mostExamples).map((value) => cut(String(value)))
    };
  }
}

/** Numbers by size; anything else by its signs, so that a column of both still has two ends. */
function isLess(a: string | number, b: string | number): boolean {
  return typeof a === "number" && typeof b === "number" ? a < b : String(a) < String(b);
}

function kindOf(value: unknown): (typeof kinds)[number] {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) return "date";
  return "text";
}

function cut(text: string): string {
  return text.length > longestExample ? `${text.slice(0, longestExample - 1)}…` : text;
}
