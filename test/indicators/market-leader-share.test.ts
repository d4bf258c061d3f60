import fc from "fast-check";
import {expect, it} from "vitest";
import marketLeaderShare from "../../src/indicators/market-leader-share.js";
import {measure} from "../../src/lib/indicator.js";
import {supplierRows} from "./supplier-rows.js";

it("is the share of the first supplier within one division", () => {
  const rows = marketLeaderShare.example.rows.filter(({cpv_division}) => cpv_division === "45");
  expect(measure(marketLeaderShare, rows).value).toBe(0.75);
});

it("is the mean of the divisions, weighed by their amount, and at most one", () => {
  fc.assert(
    fc.property(supplierRows, (rows) => {
      const {value} = measure(marketLeaderShare, rows);
      const own = ["45", "71", "77"].map((division) => {
        const some = rows.filter(({cpv_division}) => cpv_division === division);
        const total = some.reduce((sum, row) => sum + (row.supplier_siren === null ? 0 : (row.amount_eur ?? 0)), 0);
        return {total, share: measure(marketLeaderShare, some).value ?? 0};
      });
      const total = own.reduce((sum, division) => sum + division.total, 0);
      if (value === null) {
        expect(total).toBe(0);
        return;
      }
      expect(value).toBeLessThanOrEqual(1);
      expect(value).toBeCloseTo(
        own.reduce((sum, {total: part, share}) => sum + (part / total) * share, 0),
        9
      );
    })
  );
});
