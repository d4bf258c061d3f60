import fc from "fast-check";
import {expect, it} from "vitest";
import topFourShare from "../../src/indicators/top-four-share.js";
import {measure} from "../../src/lib/indicator.js";
import {supplierRows} from "./supplier-rows.js";

it("says nothing of four suppliers, who always have everything", () => {
  const four = ["18", "26", "34", "42"].map((end) => ({supplier_siren: `0000000${end}`, amount_eur: 20}));
  expect(measure(topFourShare, four).value).toBeNull();
});

it("lies between four twelfths and one, and never falls when the first supplier gets more", () => {
  fc.assert(
    fc.property(supplierRows, (rows) => {
      const {value} = measure(topFourShare, rows);
      if (value === null) return;
      expect(value).toBeGreaterThanOrEqual(4 / 12);
      expect(value).toBeLessThanOrEqual(1);
      const totals = new Map<string, number>();
      for (const {supplier_siren: siren, amount_eur: amount} of rows)
        if (siren !== null) totals.set(siren, (totals.get(siren) ?? 0) + (amount ?? 0));
      const [first] = [...totals].toSorted((a, b) => b[1] - a[1])[0] ?? [null];
      const more = {supplier_siren: first, amount_eur: 1000, cpv_division: null};
      expect(measure(topFourShare, [...rows, more]).value).toBeGreaterThanOrEqual(value - 1e-12);
    })
  );
});
