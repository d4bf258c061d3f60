import fc from "fast-check";
import {expect} from "vitest";
import {measure, type AnyIndicator, type Measure} from "../../src/lib/indicator.js";

/** The answers of awards, drawn at random: dialects, defaults and empty fields mixed. */
export const told = fc.record({
  kind: fc.constantFrom("marche", "concession"),
  dialect: fc.constantFrom("v1", "v2", "tabular", "ocds", "city-list", null),
  default_fields: fc.constantFrom(null, null, "has_subcontracting; is_innovative; offers_received; social")
});

/**
 * Properties of a share of awards, whatever it counts: in [0, 1], the same in any order, unchanged when everything is
 * there twice, null as soon as no award counts.
 */
export function expectShare(indicator: AnyIndicator, rows: readonly object[]): Measure {
  const measured = measure(indicator, rows as never);
  const {value, used} = measured;
  if (used === 0) expect(value).toBeNull();
  if (value !== null) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  expect(measure(indicator, rows.toReversed() as never).value).toBe(value);
  const twice = measure(indicator, [...rows, ...rows] as never).value;
  if (value === null) expect(twice).toBeNull();
  else expect(twice).toBeCloseTo(value, 12);
  return measured;
}
