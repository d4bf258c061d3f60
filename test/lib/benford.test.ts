import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {benfordGap, benfordLaw, benfordMinimum} from "../../src/lib/metrics/benford.js";

/** As many amounts of each first digit as the law wants of a thousand. */
const lawful = benfordLaw.flatMap((share, i) => Array.from({length: Math.round(share * 1000)}, () => (i + 1) * 10));

describe("the gap to Benford's law", () => {
  it("is nearly nothing for amounts that follow it", () => {
    expect(benfordGap(lawful)).toBeLessThan(0.0005);
  });
  it("is 0.155 for amounts that all begin with a one", () => {
    expect(benfordGap(Array.from({length: benfordMinimum}, () => 1000))).toBeCloseTo((2 * (1 - Math.log10(2))) / 9, 12);
  });
  it("is null on too few amounts, zeros not counted, and refuses a negative one", () => {
    expect(benfordGap(lawful.slice(0, benfordMinimum - 1))).toBeNull();
    expect(benfordGap(Array.from({length: 2 * benfordMinimum}, () => 0))).toBeNull();
    expect(() => benfordGap([-5])).toThrow("got -5");
  });
  it("lies in its bounds and ignores order and powers of ten", () => {
    const many = fc.array(fc.integer({min: 1, max: 10 ** 7}), {minLength: benfordMinimum, maxLength: 700});
    fc.assert(
      fc.property(many, (amounts) => {
        const gap = benfordGap(amounts);
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(gap).toBeLessThanOrEqual(0.22);
        expect(benfordGap(amounts.toReversed())).toBe(gap);
        expect(benfordGap(amounts.map((amount) => amount * 1000))).toBe(gap);
      }),
      {numRuns: 20}
    );
  });
});
