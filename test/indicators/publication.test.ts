import fc from "fast-check";
import {describe, expect, it} from "vitest";
import latePublicationShare from "../../src/indicators/late-publication-share.js";
import publicationDelay from "../../src/indicators/publication-delay.js";
import {measure} from "../../src/lib/indicator.js";
import {expectShare} from "./answered.js";

const date = fc.integer({min: 0, max: 800}).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
const awards = fc.array(
  fc.record({notified_on: fc.option(date), first_published_on: fc.option(date), is_publication_closed: fc.boolean()}),
  {maxLength: 30}
);
const closed = (notified_on: string, first_published_on: string) => ({
  notified_on,
  first_published_on,
  is_publication_closed: true
});

describe("the delay of publication", () => {
  it("is never negative, and late is a share", () => {
    fc.assert(
      fc.property(awards, (rows) => {
        const {value, used} = measure(publicationDelay, rows);
        if (used === 0) expect(value).toBeNull();
        else expect(value).toBeGreaterThanOrEqual(0);
        expect(expectShare(latePublicationShare, rows).used).toBe(used);
      })
    );
  });
  it("is late the day after two months of calendar, not after 60 days", () => {
    expect(measure(latePublicationShare, [closed("2024-07-01", "2024-09-01")]).value).toBe(0);
    expect(measure(latePublicationShare, [closed("2024-07-01", "2024-09-02")]).value).toBe(1);
  });
  it("leaves out a cohort that is not closed, however fast it was", () => {
    const rows = [
      closed("2024-07-01", "2024-07-11"),
      {...closed("2025-07-01", "2025-07-02"), is_publication_closed: false}
    ];
    expect(measure(publicationDelay, rows)).toMatchObject({value: 10, used: 1, leftOut: {recent: 1}});
  });
});
