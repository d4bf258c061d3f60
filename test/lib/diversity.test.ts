import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {evenness, giniSimpson, hillNumber, rarefiedRichness} from "../../src/lib/metrics/diversity.js";
import {amounts} from "./amounts.js";

describe("the effective number of suppliers", () => {
  it("is the number of suppliers when all have the same amount, whatever the order", () => {
    for (const q of [0, 1, 2] as const) expect(hillNumber([5, 5, 5, 5], q)).toBeCloseTo(4, 12);
  });
  it("is 1.6 for orders of two when one of two has three times the other's amount", () => {
    expect(hillNumber([75, 25], 2)).toBe(1.6);
    expect(hillNumber([75, 25], 1)).toBeCloseTo(4 / 27 ** 0.25, 12);
    expect(hillNumber([75, 25], 0)).toBe(2);
  });
  it("is null when nothing was spent, and refuses a negative amount", () => {
    expect(hillNumber([0], 1)).toBeNull();
    expect(() => hillNumber([1, -2], 1)).toThrow("expected finite amounts ≥ 0, got -2");
  });
  it("lies in [1, S], falls with its order, and ignores order and scale of the amounts", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const [all, first, second] = [hillNumber(list, 0), hillNumber(list, 1), hillNumber(list, 2)];
        if (all === null || first === null || second === null) return;
        expect(second).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(first).toBeGreaterThanOrEqual(second - 1e-9);
        expect(all).toBeGreaterThanOrEqual(first - 1e-9);
        expect(hillNumber(list.toReversed(), 1)).toBe(first);
        expect(
          hillNumber(
            list.map((x) => x * 8),
            1
          )
        ).toBeCloseTo(first, 9);
      })
    );
  });
  it("doubles when every supplier is doubled", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(0, 1, 2), (list, q) => {
        const one = hillNumber(list, q as 0 | 1 | 2);
        if (one !== null) expect(hillNumber([...list, ...list], q as 0 | 1 | 2)).toBeCloseTo(2 * one, 8);
      })
    );
  });
});

describe("Gini-Simpson and evenness", () => {
  it("are the chance of two different suppliers, and one for equal shares", () => {
    expect(giniSimpson([75, 25])).toBe(0.375);
    expect(evenness([3, 3, 3])).toBeCloseTo(1, 12);
  });
  it("say nothing of a single supplier's evenness, and nothing when nothing was spent", () => {
    expect(evenness([4])).toBeNull();
    expect(evenness([4, 0])).toBeNull();
    expect(giniSimpson([4])).toBe(0);
    expect(giniSimpson([])).toBeNull();
  });
  it("lie in [0, 1]", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        for (const value of [giniSimpson(list), evenness(list)]) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      })
    );
  });
});

const counts = fc.array(fc.integer({min: 0, max: 40}), {maxLength: 30});

describe("the rarefied number of suppliers", () => {
  it("is 11/6 for two awards drawn among two of one supplier and one each of two others", () => {
    // Four awards A A B C: six pairs, five of two suppliers, one (A A) of one: (5 × 2 + 1) ÷ 6.
    expect(rarefiedRichness([2, 1, 1], 2)).toBeCloseTo(11 / 6, 12);
  });
  it("is one for one award, and all suppliers for all awards", () => {
    expect(rarefiedRichness([9, 4, 2], 1)).toBeCloseTo(1, 12);
    expect(rarefiedRichness([9, 4, 2], 15)).toBe(3);
  });
  it("does not extrapolate, and counts whole awards only", () => {
    expect(rarefiedRichness([2, 1], 4)).toBeNull();
    expect(rarefiedRichness([], 1)).toBeNull();
    expect(() => rarefiedRichness([1.5], 1)).toThrow("whole numbers");
    expect(() => rarefiedRichness([3], 0)).toThrow("a size ≥ 1, got 0");
    expect(() => rarefiedRichness([-1, 3], 1)).toThrow("got -1");
  });
  it("equals the quotient of binomials, computed in whole numbers", () => {
    fc.assert(
      fc.property(counts, fc.integer({min: 1, max: 60}), (list, size) => {
        const found = rarefiedRichness(list, size);
        if (found === null) return;
        const all = list.reduce((a, b) => a + b, 0);
        const missed = list.map((count) => quotient(binomial(all - count, size), binomial(all, size)));
        expect(found).toBeCloseTo(
          missed.reduce((total, chance) => total + 1 - chance, 0),
          10
        );
      })
    );
  });
  it("grows with the draw, at most by one a draw, and ignores the order", () => {
    fc.assert(
      fc.property(counts, fc.integer({min: 1, max: 60}), (list, size) => {
        const [one, next] = [rarefiedRichness(list, size), rarefiedRichness(list, size + 1)];
        if (one === null || next === null) return;
        expect(next).toBeGreaterThanOrEqual(one - 1e-9);
        expect(next).toBeLessThanOrEqual(one + 1 + 1e-9);
        expect(rarefiedRichness(list.toReversed(), size)).toBe(one);
      })
    );
  });
});

function binomial(n: number, k: number): bigint {
  if (k > n) return 0n;
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
}

function quotient(a: bigint, b: bigint): number {
  return Number((a * 10n ** 18n) / b) / 1e18;
}
