import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {concentrationRatio, totalBySupplier} from "../../src/lib/metrics/concentration.js";

const amounts = fc.array(
  fc.integer({min: 0, max: 10 ** 9}).map((cents) => cents / 100),
  {maxLength: 60}
);

describe("the share of the largest suppliers", () => {
  it("is three quarters when one of two suppliers has three times the other's amount", () => {
    expect(concentrationRatio([75, 25], 1)).toBe(0.75);
  });
  it("is the whole when there are fewer suppliers than asked for", () => {
    expect(concentrationRatio([75, 25], 10)).toBe(1);
  });
  it("is null when nothing was spent", () => {
    expect(concentrationRatio([], 10)).toBeNull();
    expect(concentrationRatio([0, 0], 10)).toBeNull();
  });
  it("refuses a negative amount and a count of suppliers that is none", () => {
    expect(() => concentrationRatio([-1, 2], 1)).toThrow("expected amounts ≥ 0, got -1");
    expect(() => concentrationRatio([Number.NaN], 1)).toThrow("got NaN");
    expect(() => concentrationRatio([1], 0)).toThrow("expected an integer k ≥ 1, got 0");
  });
  it("lies in [0, 1], grows with k and ignores order and scale", () => {
    fc.assert(
      fc.property(amounts, fc.integer({min: 1, max: 20}), (list, k) => {
        const ratio = concentrationRatio(list, k);
        if (ratio === null) return;
        expect(ratio).toBeGreaterThanOrEqual(0);
        expect(ratio).toBeLessThanOrEqual(1);
        expect(concentrationRatio(list, k + 1)).toBeGreaterThanOrEqual(ratio);
        expect(concentrationRatio(list.toReversed(), k)).toBe(ratio);
        expect(
          concentrationRatio(
            list.map((x) => x * 10),
            k
          )
        ).toBeCloseTo(ratio, 12);
      })
    );
  });
});

describe("the amount of each supplier", () => {
  it("adds up the awards of one SIREN and leaves out what is unknown", () => {
    const rows = [
      {supplier_siren: "1", amount_eur: 0.1},
      {supplier_siren: "2", amount_eur: 5},
      {supplier_siren: "1", amount_eur: 0.2},
      {supplier_siren: null, amount_eur: 7},
      {supplier_siren: "3", amount_eur: null}
    ];
    expect([...totalBySupplier(rows)]).toEqual([
      ["1", 0.3],
      ["2", 5]
    ]);
  });
});
