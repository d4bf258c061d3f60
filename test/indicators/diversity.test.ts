import fc from "fast-check";
import {describe, expect, it} from "vitest";
import indicators from "../../src/indicators/index.js";
import smeAwardShare from "../../src/indicators/sme-award-share.js";
import under250AwardShare from "../../src/indicators/under-250-award-share.js";
import youngAwardShare from "../../src/indicators/young-award-share.js";
import {measure} from "../../src/lib/indicator.js";
import {coverageOf} from "../../src/lib/slices.js";
import type {Row} from "../../src/lib/schema.js";
import {link} from "../figures/rows.js";

const measured = "sme|mid-cap|large|under-250|micro|young|ess-flag|ess-form|association|paris|ile-de-france";
const diversity = indicators.filter(({id}) => new RegExp(`^(${measured})-(award|amount|ceiling)-share$`).test(id));

/** A supplier of which the register says everything. */
const known = fc.record({
  share: fc.constantFrom(1, 0.5, 0.25),
  amount_eur: fc.option(fc.integer({min: 0, max: 1e8})),
  is_framework: fc.boolean(),
  enterprise_category: fc.constantFrom("PME", "ETI", "GE"),
  size_class: fc.constantFrom("0-9", "10-49", "50-249", "250-4999", "5000+"),
  age_years: fc.double({min: 0, max: 80, noNaN: true}),
  is_association: fc.boolean(),
  is_ess_flagged: fc.boolean(),
  is_ess_form: fc.boolean(),
  supplier_place: fc.constantFrom("paris", "petite-couronne", "ile-de-france", "france", "etranger")
});
const links = fc.array(known.map((facts): Row<"award_supplier"> => link(facts)));

it("are all here", () => expect(diversity).toHaveLength(26));

describe.each(diversity.map((indicator) => [indicator.id, indicator] as const))("%s", (_, indicator) => {
  it("is a ratio, free of order, that repeating every row leaves as it is", () => {
    fc.assert(
      fc.property(links, (rows) => {
        const {value} = measure(indicator, rows);
        if (value !== null) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(measure(indicator, [...rows, ...rows]).value).toBeCloseTo(value, 12);
        }
        expect(measure(indicator, rows.toReversed()).value).toBe(value);
      })
    );
  });

  it("refuses when the register says nothing, and says why for each row", () => {
    const unread = [link({amount_eur: 1000, is_framework: false}), link({amount_eur: 1000, is_framework: true})];
    const found = measure(indicator, unread);
    expect(found.value).toBeNull();
    expect(found.used).toBe(0);
    expect(coverageOf(found)).toBe(0);
    expect(found.leftOut.unknown).toBeGreaterThan(0);
  });

  it("is not moved by a supplier of whom nothing is known", () => {
    fc.assert(
      fc.property(links, (rows) => {
        const stranger = link({amount_eur: 5_000_000, is_framework: rows[0]?.is_framework ?? false});
        expect(measure(indicator, [...rows, stranger]).value).toBe(measure(indicator, rows).value);
      }),
      {numRuns: 20}
    );
  });
});

describe("the three categories", () => {
  it.each(["award", "amount"])("add up to the whole, by %s", (kind) => {
    const parts = indicators.filter(({id}) => new RegExp(`^(sme|mid-cap|large)-${kind}-share$`).test(id));
    expect(parts).toHaveLength(3);
    fc.assert(
      fc.property(links, (rows) => {
        const values = parts.map((indicator) => measure(indicator, rows).value);
        if (values.every((value) => value === null)) return;
        expect(values).not.toContain(null);
        expect(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(1, 9);
      })
    );
  });
});

describe("a definition", () => {
  it("of the SME is the category of the group: 40 staff do not make one", () => {
    const daughter = [link({enterprise_category: "GE", size_class: "10-49"})];
    expect(measure(smeAwardShare, daughter).value).toBe(0);
    expect(measure(under250AwardShare, daughter).value).toBe(1);
  });

  it("by number of staff says that it is not that of the SME", () => {
    for (const indicator of diversity.filter(({id}) => /^(under-250|micro)/.test(id)))
      expect(indicator.limits.join()).toContain("ce n’est pas la définition");
  });

  it("of a young firm ends on its third birthday", () => {
    expect(measure(youngAwardShare, [link({age_years: 2.999})]).value).toBe(1);
    expect(measure(youngAwardShare, [link({age_years: 3})]).value).toBe(0);
  });

  it("by place says that a preference would be unlawful", () => {
    for (const indicator of diversity.filter(({id}) => /^(paris|ile-de-france)/.test(id)))
      expect(indicator.limits.join()).toContain("est interdit");
  });
});
