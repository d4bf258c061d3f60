import {measure, sift, type AnyIndicator} from "../indicator.js";
import type {HumanDefinition} from "./definition.js";
import {columnOf, filterRows, type AnyRow} from "./filter.js";

/** The column of the last year of a period, which the rows of a budget have instead of a year. */
export const deadlineColumn = "to_year";

/** Columns that hold a year, the first that a table has being its own. */
const yearly = ["year", "edition", deadlineColumn];

/** Columns that say what a value covers: two values are of one series only when these are the same. */
const covering = ["series", "perimeter", "scope", "unit"];

/** Columns of the day of a row, the first that a table has being its own. */
const daily = ["notified_on"];

/** A year whose last row is of this day or later is over: something happens in nearly every end of December. */
const nearlyOver = "12-22";

/** A year with less than this part of the rows of the fullest one is a stray date, or a year that has just begun. */
const strayPart = 1 / 20;

/** One year of an indicator. */
export interface YearValue {
  year: number;
  value: number | null;
  used: number;
  /** Why this year does not compare with the one before, in words; null when it does. */
  breakBefore: string | null;
  /** The same in two or three words, for a chart. */
  breakWords: string | null;
  /** Whether its source calls it provisional. */
  isProvisional: boolean;
}

/** A year that is not over in the data: its last day known, `YYYY-MM-DD`. */
export interface YearUnderway {
  year: number;
  until: string;
}

/**
 * The last year of a table's rows, when its days stop before the end of December: half of a year never compares with a whole one.
 *
 * @param rows Every row of the table, whatever the filter: a filter may leave a month without rows.
 * @param column The column of the year.
 * @returns Null when the year is over, when rows have no day, or when a year stands alone.
 */
export function yearUnderway(rows: readonly AnyRow[], column: string): YearUnderway | null {
  const days = new Map<number, string>();
  for (const row of rows) {
    const {[column]: year} = row;
    const day = daily.map((name) => row[name]).find((value) => typeof value === "string") as string | undefined;
    if (typeof year === "number" && day?.startsWith(`${year}-`) && day > (days.get(year) ?? "")) days.set(year, day);
  }
  const [year, until] = [...days].toSorted(([a], [b]) => a - b).at(-1) ?? [];
  return year === undefined || until === undefined || days.size < 2 || until.slice(5) >= nearlyOver
    ? null
    : {year, until};
}

/** The column that holds the year of a table's rows; null when it has none. */
export function yearColumnOf({needs}: AnyIndicator, {comparison}: Pick<HumanDefinition, "comparison">): string | null {
  if (comparison.kind === "previous") return comparison.column;
  return yearly.find((column) => columnOf(needs, column) !== undefined) ?? null;
}

/** Every column that an evaluation reads: those of the measure, of the filters, of the year, of breaks and of what is covered. */
export function columnsRead(indicator: AnyIndicator, definition: HumanDefinition): string[] {
  const {filter, comparison} = definition;
  const wanted = [
    ...(indicator.columns as readonly string[]),
    ...Object.keys(filter),
    ...(comparison.kind === "other" ? Object.keys(comparison.filter) : []),
    yearColumnOf(indicator, definition) ?? "",
    ...covering,
    ...daily,
    "break_before",
    "break_words",
    "status"
  ];
  return [...new Set(wanted)].filter((column) => columnOf(indicator.needs, column) !== undefined);
}

/**
 * The rows of an indicator by year.
 *
 * @param rows Rows of its table, already filtered, in any order; those without a year, or that it does not use, are in none,
 * nor are those of a stray year, which has less than a twentieth of the used rows of the fullest one.
 * @param underway A year that is not over, left out too.
 * @returns Years ascending, each with every row of the year, used or left out.
 */
export function rowsByYear(
  indicator: AnyIndicator,
  rows: readonly AnyRow[],
  column: string,
  underway: YearUnderway | null = null
): Map<number, AnyRow[]> {
  const {used} = sift(indicator, rows as never[]);
  const counts = new Map<number, number>();
  for (const {[column]: year} of used as AnyRow[])
    if (typeof year === "number" && year !== underway?.year) counts.set(year, (counts.get(year) ?? 0) + 1);
  const fewest = Math.max(...counts.values()) * strayPart;
  const years = [...counts.keys()].filter((year) => (counts.get(year) ?? 0) >= fewest).sort((a, b) => a - b);
  const groups = new Map(years.map((year): [number, AnyRow[]] => [year, []]));
  for (const row of rows) groups.get(row[column] as number)?.push(row);
  return groups;
}

/**
 * Why rows of one year do not compare with those of the one before: a break that their source tells, or other things covered.
 *
 * @returns Null when they do.
 */
export function breakBetween(
  indicator: AnyIndicator,
  before: readonly AnyRow[],
  after: readonly AnyRow[]
): string | null {
  const [old, now] = [before, after].map((rows) => sift(indicator, rows as never[]).used as AnyRow[]) as [
    AnyRow[],
    AnyRow[]
  ];
  const told = now.find(({break_before}) => typeof break_before === "string")?.break_before;
  if (typeof told === "string") return told;
  const changed = covering.filter((column) => valuesOf(old, column) !== valuesOf(now, column));
  const labels = changed.map((column) => columnOf(indicator.needs, column)?.label ?? column);
  return labels.length === 0 ? null : `Ce qui est compté change d’une année à l’autre : ${labels.join(" ; ")}.`;
}

/**
 * An indicator year by year, with the breaks between them; a year that is not over is none.
 *
 * @param rows Rows of its table, with the columns that {@link columnsRead} lists.
 * @returns Years ascending; empty when the table has no year.
 */
export function historyOf(
  indicator: AnyIndicator,
  rows: readonly AnyRow[],
  definition: Pick<HumanDefinition, "comparison" | "filter">
): YearValue[] {
  const column = yearColumnOf(indicator, definition);
  if (column === null) return [];
  const kept = filterRows(indicator, rows, definition.filter);
  const years = [...rowsByYear(indicator, kept, column, yearUnderway(rows, column))];
  return years.map(([year, own], i) => {
    const {value, used} = measure(indicator, own as never[]);
    const before = years[i - 1]?.[1];
    const breakBefore = before === undefined ? null : breakBetween(indicator, before, own);
    return {
      year,
      value,
      used,
      breakBefore,
      breakWords: breakBefore === null ? null : (breakWordsOf(indicator, own) ?? "autre compte"),
      isProvisional: isProvisional(indicator, own)
    };
  });
}

/** Whether every row that an indicator uses is called provisional by its source. */
export function isProvisional(indicator: AnyIndicator, rows: readonly AnyRow[]): boolean {
  const used = sift(indicator, rows as never[]).used as AnyRow[];
  return used.length > 0 && used.every(({status}) => status === "provisoire");
}

function breakWordsOf(indicator: AnyIndicator, rows: readonly AnyRow[]): string | null {
  const used = sift(indicator, rows as never[]).used as AnyRow[];
  const words = used.find(({break_words}) => typeof break_words === "string")?.break_words;
  return typeof words === "string" ? words : null;
}

function valuesOf(rows: readonly AnyRow[], column: string): string {
  return [...new Set(rows.map((row) => String(row[column])))].sort().join("\n");
}
