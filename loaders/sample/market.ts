import {fictionalCount, fictionalSiren, siretOf} from "./fictional-id.js";
import type {Random} from "./random.js";
import {divisions} from "./divisions.js";
import {companyColours, companyWords, legalForms} from "./vocabulary.js";

/** A fictional company. */
export interface Supplier {
  siren: string;
  siret: string;
  name: string;
}

/** Who sells to the fictional City: few companies often, most once. */
export interface Market {
  /**
   * Distinct suppliers of one kind of purchase.
   *
   * @param division Index in `divisions`; gives newcomers the end of their name.
   * @param kind Companies sell one kind of purchase only, named by any text.
   * @param count How many, at least 1.
   * @param boldness How readily the City takes a company it does not know, 1 being usual.
   */
  draw: (division: number, kind: string, count: number, boldness: number) => Supplier[];
}

interface Entry {
  supplier: Supplier;
  count: number;
}

interface Pool {
  entries: Entry[];
  total: number;
}

/** Share of one-off suppliers: 763 of the 1,136 SIREN of Paris's rows of 2024–2025 stand there once. */
const discount = 0.6;
const concentration = 6;

/**
 * Opens a market without suppliers.
 *
 * @param offset Shifts the SIREN, so that several markets do not sell under the same numbers.
 * @see Pitman and Yor, 1997: the two-parameter process gives the long tail of real supplier counts.
 */
export function openMarket(random: Random, offset: number): Market {
  const pools = new Map<string, Pool>();
  let opened = 0;

  const open = (division: number): Entry => {
    const rank = opened++;
    const siren = fictionalSiren(2 + ((offset + rank) % (fictionalCount - 1)));
    const name = nameOf(rank, division, random);
    return {supplier: {siren, siret: siretOf(siren, random.integer(1, 6)), name}, count: 0};
  };

  const choose = (pool: Pool, division: number, boldness: number, taken: ReadonlySet<Supplier>): Entry => {
    const newcomer = ((concentration + discount * pool.entries.length) / (pool.total + concentration)) * boldness;
    const free = pool.entries.filter(({supplier}) => !taken.has(supplier));
    if (free.length > 0 && !random.chance(newcomer))
      return random.weighted(free.map((entry) => [entry, entry.count - discount] as const));
    const entry = open(division);
    pool.entries.push(entry);
    return entry;
  };

  return {
    draw: (division, kind, count, boldness) => {
      const pool = pools.get(kind) ?? {entries: [], total: 0};
      pools.set(kind, pool);
      const taken = new Set<Supplier>();
      while (taken.size < count) {
        const entry = choose(pool, division, boldness, taken);
        entry.count++;
        pool.total++;
        taken.add(entry.supplier);
      }
      return [...taken];
    }
  };
}

function nameOf(rank: number, division: number, random: Random): string {
  const word = companyWords[rank % companyWords.length];
  const colour = companyColours[Math.floor(rank / companyWords.length) % companyColours.length];
  const craft = random.pick(divisions[division]?.crafts ?? [""]);
  const form = random.weighted(legalForms);
  return `${["Exemple", word, colour, craft, form].filter(Boolean).join(" ")} (fictif)`;
}
