import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {share, wilson} from "../../src/lib/metrics/rate.js";

describe("a share", () => {
  it("is one quarter when one of four has it", () => {
    expect(share([1, 2, 3, 4], (n) => n === 2)).toBe(0.25);
  });
  it("is null when nobody answered", () => {
    expect(share([], () => true)).toBeNull();
  });
});

describe("Wilson's interval", () => {
  it("is that of the textbook: 10 of 20 between 29.9 % and 70.1 %", () => {
    const interval = wilson(10, 20);
    expect(interval?.low).toBeCloseTo(0.2993, 4);
    expect(interval?.high).toBeCloseTo(0.7007, 4);
  });
  it("does not shrink to nothing when nobody of ten had it: 0 to 27.8 %", () => {
    expect(wilson(0, 10)?.low).toBe(0);
    expect(wilson(0, 10)?.high).toBeCloseTo(0.2775, 4);
  });
  it("is null without answers, and refuses what is no count", () => {
    expect(wilson(0, 0)).toBeNull();
    for (const [hits, n] of [
      [2, 1],
      [-1, 3],
      [0.5, 3]
    ] as const)
      expect(() => wilson(hits, n)).toThrow(`got ${hits} of ${n}`);
  });
  it("holds the share, stays in [0, 1], mirrors, and narrows with more answers", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 500}), fc.nat({max: 500}), (n, k) => {
        const hits = Math.min(k, n);
        const {low, high} = wilson(hits, n) as {low: number; high: number};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        expect(1 - (wilson(n - hits, n)?.high ?? 0)).toBeCloseTo(low, 12);
        const more = wilson(hits * 4, n * 4) as {low: number; high: number};
        expect(more.high - more.low).toBeLessThan(high - low);
      })
    );
  });
});
