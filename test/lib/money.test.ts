import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {sumEuros} from "../../src/lib/money.js";

describe("a sum of euros", () => {
  it("is exact to the cent where floating point is not", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sumEuros([0.1, 0.2])).toBe(0.3);
  });
  it("is zero for no amount", () => expect(sumEuros([])).toBe(0));
  it("refuses an amount that is not a number", () => {
    expect(() => sumEuros([1, Number.NaN])).toThrow("expected finite euros, got NaN");
  });
  it("refuses a total too large to be exact", () => {
    expect(() => sumEuros([9e15])).toThrow("expected a total below");
  });
  it("does not depend on the order of the amounts", () => {
    const euros = fc.array(fc.integer({min: -1e9, max: 1e9}).map((cents) => cents / 100));
    fc.assert(
      fc.property(euros, (list) => {
        expect(sumEuros(list.toReversed())).toBe(sumEuros(list));
      })
    );
  });
});
