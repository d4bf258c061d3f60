import {sumEuros} from "../money.js";

/** What a share is taken of: economic awards, or euros. */
export type Weighing = "awards" | "euros";

/**
 * Share of the whole that has a trait.
 *
 * @param parts One entry per award and supplier whose trait is known; `weight` is the supplier's share of the award (1/n
 * for n suppliers) when awards are counted, or its euros; each ≥ 0.
 * @returns A ratio in [0, 1]; null when nothing weighs: none known is not none.
 * @throws {RangeError} On a negative weight.
 */
export function shareWith(parts: readonly {has: boolean; weight: number}[], weighing: Weighing): number | null {
  const negative = parts.find(({weight}) => !(weight >= 0));
  if (negative)
    throw new RangeError(`shareWith: expected weights ≥ 0, got ${negative.weight}. Repair them in staging.`);
  const total = sumOf(parts, weighing);
  if (total === 0) return null;
  return Math.min(
    1,
    sumOf(
      parts.filter(({has}) => has),
      weighing
    ) / total
  );
}

/**
 * How a whole is cut between classes, the unknown among them.
 *
 * @param parts As for {@link shareWith}; `of` is null where the class is not known.
 * @param classes Every class, in order; a class that no part has counts 0.
 * @returns Weight of each class in order, then that of the unknown; their sum is the whole, to the cent or the billionth.
 */
export function cutBetween(
  parts: readonly {of: string | null; weight: number}[],
  classes: readonly string[],
  weighing: Weighing
): {known: number[]; unknown: number} {
  const weightOf = (wanted: (of: string | null) => boolean) =>
    sumOf(
      parts.filter(({of}) => wanted(of)),
      weighing
    );
  return {
    known: classes.map((name) => weightOf((of) => of === name)),
    unknown: weightOf((of) => of === null || !classes.includes(of))
  };
}

/** In whole cents, or in whole billionths of an award, so that the order of the rows never changes the sum. */
function sumOf(parts: readonly {weight: number}[], weighing: Weighing): number {
  if (weighing === "euros") return sumEuros(parts.map(({weight}) => weight));
  return parts.reduce((sum, {weight}) => sum + Math.round(weight * 1e9), 0) / 1e9;
}
