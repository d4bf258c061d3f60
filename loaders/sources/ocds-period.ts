import {textOf, type Json} from "./decp-values.js";

const daysOfYear = 365;
const daysOfMonth = 30;
const meanDaysOfMonth = daysOfYear / 12;

/**
 * Length of an OCDS period in whole months, as text, one at least.
 *
 * From its two dates by the calendar, both days included; else from `durationInDays`, which publishers reckon in years
 * of 365 days or in months of 30.
 *
 * @returns null when neither is there, or the end is before the start.
 */
export function monthsOf(period: Json): string | null {
  const start = dayOf(period.startDate);
  const end = dayOf(period.endDate) ?? dayOf(period.maxExtentDate);
  if (start !== null && end !== null) return wholeMonths(monthsBetween(start, end));
  const days = Number(textOf(period.durationInDays) ?? Number.NaN);
  if (!(days > 0) || !Number.isFinite(days)) return null;
  if (days % daysOfYear === 0) return wholeMonths((days / daysOfYear) * 12);
  return wholeMonths(days / (days % daysOfMonth === 0 ? daysOfMonth : meanDaysOfMonth));
}

function dayOf(value: unknown): Date | null {
  const day = /^\s*(\d{4}-\d{2}-\d{2})/.exec(textOf(value) ?? "")?.[1];
  const date = new Date(day === undefined ? Number.NaN : `${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

function monthsBetween(start: Date, end: Date): number | null {
  if (end < start) return null;
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return months + (end.getUTCDate() - start.getUTCDate() + 1) / meanDaysOfMonth;
}

function wholeMonths(months: number | null): string | null {
  return months === null ? null : String(Math.max(1, Math.round(months)));
}
