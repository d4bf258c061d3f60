import fc from "fast-check";
import {describe, expect, it} from "vitest";
import indicators from "../../src/indicators/index.js";
import {measure} from "../../src/lib/indicator.js";
import {tables, type TableName} from "../../src/lib/schema.js";

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))("%s", (_, indicator) => {
  it("gives the value of its own example", () => {
    const {value} = measure(indicator, indicator.example.rows);
    if (indicator.example.value === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(indicator.example.value, 9);
  });

  it("counts every row of its example that it covers once, used or left out", () => {
    const {used, leftOut} = measure(indicator, indicator.example.rows);
    const covered = indicator.example.rows.filter((row) => indicator.covers?.(row) ?? true);
    expect(used + Object.values(leftOut).reduce((a, b) => a + b, 0)).toBe(covered.length);
  });

  it("gives no NaN on an empty table", () => {
    expect([null, 0]).toContain(measure(indicator, []).value);
  });

  it("does not depend on the order of the rows", () => {
    const {value} = measure(indicator, indicator.example.rows);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...indicator.example.rows], {minLength: indicator.example.rows.length}),
        (rows) => {
          expect(measure(indicator, rows).value).toBe(value);
        }
      ),
      {numRuns: 20}
    );
  });

  it("reads only columns of the table that it needs", () => {
    const known = Object.keys(tables[indicator.needs as TableName].columns);
    expect(known).toEqual(expect.arrayContaining([...indicator.columns]));
    for (const row of indicator.example.rows) expect(Object.keys(row).sort()).toEqual([...indicator.columns].sort());
  });

  it("says where it comes from, how it is computed and what it cannot say", () => {
    for (const text of [indicator.name, indicator.question, indicator.formula, indicator.origin, indicator.reference])
      expect(text.length).toBeGreaterThan(5);
    expect(indicator.question).toMatch(/\?$/);
    expect(indicator.limits.length).toBeGreaterThan(0);
  });
});

it("has no two indicators of one id", () => {
  expect(new Set(indicators.map(({id}) => id)).size).toBe(indicators.length);
});
