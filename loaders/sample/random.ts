import {uniform} from "../../src/lib/random.js";

/** A seeded source of numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number between `low` and `high`, both included. */
  integer: (low: number, high: number) => number;
  /** True with probability `share`. */
  chance: (share: number) => boolean;
  /** One item, all equally likely. */
  pick: <T>(items: readonly T[]) => T;
  /** One item, each as likely as its weight (≥ 0, not all zero). */
  weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  /** A draw from the normal law of mean 0 and standard deviation 1. */
  normal: () => number;
  /** The items in another order; the given list stays as it was. */
  shuffled: <T>(items: readonly T[]) => T[];
}

/**
 * Makes a seeded source of numbers.
 *
 * @param seed Any integer; only its low 32 bits count.
 * @see Box–Muller for the normal law; Fisher–Yates for the shuffle.
 */
export function seeded(seed: number): Random {
  const next = uniform(seed);
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]) => items[integer(0, items.length - 1)] as T;
  return {
    next,
    integer,
    pick,
    chance: (share) => next() < share,
    weighted: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) if ((rest -= weight) < 0) return item;
      return pick(items)[0];
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffled: (items) => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
      }
      return copy;
    }
  };
}
