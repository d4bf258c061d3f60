import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {budgetUse} from "../../src/lib/metrics/carbon-budget.js";

const paris = {firstYear: 2021, lastYear: 2026, envelope: 27.75};

describe("a carbon budget", () => {
  it("of 27.75 Mt with 13.23 left for its last three years has used 52 % in half of the time", () => {
    const use = budgetUse(paris, 27.75 - 13.23, 2023);
    expect(use.used).toBeCloseTo(14.52, 9);
    expect(use.usedShare).toBeCloseTo(0.523, 3);
    expect(use).toMatchObject({timeShare: 0.5, yearsPassed: 3, yearsLeft: 3});
    expect(use.usedPerYear).toBeCloseTo(4.84, 9);
    expect(use.leftPerYear).toBeCloseTo(4.41, 9);
  });
  it("leaves nothing per year when no year is left, and less than nothing when it is exceeded", () => {
    expect(budgetUse(paris, 30, 2026)).toMatchObject({left: -2.25, leftPerYear: null, timeShare: 1});
  });
  it("refuses an envelope of nothing, a negative use and a year outside of it", () => {
    expect(() => budgetUse({...paris, envelope: 0}, 1, 2023)).toThrow("expected an envelope above 0, got 0");
    expect(() => budgetUse(paris, -1, 2023)).toThrow("expected a use of 0 or more, got -1");
    expect(() => budgetUse(paris, 1, 2027)).toThrow("expected a year of 2021–2026, got 2027");
  });
  it("is used and left as a whole, and does not depend on the unit", () => {
    const amount = fc.integer({min: 0, max: 1000});
    fc.assert(
      fc.property(
        amount,
        fc.integer({min: 1, max: 1000}),
        fc.integer({min: 2021, max: 2026}),
        (used, envelope, year) => {
          const use = budgetUse({...paris, envelope}, used, year);
          expect(use.used + use.left).toBe(envelope);
          expect(use.yearsPassed + use.yearsLeft).toBe(6);
          expect(budgetUse({...paris, envelope: envelope * 1000}, used * 1000, year).usedShare).toBeCloseTo(
            use.usedShare,
            12
          );
        }
      )
    );
  });
});
