import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  concentrationRatio,
  gini,
  herfindahl,
  lorenzCurve,
  totalBySupplier
} from "../../src/lib/metrics/concentration.js";
import {amounts} from "./amounts.js";

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
    expect(() => concentrationRatio([-1, 2], 1)).toThrow("expected finite amounts ≥ 0, got -1");
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

describe("the Herfindahl-Hirschman index", () => {
  it("is 0.625 when one of two suppliers has three times the other's amount", () => {
    expect(herfindahl([75, 25])).toBe(0.625);
  });
  it("is one for a single supplier, and null when nothing was spent", () => {
    expect(herfindahl([3])).toBe(1);
    expect(herfindahl([0, 0])).toBeNull();
  });
  it("refuses what is no amount", () => {
    for (const wrong of [-1, Number.NaN, Infinity]) expect(() => herfindahl([1, wrong])).toThrow(RangeError);
  });
  it("lies between equal shares and a single supplier, ignores order and scale, and grows by a merger", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const index = herfindahl(list);
        if (index === null) return;
        const suppliers = list.filter((amount) => amount > 0).length;
        expect(index).toBeGreaterThanOrEqual(1 / suppliers - 1e-12);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(herfindahl(list.toReversed())).toBe(index);
        expect(herfindahl(list.map((x) => x * 8))).toBeCloseTo(index, 12);
        const [first = 0, second = 0, ...others] = list;
        expect(herfindahl([first + second, ...others])).toBeGreaterThanOrEqual(index - 1e-12);
      })
    );
  });
});

describe("the Gini coefficient and the Lorenz curve", () => {
  it("are a quarter, and a curve through (1/2, 1/4), when one of two suppliers has three times the other's", () => {
    expect(gini([75, 25])).toBe(0.25);
    expect(lorenzCurve([75, 25])).toEqual([
      {supplierShare: 0, amountShare: 0},
      {supplierShare: 0.5, amountShare: 0.25},
      {supplierShare: 1, amountShare: 1}
    ]);
  });
  it("have no meaning below two suppliers, or when nothing was spent", () => {
    expect(gini([5])).toBeNull();
    expect(gini([5, 0])).toBeNull();
    expect(lorenzCurve([0])).toBeNull();
  });
  it("refuse a negative amount", () => {
    expect(() => gini([1, -1])).toThrow(RangeError);
    expect(() => lorenzCurve([1, -1])).toThrow(RangeError);
  });
  it("lie in their bounds, ignore order and scale, and agree with each other", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const curve = lorenzCurve(list);
        const coefficient = gini(list);
        if (curve === null || coefficient === null) return;
        expect(coefficient).toBeGreaterThanOrEqual(0);
        expect(coefficient).toBeLessThanOrEqual(1 - 1 / (curve.length - 1) + 1e-12);
        expect(gini(list.toReversed())).toBe(coefficient);
        expect(gini(list.map((x) => x * 8))).toBeCloseTo(coefficient, 12);
        let under = 0;
        for (const [i, {supplierShare, amountShare}] of curve.entries()) {
          expect(amountShare).toBeLessThanOrEqual(supplierShare + 1e-12);
          const before = curve[i - 1];
          if (before) under += ((supplierShare - before.supplierShare) * (amountShare + before.amountShare)) / 2;
        }
        expect(coefficient).toBeCloseTo(1 - 2 * under, 9);
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
