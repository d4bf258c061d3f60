import {uniform} from "../random.js";

/** One award: what it weighs (1 when awards are counted, or its euros), and how much of that has the trait. */
export interface AwardWeight {
  /** At least 0. */
  whole: number;
  /** Between 0 and `whole`. */
  part: number;
}

/** A percentile interval, with everything that another machine needs to find it again. */
export interface Interval {
  low: number;
  high: number;
  /** 0.95: of a hundred such intervals, about five miss. */
  level: number;
  /** How many times the awards were drawn again. */
  resamples: number;
  seed: number;
}

/** Below this number of awards a resampled share only repeats the few that are there. A knowingly rough choice. */
export const fewestToResample = 20;

/** Above this number of awards the interval is so narrow that fewer draws say as much. */
const manyAwards = 20_000;

/** How intervals are drawn everywhere on the site, so that two figures over the same awards agree. */
function house(awards: number): Pick<Interval, "resamples" | "seed" | "level"> {
  return {resamples: awards > manyAwards ? 200 : 1000, seed: 2019, level: 0.95};
}

/**
 * How far a share could move had other awards of the same kind been made: the awards are drawn again, with replacement,
 * and the share is taken each time. Amounts are so skewed that a formula for the error would be wrong; a few large
 * contracts make this interval wide, and should.
 *
 * @param awards One entry per award, in any order: the draw runs over the sorted awards.
 * @param options 1,000 draws by default, 200 above 20,000 awards.
 * @returns Ratios in [0, 1], `low` ≤ `high`; null for fewer than 20 awards that weigh something.
 * @throws {RangeError} On a weight that is negative or not finite, or a part above its whole.
 * @see Efron & Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13: the percentile interval.
 */
export function bootstrapShare(
  awards: readonly AwardWeight[],
  options?: Pick<Interval, "resamples" | "seed" | "level">
): Interval | null {
  const wrong = awards.find(({whole, part}) => !(part >= 0 && part <= whole && whole < Infinity));
  if (wrong)
    throw new RangeError(
      `bootstrapShare: expected 0 ≤ part ≤ whole, got ${wrong.part} of ${wrong.whole}. Repair the award in staging.`
    );
  const sorted = awards.filter(({whole}) => whole > 0).toSorted((a, b) => a.whole - b.whole || a.part - b.part);
  if (sorted.length < fewestToResample) return null;
  const wholes = Float64Array.from(sorted, ({whole}) => whole);
  const parts = Float64Array.from(sorted, ({part}) => part);
  const {resamples, seed, level} = options ?? house(sorted.length);
  const next = uniform(seed);
  const shares = Float64Array.from({length: resamples}, () => {
    let [whole, part] = [0, 0];
    for (let i = 0; i < sorted.length; i++) {
      const drawn = Math.floor(next() * sorted.length);
      whole += wholes[drawn] as number;
      part += parts[drawn] as number;
    }
    return Math.min(1, part / whole);
  }).sort();
  const at = (probability: number) =>
    shares[Math.min(resamples, Math.max(1, Math.ceil(resamples * probability))) - 1] as number;
  return {low: at((1 - level) / 2), high: at((1 + level) / 2), level, resamples, seed};
}
