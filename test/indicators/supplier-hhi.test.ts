import fc from "fast-check";
import {expect, it} from "vitest";
import supplierHhi from "../../src/indicators/supplier-hhi.js";
import {measure} from "../../src/lib/indicator.js";
import {supplierRows, tenfold} from "./supplier-rows.js";

it("says nothing when nothing was spent", () => {
  expect(measure(supplierHhi, [{supplier_siren: "000000018", amount_eur: 0}]).value).toBeNull();
});

it("lies above equal shares and below a single supplier, and does not see the scale", () => {
  fc.assert(
    fc.property(supplierRows, (rows) => {
      const {value} = measure(supplierHhi, rows);
      if (value === null) return;
      expect(value).toBeGreaterThanOrEqual(10_000 / 12 - 1e-6);
      expect(value).toBeLessThanOrEqual(10_000 + 1e-6);
      expect(measure(supplierHhi, tenfold(rows)).value).toBeCloseTo(value, 6);
    })
  );
});
