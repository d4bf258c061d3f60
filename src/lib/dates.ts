/** Milliseconds of a day in UTC, which knows no summer time. */
const day = 86_400_000;

/**
 * Whole days from one ISO date to another; negative when the second comes first.
 *
 * @throws {RangeError} When a text is no date of the calendar.
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / day);
}

/**
 * The same day, whole months later; the last day of that month where it has no such day (31 December + 2 months is the
 * end of February), as a period counted in months ends.
 *
 * @param months An integer, which may be negative.
 * @throws {RangeError} When the text is no date of the calendar.
 */
export function addMonths(isoDate: string, months: number): string {
  const date = new Date(timeOf(isoDate));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(last.getUTCDate(), date.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

function timeOf(isoDate: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(isoDate) : Number.NaN;
  if (!Number.isFinite(time)) throw new RangeError(`dates: expected YYYY-MM-DD, got "${isoDate}". Check its column.`);
  return time;
}
