import fc from "fast-check";
import {expect, it} from "vitest";
import supplierGini from "../../src/indicators/supplier-gini.js";
import {measure} from "../../src/lib/indicator.js";
import {supplierRows, tenfold} from "./supplier-rows.js";

it("says nothing of a single supplier, who cannot be unequal", () => {
  expect(measure(supplierGini, [{supplier_siren: "000000018", amount_eur: 7}]).value).toBeNull();
});

it("is zero for equal amounts, stays below one, and does not see the scale", () => {
  const equal = ["18", "26", "34"].map((end) => ({supplier_siren: `0000000${end}`, amount_eur: 20}));
  expect(measure(supplierGini, equal).value).toBe(0);
  fc.assert(
    fc.property(supplierRows, (rows) => {
      const {value} = measure(supplierGini, rows);
      if (value === null) return;
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
      expect(measure(supplierGini, tenfold(rows)).value).toBeCloseTo(value, 9);
    })
  );
});
