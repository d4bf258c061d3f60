import fc from "fast-check";
import {expect, it} from "vitest";
import effectiveSuppliers from "../../src/indicators/effective-suppliers.js";
import {measure} from "../../src/lib/indicator.js";
import {supplierRows, tenfold} from "./supplier-rows.js";

it("is one when a single supplier has everything", () => {
  expect(measure(effectiveSuppliers, [{supplier_siren: "000000018", amount_eur: 7}]).value).toBe(1);
});

it("never exceeds the number of suppliers, and does not see the scale", () => {
  fc.assert(
    fc.property(supplierRows, (rows) => {
      const {value} = measure(effectiveSuppliers, rows);
      if (value === null) return;
      const suppliers = new Set(rows.flatMap((row) => (row.amount_eur ? [row.supplier_siren] : [])));
      suppliers.delete(null);
      expect(value).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(value).toBeLessThanOrEqual(suppliers.size + 1e-9);
      expect(measure(effectiveSuppliers, tenfold(rows)).value).toBeCloseTo(value, 6);
    })
  );
});
