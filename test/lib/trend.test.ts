import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  completion,
  compoundRate,
  elapsed,
  geometricExpected,
  geometricLead,
  linearExpected,
  linearLead,
  steppedGoal
} from "../../src/lib/metrics/trend.js";

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

describe("a lead or a delay", () => {
  it("is 1.4 years ahead on the straight line and 0.6 year behind on the constant rate, for the same figure", () => {
    expect(linearLead(local, {year: 2021, value: 4.82})).toBeCloseTo(1.37, 2);
    expect(geometricLead(local, {year: 2021, value: 4.82})).toBeCloseTo(-0.63, 2);
  });
  it("is null where there is no path: a way of nothing, a target of zero, a value of zero", () => {
    expect(linearLead({...local, targetValue: 7.42}, {year: 2021, value: 5})).toBeNull();
    expect(geometricLead({...local, targetValue: 7.42}, {year: 2021, value: 5})).toBeNull();
    expect(geometricLead({...local, targetValue: 0}, {year: 2021, value: 5})).toBeNull();
    expect(geometricLead(local, {year: 2021, value: 0})).toBeNull();
  });
});

describe("the path of constant rate", () => {
  it("runs from base to target below the straight line, and does not lead to zero", () => {
    expect(geometricExpected(local, 2004)).toBeCloseTo(7.42, 9);
    expect(geometricExpected(local, 2030)).toBeCloseTo(3.74, 9);
    expect(geometricExpected(local, 2021)).toBeCloseTo(4.741, 3);
    expect(geometricExpected({...local, targetValue: 0}, 2021)).toBeNull();
  });
  it("has the compound rate between its points", () => {
    expect(compoundRate({year: 2004, value: 100}, {year: 2006, value: 81})).toBeCloseTo(-0.1, 12);
    expect(compoundRate({year: 2004, value: 100}, {year: 2006, value: 0})).toBeNull();
    expect(() => compoundRate({year: 2006, value: 1}, {year: 2006, value: 1})).toThrow("expected a year after 2006");
  });
});

describe("the goal in force", () => {
  const goals = [
    {year: 2030, value: 3.74},
    {year: 2020, value: 5.565}
  ];
  it("is the last one dated at or before the year, and none before the first", () => {
    expect(steppedGoal(goals, 2021)).toEqual({year: 2020, value: 5.565});
    expect(steppedGoal(goals, 2030)).toEqual({year: 2030, value: 3.74});
    expect(steppedGoal(goals, 2019)).toBeNull();
  });
});
