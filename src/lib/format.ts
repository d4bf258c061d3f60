const count = new Intl.NumberFormat("fr-FR", {maximumFractionDigits: 0});
const plain = new Intl.NumberFormat("fr-FR", {maximumFractionDigits: 3});
const cents = new Intl.NumberFormat("fr-FR", {minimumFractionDigits: 2, maximumFractionDigits: 2});
const significant = new Intl.NumberFormat("fr-FR", {minimumSignificantDigits: 3, maximumSignificantDigits: 3});
const atMostThree = new Intl.NumberFormat("fr-FR", {maximumSignificantDigits: 3});
const tenth = new Intl.NumberFormat("fr-FR", {minimumFractionDigits: 1, maximumFractionDigits: 1});
const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** What stands on screen where a value is unknown. */
export const unpublished = "non publié par la source";

/**
 * Whole number with a narrow no-break space between thousands: `3 507`.
 *
 * @throws {RangeError} On NaN or infinity: a number that cannot be shown must not reach the screen.
 */
export function formatCount(value: number): string {
  return typographic(count.format(finite(value)));
}

/** Any number with its decimals, three at most: `34 182,09`. */
export function formatNumber(value: number): string {
  return typographic(plain.format(finite(value)));
}

/** A year, never with a thousands separator: `2018`. */
export function formatYear(year: number): string {
  return String(finite(year));
}

/** Euros to the cent: `2 761 685 632,53 €`. */
export function formatEurosExact(value: number): string {
  return `${typographic(cents.format(finite(value)))}\u00a0€`;
}

/** Euros to three significant digits, in words that a reader can say: `1,23 Md €`, `48,7 M €`, `12 300 €`. */
export function formatEuros(value: number): string {
  const size = Math.abs(finite(value));
  if (size >= 999_500_000) return `${typographic(significant.format(value / 1e9))}\u00a0Md\u00a0€`;
  if (size >= 999_500) return `${typographic(significant.format(value / 1e6))}\u00a0M\u00a0€`;
  return `${formatCount(size >= 1000 ? Number(value.toPrecision(3)) : value)}\u00a0€`;
}

/** A number without unit, to three significant digits: `0,812`, `24,3`, `312`, `1 230`. */
export function formatIndex(value: number): string {
  return typographic(atMostThree.format(finite(value)));
}

/** A ratio in [0, 1] as a percentage with one decimal: `48,7 %`. */
export function formatRatio(ratio: number): string {
  return `${typographic(tenth.format(finite(ratio) * 100))}\u00a0%`;
}

/** A number with one decimal, such as an effective number: `12,3`. */
export function formatDecimal(value: number): string {
  return typographic(tenth.format(finite(value)));
}

/** Days, half ones shown: `42 jours`, `42,5 jours`. */
export function formatDays(days: number): string {
  const text = Number.isInteger(finite(days)) ? formatCount(days) : formatDecimal(days);
  return `${text}\u00a0jour${Math.abs(days) >= 2 ? "s" : ""}`;
}

/** A ratio in [0, 1] as a whole percentage, for shares that are published or fair only so: `14 %`. */
export function formatShare(ratio: number): string {
  return `${formatCount(Math.round(finite(ratio) * 100))}\u00a0%`;
}

/** A signed change, one decimal: `+3,2 points`. `change` is a difference of ratios (0.032 → +3,2). */
export function formatPoints(change: number): string {
  const points = Math.round(finite(change) * 1000) / 10;
  return `${points > 0 ? "+" : ""}${typographic(tenth.format(points))}\u00a0point${Math.abs(points) >= 2 ? "s" : ""}`;
}

/** A factor with two decimals: `×1,79`. */
export function formatFactor(factor: number): string {
  return `×${typographic(cents.format(finite(factor)))}`;
}

/** Size of a file, in thousands or millions of bytes: `62 ko`, `1,3 Mo`; at least `1 ko`. */
export function formatBytes(bytes: number): string {
  return finite(bytes) >= 999_500
    ? `${formatDecimal(bytes / 1e6)}\u00a0Mo`
    : `${formatCount(Math.max(1, bytes / 1e3))}\u00a0ko`;
}

/** Million tonnes of CO₂ equivalent, two decimals: `4,82 Mt`. */
export function formatMegatonnes(value: number): string {
  return `${typographic(cents.format(finite(value)))}\u00a0Mt`;
}

/**
 * `2026-01-22` as `22 janvier 2026`, `1er` on the first of a month.
 *
 * @throws {RangeError} When the text is not an ISO date.
 */
export function formatDate(isoDate: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  const month = months[Number(parts?.[2]) - 1];
  if (!parts || !month) throw new RangeError(`formatDate: expected YYYY-MM-DD, got "${isoDate}". Check its column.`);
  const day = Number(parts[3]);
  return `${day === 1 ? "1er" : day}\u00a0${month}\u00a0${parts[1]}`;
}

/** A moment as sources date it: `2019-11-07` and `2018-02` in words, `2016-2017` as `2016 à 2017`; any other text as it is. */
export function formatPeriod(period: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return formatDate(period);
  const [, year, last, month] = /^(\d{4})-(?:(\d{4})|(\d{2}))$/.exec(period) ?? [];
  if (last) return `${year} à ${last}`;
  const name = months[Number(month) - 1];
  return name ? `${name}\u00a0${year}` : period;
}

/** A SIREN in groups of three: `217 500 016`. Any other text is returned as it is. */
export function formatSiren(siren: string): string {
  return /^\d{9}$/.test(siren) ? siren.replace(/(\d{3})(?=\d)/g, "$1\u202f") : siren;
}

function finite(value: number): number {
  if (!Number.isFinite(value))
    throw new RangeError(`format: expected a finite number, got ${value}. Show "${unpublished}" instead.`);
  return value;
}

/** Replaces the hyphen-minus of Intl by a true minus sign, and any space of Intl by a narrow no-break space. */
function typographic(text: string): string {
  return text.replace(/^-/, "\u2212").replace(/[\s\u00a0]/g, "\u202f");
}
