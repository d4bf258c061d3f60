import {concessionsOf, type SampleConcession} from "./concessions.js";
import {quota, spoil} from "./dirt.js";
import {openMarket, type Market, type Supplier} from "./market.js";
import {needsOf, type Need} from "./needs.js";
import {amend, number} from "./publish.js";
import {seeded, type Random} from "./random.js";
import {contractOf, type SampleContract} from "./record.js";

/** What the fictional file is made of. */
export interface SampleOptions {
  /** The same seed gives the same records. */
  seed: number;
  /** Records of the `marche` list, repeated frameworks and duplicates included; at least 200. */
  contracts: number;
  firstYear: number;
  lastYear: number;
  /** Starts every identifier; at most six characters. */
  idPrefix?: string;
}

/** Records in the shape of DECP v2, oldest publication first. */
export interface Sample {
  marche: SampleContract[];
  concession: SampleConcession[];
}

/** The sample that the repository carries. */
export const embeddedSample: SampleOptions = {seed: 21, contracts: 3000, firstYear: 2019, lastYear: 2025};

/** Holders of the frameworks declared once per holder: Paris's 51 groups of 2024–2025, and one of 14 as in 2019–2022. */
const groupSizes: readonly (readonly [holders: number, groups: number])[] = [
  [2, 24],
  [3, 14],
  [4, 7],
  [7, 3],
  [5, 2],
  [8, 1],
  [14, 0.4]
];

/** Holders of the contracts declared once with several holders: Paris's 443 of 2019–2022. */
const jointSizes: readonly (readonly [holders: number, contracts: number])[] = [
  [2, 264],
  [3, 94],
  [4, 49],
  [5, 23],
  [6, 5],
  [7, 4],
  [10, 2],
  [14, 1]
];

/**
 * Invents the purchases of a city that does not exist, with the faults of real files at their real rates.
 *
 * @returns Exactly `contracts` records in `marche`; a few concessions beside them.
 * @throws {RangeError} When fewer than 200 contracts are asked for: the rarest faults would not fit.
 */
export function generateSample(options: SampleOptions): Sample {
  const {seed, contracts, firstYear, lastYear, idPrefix = "EX"} = options;
  if (contracts < 200) throw new RangeError(`generateSample: expected at least 200 contracts, got ${contracts}.`);
  const random = seeded(seed);
  const market = openMarket(random, seed);

  const sizes = repeatedSizes(contracts);
  const extraRows = sizes.reduce((sum, size) => sum + size - 1, 0);
  const twins = quota("sameHolderTwins", contracts);
  const duplicates = quota("laterDuplicate", contracts);
  const needs = needsOf(contracts - extraRows - twins - duplicates, firstYear, lastYear, random);
  const holders = holderCounts(needs, sizes, contracts, random);

  const fixed = new Set<SampleContract>();
  const rows = award(needs, holders, market, random).flatMap(({need, suppliers}) => {
    if (!holders.get(need)?.isRepeated) return [contractOf(need, suppliers, random)];
    const group = suppliers.map((supplier) => contractOf(need, [supplier], random));
    for (const row of group) fixed.add(row);
    return group;
  });
  for (const row of random
    .shuffled(rows.filter((row) => !fixed.has(row) && row.titulaires.length === 1))
    .slice(0, twins)) {
    const twin = structuredClone(row);
    rows.splice(rows.indexOf(row), 0, twin);
    fixed.add(row).add(twin);
  }
  number(rows, idPrefix, random);
  amend(rows, fixed, contracts, random);
  spoil(rows, (row) => fixed.has(row), random);
  return {
    marche: inPublicationOrder(rows),
    concession: concessionsOf({firstYear, lastYear, idPrefix, count: Math.round(contracts / 250)}, market, random)
  };
}

/** Holders of each repeated framework: `groupSizes` scaled to the number of records. */
function repeatedSizes(records: number): number[] {
  const scale = quota("repeatedFramework", records) / 51;
  return groupSizes.flatMap(([size, groups]) => Array.from({length: Math.round(groups * scale)}, () => size));
}

/**
 * How many holders the needs have that have several, and whether each will be declared on a row of its own. The
 * frameworks that are get a high ceiling in place: in Paris's files they hold nearly half of the declared total.
 */
function holderCounts(
  needs: readonly Need[],
  sizes: readonly number[],
  records: number,
  random: Random
): Map<Need, {count: number; isRepeated: boolean}> {
  const holders = new Map<Need, {count: number; isRepeated: boolean}>();
  const order = random.shuffled(needs);
  const frameworks = order.filter((need) => need.isFramework);
  sizes.forEach((count, i) => {
    const need = frameworks[i];
    if (!need) return;
    holders.set(need, {count, isRepeated: true});
    need.amount = ceilingOf(count, random);
  });
  const alone = order.filter((need) => !holders.has(need));
  for (const need of alone.slice(0, quota("severalHolders", records)))
    holders.set(need, {count: random.weighted(jointSizes), isRepeated: false});
  return holders;
}

/** A round ceiling, the higher the more holders: 0.2 to 60 million euros. */
function ceilingOf(count: number, random: Random): number {
  const exponent = 6.4 + 0.12 * Math.min(count, 8) + 0.55 * random.normal();
  const step = 10 ** Math.floor(exponent);
  return Math.min(6e7, Math.max(2e5, Math.round(10 ** exponent / step) * step));
}

/** Gives each need its suppliers, in the order of the years; a renewed need often stays with those who had it. */
function award(
  needs: readonly Need[],
  holders: ReadonlyMap<Need, {count: number}>,
  market: Market,
  random: Random
): {need: Need; suppliers: Supplier[]}[] {
  const given = new Map<Need, Supplier[]>();
  return needs.map((need) => {
    const count = holders.get(need)?.count ?? 1;
    const incumbents = need.former && random.chance(0.5) ? given.get(need.former) : undefined;
    const suppliers =
      incumbents?.length === count
        ? incumbents
        : market.draw(need.division, need.cpv, count, need.amount > 1e6 ? 0.6 : 1.1);
    given.set(need, suppliers);
    return {need, suppliers};
  });
}

function inPublicationOrder(rows: readonly SampleContract[]): SampleContract[] {
  const keyed = rows.map((row) => ({row, key: `${row.datePublicationDonnees} ${row.id}`}));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({row}) => row);
}
