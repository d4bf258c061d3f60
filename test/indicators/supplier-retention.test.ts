import fc from "fast-check";
import {expect, it} from "vitest";
import supplierRetention from "../../src/indicators/supplier-retention.js";
import {measure} from "../../src/lib/indicator.js";
import {renewalRows} from "./supplier-rows.js";

it("says nothing of the last year observed", () => {
  const last = supplierRetention.example.rows.filter(({year}) => year === 2025);
  expect(measure(supplierRetention, last)).toMatchObject({value: null, leftOut: {censored: 1}});
});

it("lies in [0, 1], and is one when everybody comes back", () => {
  fc.assert(
    fc.property(renewalRows, (rows) => {
      const {value, used} = measure(supplierRetention, rows);
      if (value !== null) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      const faithful = rows.map((row) => ({...row, awarded_next_year: row.awarded_next_year === null ? null : true}));
      if (used > 0) expect(measure(supplierRetention, faithful).value).toBe(1);
    })
  );
});
