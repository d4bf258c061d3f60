import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {completion, elapsed, linearExpected} from "../../src/lib/metrics/trend.js";

const local = {baseYear: 2004, baseValue: 7.42, targetYear: 2030, targetValue: 3.74};

describe("the way to a target", () => {
  it("is 70.7 % done for local emissions in 2021, where the straight line expects 5.014 Mt", () => {
    expect(completion(local, 4.82)).toBeCloseTo(0.7065, 4);
    expect(linearExpected(local, 2021)).toBeCloseTo(5.014, 3);
  });
  it("is 25.7 % done for renewables, which must rise", () => {
    expect(completion({baseYear: 2004, baseValue: 10, targetYear: 2030, targetValue: 45}, 19)).toBeCloseTo(0.257, 3);
  });
  it("is null when there is no way to go", () => {
    expect(completion({...local, targetValue: 7.42}, 5)).toBeNull();
  });
  it("has no elapsed time when base and target share a year", () => {
    expect(() => elapsed({...local, targetYear: 2004}, 2010)).toThrow("expected a target year after 2004, got 2004");
  });
  it("starts at the base, ends at the target and does not depend on the unit", () => {
    const year = fc.integer({min: 1990, max: 2100});
    const value = fc.integer({min: 1, max: 1000});
    fc.assert(
      fc.property(year, year, value, value, value, (baseYear, targetYear, baseValue, targetValue, now) => {
        fc.pre(baseYear !== targetYear && baseValue !== targetValue);
        const path = {baseYear, baseValue, targetYear, targetValue};
        expect(linearExpected(path, baseYear)).toBe(baseValue);
        expect(linearExpected(path, targetYear)).toBe(targetValue);
        const tenfold = {...path, baseValue: baseValue * 10, targetValue: targetValue * 10};
        expect(completion(tenfold, now * 10)).toBeCloseTo(completion(path, now) as number, 9);
      })
    );
  });
});
