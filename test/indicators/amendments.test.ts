import fc from "fast-check";
import {describe, expect, it} from "vitest";
import amendedShare from "../../src/indicators/amended-share.js";
import amendmentAmountShare from "../../src/indicators/amendment-amount-share.js";
import amendmentAmount from "../../src/indicators/amendment-amount.js";
import {measure} from "../../src/lib/indicator.js";
import {expectShare} from "./answered.js";

const euros = fc.integer({min: 0, max: 10 ** 9}).map((cents) => cents / 100);
const awards = fc.array(
  fc.record({
    dialect: fc.constantFrom("v1", "v2", "city-list", null),
    modification_count: fc.integer({min: 0, max: 3}),
    amount_eur: fc.option(euros),
    amount_after_eur: fc.option(euros),
    is_framework: fc.boolean()
  }),
  {maxLength: 30}
);

describe("amendments", () => {
  it("are a share of the awards, and count each amended award once", () => {
    fc.assert(
      fc.property(awards, (rows) => {
        expectShare(amendedShare, rows);
        const {used, leftOut} = measure(amendmentAmount, rows);
        const left = Object.values(leftOut).reduce((a, b) => a + b, 0);
        expect(used + left).toBe(rows.filter(({modification_count}) => modification_count > 0).length);
      })
    );
  });
  it("add nothing where the amount did not move, and as much as it moved elsewhere", () => {
    fc.assert(
      fc.property(fc.array(euros, {minLength: 1}), fc.integer({min: 0, max: 10 ** 6}), (amounts, cents) => {
        const still = amounts.map((amount_eur) => ({
          modification_count: 1,
          amount_eur,
          amount_after_eur: amount_eur,
          is_framework: false
        }));
        expect(measure(amendmentAmount, still).value).toBe(0);
        const [first] = still;
        const moved = {...first, amount_eur: 10, amount_after_eur: 10 + cents / 100} as (typeof still)[number];
        expect(measure(amendmentAmount, [...still, moved]).value).toBeCloseTo(cents / 100, 6);
      })
    );
  });
  it("have no change when the meaning of their amounts is unknown", () => {
    const row = {modification_count: 2, amount_eur: 100, amount_after_eur: null, is_framework: false};
    expect(measure(amendmentAmount, [row])).toEqual({
      value: null,
      used: 0,
      leftOut: {framework: 0, initial: 0, meaning: 1}
    });
    expect(measure(amendmentAmountShare, [row]).value).toBeNull();
  });
  it("have no ratio to an initial amount of nothing", () => {
    const row = {modification_count: 1, amount_eur: 0, amount_after_eur: 5, is_framework: false};
    expect(measure(amendmentAmountShare, [row]).value).toBeNull();
  });
});
