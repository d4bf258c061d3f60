import fc from "fast-check";
import {expect, it} from "vitest";
import rarefiedSuppliers from "../../src/indicators/rarefied-suppliers.js";
import {measure} from "../../src/lib/indicator.js";
import {supplierRows} from "./supplier-rows.js";

it("says nothing of fewer than a hundred lines", () => {
  expect(measure(rarefiedSuppliers, rarefiedSuppliers.example.rows.slice(0, 99)).value).toBeNull();
});

it("lies between one and the number of suppliers, and hardly moves when every line is doubled", () => {
  fc.assert(
    fc.property(supplierRows, (rows) => {
      const {value} = measure(rarefiedSuppliers, [...rows, ...rows]);
      if (value === null) return;
      const suppliers = measure(rarefiedSuppliers, [...rows, ...rows, ...rows, ...rows]).value ?? 0;
      expect(value).toBeGreaterThanOrEqual(1);
      expect(value).toBeLessThanOrEqual(12);
      expect(Math.abs(value - suppliers)).toBeLessThan(1.5);
    })
  );
});
