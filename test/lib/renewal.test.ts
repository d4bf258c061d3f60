import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  dependence,
  isLookBackObserved,
  newAmountShare,
  newAwardShare,
  newSupplierShare,
  noveltyOf,
  retention
} from "../../src/lib/metrics/renewal.js";

const row = (previous: string | null, since: string | null, year: number | null = 2022) => ({
  year,
  previous_award_on: previous,
  observed_since: since
});

describe("a supplier of 2022", () => {
  it("is known from the first day of 2019 on, whatever was not published", () => {
    expect(noveltyOf(row("2019-01-01", null))).toBe("known");
    expect(noveltyOf(row("2021-12-31", "2021-06-01"))).toBe("known");
  });
  it("is new when three whole years were observed without an award, and again after them", () => {
    expect(noveltyOf(row(null, "2019-01-01"))).toBe("new");
    expect(noveltyOf(row("2018-12-31", "2015-01-01"))).toBe("new");
  });
  it("cannot be called new when the years before were not all observed", () => {
    expect(noveltyOf(row(null, "2019-01-02"))).toBe("unknowable");
    expect(noveltyOf(row(null, null))).toBe("unknowable");
    expect(noveltyOf(row(null, "2001-01-01", null))).toBe("unknowable");
  });
  it("never becomes known by a shorter look-back, nor new by a longer one", () => {
    const day = fc.date({min: new Date("2000-01-01"), max: new Date("2021-12-31"), noInvalidDate: true});
    const maybe = fc.option(day.map((date) => date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(maybe, maybe, fc.integer({min: 1, max: 9}), (previous, since, years) => {
        const [short, long] = [noveltyOf(row(previous, since), years), noveltyOf(row(previous, since), years + 1)];
        if (short === "known") expect(long).toBe("known");
        if (long === "new") expect(short).toBe("new");
      })
    );
  });
  it("counts in a rate only where the look-back was observed, even when he is known", () => {
    expect(isLookBackObserved(row("2021-12-31", "2021-06-01"))).toBe(false);
    expect(isLookBackObserved(row("2021-12-31", "2019-01-01"))).toBe(true);
  });
});

const known = row("2020-05-05", "2019-01-01");
const fresh = row(null, "2019-01-01");

describe("rates of renewal", () => {
  const rows = [
    {...known, supplier_siren: "1", amount_eur: 60},
    {...known, supplier_siren: "1", amount_eur: 10},
    {...fresh, supplier_siren: "2", amount_eur: 30},
    {...known, supplier_siren: "3", amount_eur: null}
  ];
  it("are a third of the suppliers, a quarter of the awards and 30 % of the amount", () => {
    expect(newSupplierShare(rows)).toBe(1 / 3);
    expect(newAwardShare(rows)).toBe(1 / 4);
    expect(newAmountShare(rows)).toBe(0.3);
  });
  it("are null when there is nothing to rate", () => {
    expect(newSupplierShare([])).toBeNull();
    expect(newAwardShare([])).toBeNull();
    expect(newAmountShare([{...fresh, amount_eur: null}])).toBeNull();
  });
  it("lie in [0, 1], and grow when a new supplier comes", () => {
    const any = fc.record({
      isNew: fc.boolean(),
      supplier_siren: fc.constantFrom("1", "2", "3", "4"),
      amount_eur: fc.option(fc.integer({min: 0, max: 1000}))
    });
    fc.assert(
      fc.property(fc.array(any, {minLength: 1}), (drawn) => {
        const list = drawn.map(({isNew, ...rest}) => ({...(isNew ? fresh : known), ...rest}));
        const more = [...list, {...fresh, supplier_siren: "9", amount_eur: 5}];
        for (const rate of [newSupplierShare, newAwardShare, newAmountShare]) {
          const [before, after] = [rate(list), rate(more)];
          expect(after).toBeGreaterThanOrEqual(before ?? 0);
          expect(after).toBeLessThanOrEqual(1);
        }
      })
    );
  });
});

describe("retention and dependence", () => {
  it("are the share of the first period's suppliers that come back", () => {
    expect(retention(new Set(["1", "2", "3"]), new Set(["3", "4"]))).toBe(1 / 3);
    expect(retention(new Set(), new Set(["3"]))).toBeNull();
  });
  it("are the share of a supplier's amount that one buyer brings", () => {
    const awards = [
      {buyer_siren: "a", amount_eur: 30},
      {buyer_siren: "b", amount_eur: 10},
      {buyer_siren: "a", amount_eur: null}
    ];
    expect(dependence(awards, "a")).toBe(0.75);
    expect(dependence([{buyer_siren: "a", amount_eur: null}], "a")).toBeNull();
  });
  it("lie in [0, 1], retention growing with the second period", () => {
    const names = fc.uniqueArray(fc.constantFrom("1", "2", "3", "4", "5"));
    fc.assert(
      fc.property(names, names, fc.constantFrom("1", "5"), (before, after, more) => {
        const rate = retention(new Set(before), new Set(after));
        if (rate === null) return;
        expect(rate).toBeLessThanOrEqual(1);
        expect(retention(new Set(before), new Set([...after, more]))).toBeGreaterThanOrEqual(rate);
      })
    );
  });
});
