import fc from "fast-check";
import {expect, it} from "vitest";
import newSuppliersShare from "../../src/indicators/new-suppliers-share.js";
import {measure} from "../../src/lib/indicator.js";
import {renewalRows} from "./supplier-rows.js";

it("says nothing when the three years before were not published, even of suppliers known to be old", () => {
  const {value, leftOut} = measure(newSuppliersShare, [
    {...newSuppliersShare.example.rows[0]!, observed_since: "2021-01-01"},
    {...newSuppliersShare.example.rows[1]!, observed_since: null}
  ]);
  expect(value).toBeNull();
  expect(leftOut.censored).toBe(2);
});

it("lies in [0, 1] and does not hear what is censored", () => {
  fc.assert(
    fc.property(renewalRows, (rows) => {
      const {value} = measure(newSuppliersShare, rows);
      const blind = rows.map((row) => ({...row, observed_since: null, previous_award_on: "2021-06-06"}));
      expect(measure(newSuppliersShare, [...rows, ...blind]).value).toBe(value);
      if (value === null) return;
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    })
  );
});
