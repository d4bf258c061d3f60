import fc from "fast-check";
import {describe, expect, it} from "vitest";
import correctedTotal from "../../src/indicators/corrected-total.js";
import distinctSuppliers from "../../src/indicators/distinct-suppliers.js";
import {coverageOf, measureBy} from "../../src/lib/slices.js";

const row = (year: number | null, amount_eur: number | null) => ({
  year,
  amount_eur,
  amount_issue: amount_eur === null ? "missing" : null
});

describe("an indicator by year", () => {
  it("has one value per year, the undated last", () => {
    const slices = measureBy(correctedTotal, [row(null, 4), row(2025, 1), row(2024, 2), row(2025, 5)], "year");
    expect(slices.map(({key, measure}) => [key, measure.value])).toEqual([
      [2024, 2],
      [2025, 6],
      [null, 4]
    ]);
  });

  it("is charted from five rows on, those left out not counted", () => {
    const rows = [
      ...Array.from({length: 5}, () => row(2024, 1)),
      ...Array.from({length: 4}, () => row(2025, 1)),
      row(2025, null)
    ];
    expect(measureBy(correctedTotal, rows, "year").map(({isChartable}) => isChartable)).toEqual([true, false]);
  });

  it("counts suppliers, not rows, where the table names them", () => {
    const rows = Array.from({length: 9}, (_, i) => ({supplier_siren: "1", supplier_id: String(i % 4), year: 2024}));
    expect(measureBy(distinctSuppliers, rows, "year")[0]?.isChartable).toBe(false);
  });

  it("uses each row once, however the rows are cut", () => {
    const rows = fc.array(
      fc.record({year: fc.option(fc.integer({min: 2019, max: 2026})), amount_eur: fc.option(fc.nat())})
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const slices = measureBy(
          correctedTotal,
          drawn.map(({year, amount_eur}) => row(year, amount_eur)),
          "year"
        );
        const counted = slices.map(({measure: {used, leftOut}}) => used + (leftOut.missing ?? 0));
        expect(counted.reduce((sum, n) => sum + n, 0)).toBe(drawn.length);
      })
    );
  });
});

describe("the share of usable rows", () => {
  it("is what was used over what was asked", () => {
    expect(coverageOf({value: 1, used: 3, leftOut: {a: 1, b: 0}})).toBe(0.75);
  });

  it("is null when the question covers no row", () => {
    expect(coverageOf({value: null, used: 0, leftOut: {a: 0}})).toBeNull();
  });
});
