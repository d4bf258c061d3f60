import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bootstrapShare, fewestToResample, type AwardWeight} from "../../src/lib/metrics/bootstrap.js";

const awards = (count: number, part: (i: number) => number, whole = 1): AwardWeight[] =>
  Array.from({length: count}, (_, i) => ({whole, part: part(i) * whole}));

const drawn = fc
  .array(fc.record({whole: fc.integer({min: 1, max: 1e7}), share: fc.double({min: 0, max: 1, noNaN: true})}), {
    minLength: fewestToResample,
    maxLength: 60
  })
  .map((rows) => rows.map(({whole, share}) => ({whole, part: whole * share})));

describe("the interval of a share", () => {
  it("closes on itself when all awards have the trait, or none", () => {
    expect(bootstrapShare(awards(30, () => 1))).toMatchObject({low: 1, high: 1});
    expect(bootstrapShare(awards(30, () => 0))).toMatchObject({low: 0, high: 0});
  });

  it("is close to the binomial one when every award weighs the same", () => {
    const {low = 0, high = 0} = bootstrapShare(awards(400, (i) => i % 2)) ?? {};
    const error = 1.96 * Math.sqrt(0.25 / 400);
    expect(low).toBeCloseTo(0.5 - error, 1.5);
    expect(high).toBeCloseTo(0.5 + error, 1.5);
  });

  it("is wide where one contract makes the share", () => {
    const many = awards(100, () => 0);
    const wide = bootstrapShare([...many, {whole: 100, part: 100}]);
    expect(wide?.low).toBe(0);
    expect(wide?.high).toBeGreaterThan(0.7);
  });

  it("is null for fewer than twenty awards that weigh something", () => {
    expect(bootstrapShare(awards(fewestToResample - 1, () => 1))).toBeNull();
    expect(bootstrapShare(awards(50, () => 0, 0))).toBeNull();
    expect(bootstrapShare([])).toBeNull();
  });

  it("says how it was drawn, and is drawn the same way again", () => {
    const rows = awards(40, (i) => Number(i % 3 === 0));
    expect(bootstrapShare(rows)).toMatchObject({resamples: 1000, seed: 2019, level: 0.95});
    expect(bootstrapShare(rows)).toEqual(bootstrapShare(rows));
    const other = bootstrapShare(rows, {resamples: 500, seed: 7, level: 0.9});
    expect(other).toMatchObject({resamples: 500, seed: 7, level: 0.9});
  });

  it("stops on a part larger than its whole, a negative weight, or no number", () => {
    for (const wrong of [
      {whole: 1, part: 2},
      {whole: 1, part: -1},
      {whole: Number.NaN, part: 0},
      {whole: Infinity, part: 1}
    ])
      expect(() => bootstrapShare([...awards(30, () => 1), wrong])).toThrow(RangeError);
  });

  it("stays between 0 and 1, in order, whatever the order and the currency", () => {
    fc.assert(
      fc.property(drawn, fc.integer({min: 1, max: 1000}), (rows, rate) => {
        const {low, high} = bootstrapShare(rows) ?? {low: Number.NaN, high: Number.NaN};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(high);
        expect(bootstrapShare(rows.toReversed())).toEqual(bootstrapShare(rows));
        const scaled = bootstrapShare(rows.map(({whole, part}) => ({whole: whole * rate, part: part * rate})));
        expect(scaled?.low).toBeCloseTo(low, 9);
        expect(scaled?.high).toBeCloseTo(high, 9);
      }),
      {numRuns: 30}
    );
  });

  it("is mirrored by the interval of what has not the trait", () => {
    fc.assert(
      fc.property(drawn, (rows) => {
        const has = bootstrapShare(rows);
        const not = bootstrapShare(rows.map(({whole, part}) => ({whole, part: whole - part})));
        expect(not?.low).toBeCloseTo(1 - (has?.high ?? 0), 1);
        expect(not?.high).toBeCloseTo(1 - (has?.low ?? 0), 1);
      }),
      {numRuns: 10}
    );
  });
});
