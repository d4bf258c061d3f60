import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {addMonths, daysBetween} from "../../src/lib/dates.js";

const date = fc
  .integer({min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000})
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe("days between two dates", () => {
  it("are 29 in February 2024, and none are lost to summer time", () => {
    expect(daysBetween("2024-02-01", "2024-03-01")).toBe(29);
    expect(daysBetween("2024-03-30", "2024-04-01")).toBe(2);
    expect(daysBetween("2024-03-02", "2024-03-01")).toBe(-1);
  });
  it("refuse what is no date", () => {
    for (const text of ["2024-02", "01/02/2024", "2024-13-01"])
      expect(() => daysBetween(text, "2024-01-01")).toThrow(`expected YYYY-MM-DD, got "${text}"`);
  });
});

describe("months added to a date", () => {
  it("keep the day where the month has it, else end with the month", () => {
    expect(addMonths("2024-01-15", 2)).toBe("2024-03-15");
    expect(addMonths("2023-12-31", 2)).toBe("2024-02-29");
    expect(addMonths("2024-12-31", 2)).toBe("2025-02-28");
    expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
  });
  it("make 59 to 62 days of two months, never the same 60", () => {
    fc.assert(
      fc.property(date, (from) => {
        const days = daysBetween(from, addMonths(from, 2));
        expect(days).toBeGreaterThanOrEqual(58);
        expect(days).toBeLessThanOrEqual(62);
      })
    );
  });
});
