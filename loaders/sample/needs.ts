import type {Random} from "./random.js";
import {divisions, type Trade} from "./divisions.js";
import {places} from "./vocabulary.js";

/** Something that the fictional City buys once: one award, whatever the number of rows that declare it. */
export interface Need {
  division: number;
  trade: Trade;
  cpv: string;
  /** Without the mark that `record.ts` puts before it. */
  object: string;
  /** Euros excluding tax, with cents; the framework ceilings are set later. */
  amount: number;
  months: number;
  notifiedOn: string;
  isFramework: boolean;
  /** The need that this one renews; null when it is new. */
  former: Need | null;
}

/** Notifications by month, January first, from the Paris rows of 2024–2025. */
const monthWeights = [96, 146, 172, 198, 221, 283, 218, 229, 98, 203, 136, 162].map(
  (weight, month) => [month, weight] as const
);

const durations: readonly (readonly [number, number])[] = [
  [48, 37],
  [24, 7],
  [12, 12],
  [6, 5],
  [2, 4],
  [3, 4],
  [1, 3],
  [36, 6],
  [4, 4],
  [15, 3],
  [18, 4],
  [9, 3],
  [72, 2]
];

/**
 * What the City buys over the years: more each year, less in 2020, and part of it again when the contract ends.
 *
 * @param count How many needs, over all years.
 * @returns Needs in the order of their years; dates inside a year are in no order.
 */
export function needsOf(count: number, firstYear: number, lastYear: number, random: Random): Need[] {
  const years = Array.from({length: lastYear - firstYear + 1}, (_, i) => firstYear + i);
  const weights = years.map((year, i) => 1.06 ** i * (year === 2020 ? 0.68 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const needs: Need[] = [];
  const ending = new Map<number, Need[]>();
  let cumulated = 0;
  years.forEach((year, i) => {
    cumulated += weights[i] ?? 0;
    const target = Math.round((count * cumulated) / total);
    const renewable = random.shuffled(ending.get(year) ?? []);
    while (needs.length < target) {
      const former = renewable.pop();
      const need = former ? renewed(former, year, random) : fresh(year, i, random);
      needs.push(need);
      const end = year + Math.round(need.months / 12);
      if (need.trade !== "T" && need.months >= 12 && random.chance(0.55))
        ending.set(end, [...(ending.get(end) ?? []), need]);
    }
  });
  return needs;
}

function fresh(year: number, age: number, random: Random): Need {
  const division = random.weighted(divisions.map(({weight}, i) => [i, weight] as const));
  const {trade, needs} = divisions[division] as (typeof divisions)[number];
  const [cpv, object] = random.pick(needs);
  const isFramework = random.chance(0.37);
  const lot = random.chance(0.35) ? `, lot ${random.integer(1, 9)}` : "";
  return {
    division,
    trade,
    cpv,
    object: `${object}, ${random.pick(places)}${lot}`,
    amount: amountOf(isFramework, 1.02 ** age, random),
    months: isFramework ? random.weighted([[48, 80] as const, [24, 12], [12, 8]]) : random.weighted(durations),
    notifiedOn: dayOf(year, random),
    isFramework,
    former: null
  };
}

function renewed(former: Need, year: number, random: Random): Need {
  const drift = Math.exp(0.08 + 0.12 * random.normal());
  const amount = rounded(former.amount * drift, former.isFramework, random);
  return {...former, amount, notifiedOn: dayOf(year, random), former};
}

/** Log-normal: Paris's decimal logarithms of 2024–2025 have mean 5.18 and standard deviation 0.99. */
function amountOf(isFramework: boolean, growth: number, random: Random): number {
  const exponent = (isFramework ? 5.4 : 4.95) + 0.95 * random.normal();
  return rounded(Math.min(2e8, Math.max(900, 10 ** exponent * growth)), isFramework, random);
}

/** Ceilings are round numbers; lump sums often are not. */
function rounded(amount: number, isFramework: boolean, random: Random): number {
  if (!isFramework && random.chance(0.6)) return Math.round(amount * 100) / 100;
  const step = 10 ** Math.max(1, Math.floor(Math.log10(amount)) - 1);
  return Math.max(step, Math.round(amount / step) * step);
}

/** Months of which the fictional City published nothing, as Paris did in 2023; February is 1. */
const hole = {year: 2023, months: [1, 2, 3, 4], movedBy: 7};

/** A working day. */
function dayOf(year: number, random: Random): string {
  const drawn = random.weighted(monthWeights);
  const month = year === hole.year && hole.months.includes(drawn) ? drawn + hole.movedBy : drawn;
  const date = new Date(Date.UTC(year, month, random.integer(3, 26)));
  const weekday = date.getUTCDay();
  date.setUTCDate(date.getUTCDate() + (weekday === 0 ? 1 : weekday === 6 ? -1 : 0));
  return date.toISOString().slice(0, 10);
}
