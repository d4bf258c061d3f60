import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {median, quantile} from "../../src/lib/metrics/quantile.js";

const values = fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 1, maxLength: 40});

describe("a quantile in the definition R-8", () => {
  it("is read off by hand: quartiles of one to ten", () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    // h = (10 + 1/3) / 4 + 1/3 = 2.91667
    expect(quantile(ten, 0.25)).toBeCloseTo(2 + 11 / 12, 12);
    expect(quantile(ten, 0.75)).toBeCloseTo(8 + 1 / 12, 12);
  });
  it("is not the definition R-7 of spreadsheets", () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBeCloseTo(1 + 5 / 12, 12);
  });
  it("is exactly the middle value of an odd sample, the middle of the two of an even one", () => {
    for (let n = 1; n < 200; n++) {
      const list = Array.from({length: n}, (_, i) => (i + 1) * 7);
      expect(median(list)).toBe(n % 2 ? ((n + 1) / 2) * 7 : ((n + 1) / 2) * 7);
    }
  });
  it("is null without values, and the value itself when there is one", () => {
    expect(quantile([], 0.5)).toBeNull();
    for (const p of [0, 0.1, 0.5, 1]) expect(quantile([4], p)).toBe(4);
  });
  it("refuses what is no share and what is no number", () => {
    expect(() => quantile([1], 1.5)).toThrow("expected p in [0, 1], got 1.5");
    expect(() => quantile([1], Number.NaN)).toThrow("got NaN");
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow("expected finite values, got NaN");
  });
  it("lies between the least and the greatest, grows with p, ignores order, follows a change of unit", () => {
    fc.assert(
      fc.property(values, fc.double({min: 0, max: 1, noNaN: true}), (list, p) => {
        const q = quantile(list, p) as number;
        expect(q).toBeGreaterThanOrEqual(Math.min(...list));
        expect(q).toBeLessThanOrEqual(Math.max(...list));
        expect(quantile(list, Math.min(1, p + 0.1))).toBeGreaterThanOrEqual(q - 1e-9);
        expect(quantile(list.toReversed(), p)).toBe(q);
        const changed = list.map((x) => 3 * x + 2);
        expect(quantile(changed, p)).toBeCloseTo(3 * q + 2, 8);
      })
    );
  });
  it("is symmetric: the first quartile of the opposites is the opposite of the third", () => {
    fc.assert(
      fc.property(values, fc.double({min: 0, max: 1, noNaN: true}), (list, p) => {
        const opposites = list.map((x) => 0 - x);
        expect(quantile(opposites, 1 - p)).toBeCloseTo(0 - (quantile(list, p) as number), 8);
      })
    );
  });
});
