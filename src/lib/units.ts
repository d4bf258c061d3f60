import {
  formatCount,
  formatDays,
  formatDecimal,
  formatEuros,
  formatEurosExact,
  formatIndex,
  formatMegatonnes,
  formatRatio,
  formatShare,
  unpublished
} from "./format.js";
import type {Unit} from "./indicator.js";

const short: Readonly<Record<Unit, (value: number) => string>> = {
  eur: formatEuros,
  ratio: formatRatio,
  share: formatShare,
  count: formatCount,
  people: formatCount,
  index: formatIndex,
  mt: formatMegatonnes,
  number: formatDecimal,
  days: formatDays
};

/** The value of an indicator as shown in a figure; "non publié par la source" when there is none. */
export function formatValue(value: number | null, unit: Unit): string {
  return value === null ? unpublished : short[unit](value);
}

/** The same, to the cent for euros: for a proof or an example that a reader redoes by hand. */
export function formatValueExact(value: number | null, unit: Unit): string {
  return value !== null && unit === "eur" ? formatEurosExact(value) : formatValue(value, unit);
}
