import type {Awards, FacetColumn} from "./awards.js";
import {facetIds, type FacetId} from "./facets.js";

/** What an award must have to be shown. Within a facet any of the chosen values will do; facets add up. */
export interface AwardFilter {
  /** Chosen values by facet; a facet without a choice lets everything through. */
  chosen: Readonly<Partial<Record<FacetId, readonly string[]>>>;
  /** Euros, inclusive; an award without an amount passes only when neither bound is set. */
  minEur: number | null;
  maxEur: number | null;
  /** Per row, 1 where the text matches; null when no text is asked for. */
  matches: Uint8Array | null;
}

/** What a filter leaves. */
export interface Filtered {
  /** Per row, 1 when it passes. */
  passes: Uint8Array;
  count: number;
  /** Rows with an amount, and the exact sum of those amounts, in cents. */
  amountCount: number;
  cents: number;
  /**
   * By facet, per value in the order of its `values`: how many awards would show if this value were chosen, the other
   * facets' choices unchanged.
   */
  counts: Readonly<Record<FacetId, Uint32Array>>;
}

/**
 * Applies a filter to all awards, in one pass: a row that fails in one facet alone still counts in that facet.
 *
 * @returns Counts of rows; an award with several suppliers counts under each of their values, once per value.
 */
export function filterAwards(awards: Awards, {chosen, minEur, maxEur, matches}: AwardFilter): Filtered {
  const {count: rows, cents} = awards;
  const passes = new Uint8Array(rows);
  const isBounded = minEur !== null || maxEur !== null;
  const least = Math.round((minEur ?? 0) * 100);
  const most = maxEur === null ? Infinity : Math.round(maxEur * 100);
  const states = facetIds.map((id) => stateOf(awards.facets[id], chosen[id] ?? []));
  const [a, b, c, d, e] = states as [FacetState, FacetState, FacetState, FacetState, FacetState];
  // Locals, one by one: an array of arrays in this loop makes it three times slower.
  const [codesA, codesB, codesC, codesD, codesE] = [a.codes, b.codes, c.codes, d.codes, e.codes];
  const [refusedA, refusedB, refusedC, refusedD, refusedE] = [a.refused, b.refused, c.refused, d.refused, e.refused];
  const [countA, countB, countC, countD, countE] = [a.counts, b.counts, c.counts, d.counts, e.counts];
  let count = 0;
  let amountCount = 0;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (matches !== null && matches[row] === 0) continue;
    const amount = cents[row] as number;
    if (isBounded && (amount < least || amount > most)) continue;
    const [i, j, k, l, m] = [codesA[row]!, codesB[row]!, codesC[row]!, codesD[row]!, codesE[row]!];
    const fails = refusedA[i]! + refusedB[j]! + refusedC[k]! + refusedD[l]! + refusedE[m]!;
    if (fails === 0) {
      passes[row] = 1;
      count++;
      if (amount >= 0) {
        amountCount++;
        sum += amount;
      }
      countA[i]!++;
      countB[j]!++;
      countC[k]!++;
      countD[l]!++;
      countE[m]!++;
    } else if (fails === 1) {
      if (refusedA[i]) countA[i]!++;
      else if (refusedB[j]) countB[j]!++;
      else if (refusedC[k]) countC[k]!++;
      else if (refusedD[l]) countD[l]!++;
      else countE[m]!++;
    }
  }
  const counts = Object.fromEntries(
    facetIds.map((id, n) => [
      id,
      spread(awards.facets[id], (states[n] as FacetState).counts, new Uint32Array(awards.facets[id].values.length))
    ])
  ) as Record<FacetId, Uint32Array>;
  return {passes, count, amountCount, cents: sum, counts};
}

interface FacetState {
  codes: Uint16Array;
  /** Per set, 1 when none of its values is chosen. */
  refused: Uint8Array;
  /** Per set, the rows counted so far. */
  counts: Uint32Array;
}

function stateOf({codes, sets, values}: FacetColumn, chosen: readonly string[]): FacetState {
  const wanted = new Set(chosen.map((value) => values.indexOf(value)));
  const refused = Uint8Array.from(sets, (set) => Number(chosen.length > 0 && !set.some((value) => wanted.has(value))));
  return {codes, refused, counts: new Uint32Array(sets.length)};
}

/** From one number per set to one per value. */
function spread<Numbers extends Uint32Array | Float64Array>(
  {sets}: FacetColumn,
  bySet: Numbers,
  byValue: Numbers
): Numbers {
  sets.forEach((set, code) => {
    for (const value of set) byValue[value] = (byValue[value] as number) + (bySet[code] as number);
  });
  return byValue;
}

/** The awards of one value of a facet. */
export interface Group {
  value: string;
  count: number;
  /** Awards with an amount, and their sum in euros. */
  amountCount: number;
  amountEur: number;
}

/**
 * Groups the awards that pass by a facet.
 *
 * @returns One group per value that some of them have, in the order of the facet's values. An award with several
 * suppliers stands, with its whole amount, in the group of each of their values.
 */
export function groupAwards({facets, cents, count: rows}: Awards, passes: Uint8Array, facet: FacetId): Group[] {
  const column = facets[facet];
  const {codes, sets, values} = column;
  const bySet = [new Uint32Array(sets.length), new Uint32Array(sets.length), new Float64Array(sets.length)] as const;
  const [counts, amounts, sums] = bySet;
  for (let row = 0; row < rows; row++) {
    if (passes[row] === 0) continue;
    const code = codes[row] as number;
    const amount = cents[row] as number;
    counts[code]!++;
    if (amount < 0) continue;
    amounts[code]!++;
    sums[code]! += amount;
  }
  const [count, amountCount, total] = [
    spread(column, counts, new Uint32Array(values.length)),
    spread(column, amounts, new Uint32Array(values.length)),
    spread(column, sums, new Float64Array(values.length))
  ];
  return values.flatMap((value, i) =>
    count[i] === 0
      ? []
      : [
          {
            value,
            count: count[i] as number,
            amountCount: amountCount[i] as number,
            amountEur: (total[i] as number) / 100
          }
        ]
  );
}
