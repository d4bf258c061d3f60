import fc from "fast-check";
import {expect, it} from "vitest";
import largestSupplierShare from "../../src/indicators/largest-supplier-share.js";
import {measure} from "../../src/lib/indicator.js";
import {supplierRows, tenfold} from "./supplier-rows.js";

it("says nothing of a single supplier, who always has everything", () => {
  expect(measure(largestSupplierShare, [{supplier_siren: "000000018", amount_eur: 7}]).value).toBeNull();
});

it("lies above equal shares and at most at one, and does not see the scale", () => {
  fc.assert(
    fc.property(supplierRows, (rows) => {
      const {value} = measure(largestSupplierShare, rows);
      if (value === null) return;
      expect(value).toBeGreaterThanOrEqual(1 / 12);
      expect(value).toBeLessThanOrEqual(1);
      expect(measure(largestSupplierShare, tenfold(rows)).value).toBeCloseTo(value, 9);
    })
  );
});
