import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {columnsOf, sliceOf, stateKey, stateOf} from "../../src/components/state.js";
import correctedTotal from "../../src/figures/corrected-total.js";
import topSuppliers from "../../src/figures/top-suppliers.js";
import type {Figure} from "../../src/lib/figure.js";
import {report, tables} from "../figures/rows.js";

/** The corrected total of one year, as a parametrised page shows it. */
const ofYear: Figure<any> = {
  ...correctedTotal,
  slice: (table, row, {annee}) => table !== "award" || String((row as {year?: number}).year) === annee
};

describe("the key of a figure's state", () => {
  it.each([
    [{}, "top-suppliers"],
    [{cpv: "45"}, "top-suppliers--cpv-45"],
    [{lieu: "L’Haÿ-les-Roses", cpvDivision: "45"}, "top-suppliers--cpv-division-45--lieu-l-hay-les-roses"],
    [{corrections: "avec", cpv: "45"}, "top-suppliers--cpv-45"],
    [{corrections: "sans", cpv: "45"}, "top-suppliers--cpv-45-sans-corrections"]
  ])("of %o is %s", (params, key) => expect(stateKey(topSuppliers, params as never)).toBe(key));

  it("can stand in an address and in a file name, whatever the attributes", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/), fc.string()), (params) =>
        /^[a-z0-9-]+$/.test(stateKey(topSuppliers, params))
      )
    );
  });
});

describe("a figure with a slice", () => {
  it("measures its own rows alone", () => {
    const years = [...new Set(tables.award.map(({year}) => year))].filter((year) => year !== null);
    expect(years.length).toBeGreaterThan(1);
    for (const year of years) {
      const [measure] = stateOf(ofYear, {tables, report}, {annee: String(year)}).measures;
      const own = tables.award.filter((row) => row.year === year);
      const left = Object.values(measure?.leftOut ?? {}).reduce((sum, count) => sum + count, 0);
      expect((measure?.used ?? 0) + left).toBe(own.length);
      expect(measure?.value ?? 0).toBe(own.reduce((sum, {amount_eur}) => sum + (amount_eur ?? 0), 0));
      expect(sliceOf(ofYear, "award", tables, {annee: String(year)})).toEqual(own);
    }
  });

  it("reads every column, since the slice may look at any; as declared, those that hold what a slice looks at", () => {
    expect(columnsOf(ofYear, "award", {})).toBeUndefined();
    for (const column of ["award_uid", "year", "cpv_division"])
      expect(columnsOf(topSuppliers, "award", {corrections: "sans"})).toContain(column);
  });
});
