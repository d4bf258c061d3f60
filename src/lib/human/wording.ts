import {
  formatCount,
  formatDate,
  formatDays,
  formatDecimal,
  formatIndex,
  formatRatio,
  formatShare,
  formatYear
} from "../format.js";
import type {Unit} from "../indicator.js";
import {deadlineColumn} from "./years.js";

const upTo =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt".split(
    " "
  );

/** The sizes of a group that are said: every one up to twenty, then round ones. */
const saidOf: Readonly<Record<number, string>> = {
  ...Object.fromEntries(upTo.slice(2).map((word, i) => [i + 2, word])),
  25: "vingt-cinq",
  30: "trente",
  40: "quarante",
  50: "cinquante",
  100: "cent"
};

/** How far a share may lie from one in n, relative to it, to be said "près de" or "un peu plus de". */
const nearOneIn = 0.1;

/** How far a share may lie from k in ten, to be said "près de" or "un peu plus de". */
const nearTenth = 0.02;

/** How a share is shown in figures, hence what is the same: a tenth of a percent, or a whole percent where published so. */
type SharePrecision = 0.001 | 0.01;

/** How finely the shares of a unit are known; null for a unit of something else. */
export function precisionOf(unit: Unit): SharePrecision | null {
  return unit === "ratio" ? 0.001 : unit === "share" ? 0.01 : null;
}

/**
 * A share as one in so many. Plain ("un sur quatre") when it is the same once rounded; "près d’" when below and "un peu
 * plus d’" when above by 10 % at most; else between two such shares; "plus d’un sur deux" and "moins d’un sur cent" beyond.
 *
 * @param article `un`, or `une` for a feminine noun.
 * @returns Null outside of [0, 1].
 */
export function oneIn(share: number, precision: SharePrecision, article: "un" | "une" = "un"): string | null {
  if (!(share >= 0 && share <= 1)) return null;
  if (share === 0) return article === "un" ? "aucun" : "aucune";
  const sizes = Object.keys(saidOf).map(Number);
  const words = (n: number) => `${article} sur ${saidOf[n]}`;
  const nearest = sizes.toSorted((a, b) => Math.abs(share * a - 1) - Math.abs(share * b - 1))[0] as number;
  if (isSame(share, 1 / nearest, precision)) return words(nearest);
  if (Math.abs(share * nearest - 1) <= nearOneIn)
    return share * nearest < 1 ? `près d’${words(nearest)}` : `un peu plus d’${words(nearest)}`;
  if (share > 1 / 2) return `plus d’${words(2)}`;
  const above = sizes.findLast((n) => 1 / n > share) as number;
  const below = sizes.find((n) => 1 / n < share);
  return below === undefined ? `moins d’${words(100)}` : `entre ${words(below)} et ${words(above)}`;
}

/**
 * A share as so many in ten. Plain when it is the same once rounded; "près de" below and "un peu plus de" above by two
 * hundredths at most; else between two of them; "moins d’un sur dix" and "plus de neuf sur dix" at the ends.
 *
 * @returns Null outside of [0, 1].
 */
export function inTen(share: number, precision: SharePrecision): string | null {
  if (!(share >= 0 && share <= 1)) return null;
  const nearest = Math.round(share * 10);
  const of = (k: number) => (k === 1 ? "d’un" : `de ${upTo[k]}`);
  const isEnd = nearest === 0 || nearest === 10;
  if (isEnd ? share === nearest / 10 : isSame(share, nearest / 10, precision)) return `${upTo[nearest]} sur dix`;
  if (!isEnd && Math.abs(share - nearest / 10) <= nearTenth)
    return `${share < nearest / 10 ? "près" : "un peu plus"} ${of(nearest)} sur dix`;
  const floor = Math.floor(share * 10);
  if (floor === 0) return "moins d’un sur dix";
  return floor === 9 ? "plus de neuf sur dix" : `entre ${upTo[floor]} et ${upTo[floor + 1]} sur dix`;
}

/** A value as it is said aloud, its unit in full: `1,23 milliard d’euros`, `18,5 millions de tonnes`, `48,7 %`, `3 507`. */
export function sayValue(value: number, unit: Unit): string {
  if (unit === "eur") return inFull(value, "euros");
  if (unit === "mt") return inFull(value * 1e6, "tonnes");
  return withoutZero(shownAs[unit](value));
}

/** A difference as it is said aloud: `3,2 points de plus`, `350 de moins`, `autant`; `presque autant` when it rounds to nothing. */
export function sayDifference(difference: number, unit: Unit): string {
  if (difference === 0) return "autant";
  const size = Math.abs(difference);
  const shares = precisionOf(unit);
  const said = shares === null ? sayValue(size, unit) : points(size, shares);
  return /[1-9]/.test(said) ? `${said} de ${difference > 0 ? "plus" : "moins"}` : "presque autant";
}

/** One year, or from the first to the last. */
export function sayYears({first, last}: {first: number; last: number}): string {
  if (first === last) return formatYear(last);
  return `${formatYear(first)} ${last === first + 1 ? "et" : "à"} ${formatYear(last)}`;
}

/**
 * The same after a preposition: `en 2025`, `en 2024 et 2025`, `de 2018 à 2026`; `pour la période qui finit en 2026` where
 * the column of the year is that of a deadline, which is not when the value was seen.
 */
export function inYears(years: {first: number; last: number}, column: string | null): string {
  const told = `${years.last - years.first > 1 ? "de" : "en"} ${sayYears(years)}`;
  return column === deadlineColumn ? `pour la période qui finit ${told}` : told;
}

/** A large number with its noun, to three digits: `9 millions d’allers-retours`, `850 000 repas`. */
export function inFull(value: number, noun: string): string {
  const size = Math.abs(value);
  const of = /^[aeiouéèêà]/i.test(noun) ? "d’" : "de\u00a0";
  for (const [power, word] of [
    [1e9, "milliard"],
    [1e6, "million"]
  ] as const)
    if (size >= power * 0.9995)
      return `${formatIndex(value / power)}\u00a0${word}${size >= 2 * power ? "s" : ""} ${of}${noun}`;
  return `${formatCount(size >= 1000 ? Number(value.toPrecision(3)) : value)}\u00a0${noun}`;
}

const shownAs: Readonly<Record<Exclude<Unit, "eur" | "mt">, (value: number) => string>> = {
  ratio: formatRatio,
  share: formatShare,
  count: formatCount,
  people: formatCount,
  number: formatDecimal,
  index: formatIndex,
  days: formatDays
};

function points(size: number, precision: SharePrecision): string {
  const shown = precision === 0.01 ? Math.round(size * 100) : Math.round(size * 1000) / 10;
  return `${precision === 0.01 ? formatCount(shown) : withoutZero(formatDecimal(shown))}\u00a0point${shown >= 2 ? "s" : ""}`;
}

/** `25,0 %` as it is said: `25 %`. */
function withoutZero(text: string): string {
  return text.replace(/,0(?!\d)/, "");
}

function isSame(a: number, b: number, precision: SharePrecision): boolean {
  return Math.round(a / precision) === Math.round(b / precision);
}

/** Why a year that is not over is left out: `2026, connue jusqu’au 3 novembre 2026 : …`. */
export function underwayWords({year, until}: {year: number; until: string}): string {
  return `${formatYear(year)}, connue jusqu’au ${formatDate(until)} : laissée de côté, une année inachevée ne se compare pas à une année entière`;
}
