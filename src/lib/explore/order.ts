import {noAmount, noDay, type Awards} from "./awards.js";

/** What the table is sorted by, as the address writes it. */
export const sortKeys = ["date", "montant"] as const;

/** A column to sort by. */
export type SortKey = (typeof sortKeys)[number];

/** A sort; descending puts the largest, or the latest, first. */
export interface Sort {
  key: SortKey;
  isDescending: boolean;
}

/** The most recent first. */
export const defaultSort: Sort = {key: "date", isDescending: true};

/**
 * The rows of all awards in an order. Rows without the value come last either way; equal rows keep the mart's order.
 *
 * @returns A permutation of the rows.
 */
export function orderOf(awards: Awards, {key, isDescending}: Sort): Uint32Array {
  const [ranks, missing] = key === "date" ? [awards.days, noDay] : [awards.cents, noAmount];
  const sign = isDescending ? -1 : 1;
  return Uint32Array.from({length: awards.count}, (_, row) => row).sort((a, b) => {
    const [x, y] = [ranks[a] as number, ranks[b] as number];
    if (x === y) return a - b;
    if (x === missing) return 1;
    if (y === missing) return -1;
    return sign * (x - y);
  });
}

/**
 * The rows that pass, in an order.
 *
 * @param options `start`: how many of them to skip; `limit`: how many to take at most.
 */
export function takeRows(
  order: Uint32Array,
  passes: Uint8Array,
  {start = 0, limit = Infinity}: {start?: number; limit?: number} = {}
): number[] {
  const taken: number[] = [];
  let seen = 0;
  for (let i = 0; i < order.length && taken.length < limit; i++) {
    const row = order[i] as number;
    if (passes[row] === 1 && seen++ >= start) taken.push(row);
  }
  return taken;
}
