import {describe, expect, it} from "vitest";
import {latestAgreed} from "../../src/lib/metrics/latest.js";

const row = (year: number | null, value: number, status = "publie") => ({year, value, status});

describe("the latest value that sources agree on", () => {
  it("is that of the last year, the producer's before the press's", () => {
    expect(latestAgreed([row(2010, 3), row(2023, 11.2, "publie_via_presse"), row(2023, 11)])).toBe(11);
    expect(latestAgreed([row(2018, 15040, "publie_via_presse"), row(2018, 15040, "publie_via_presse")])).toBe(15040);
    expect(latestAgreed([row(null, 1), row(2010, 3)])).toBe(3);
  });
  it("is none without rows, or when two of the same rank differ", () => {
    expect(latestAgreed([])).toBeNull();
    expect(latestAgreed([row(2023, 11), row(2023, 14)])).toBeNull();
  });
});
