import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cutBetween, shareWith} from "../../src/lib/metrics/parts.js";

const euros = fc.array(fc.record({has: fc.boolean(), weight: fc.integer({min: 0, max: 1e9})}));
const classes = ["a", "b", "c"];
const classed = fc.array(
  fc.record({of: fc.constantFrom(...classes, null, "autre"), weight: fc.integer({min: 0, max: 1e9})})
);

describe("the share that has a trait", () => {
  it("counts an award to several suppliers once", () => {
    const third = {has: true, weight: 1 / 3};
    expect(shareWith([third, third, third, {has: false, weight: 1}], "awards")).toBeCloseTo(0.5, 9);
  });

  it("is null when nothing weighs, because none known is not none", () => {
    expect(shareWith([], "euros")).toBeNull();
    expect(shareWith([{has: true, weight: 0}], "euros")).toBeNull();
  });

  it("stops on a negative weight", () => {
    expect(() => shareWith([{has: true, weight: -1}], "euros")).toThrow(RangeError);
    expect(() => shareWith([{has: true, weight: Number.NaN}], "awards")).toThrow(RangeError);
  });

  it("stays between 0 and 1, is free of order, and adds up to 1 with what has it not", () => {
    fc.assert(
      fc.property(euros, (parts) => {
        const share = shareWith(parts, "euros");
        const other = shareWith(
          parts.map(({has, weight}) => ({has: !has, weight})),
          "euros"
        );
        expect(shareWith(parts.toReversed(), "euros")).toBe(share);
        expect(share === null).toBe(other === null);
        expect(share ?? 0).toBeGreaterThanOrEqual(0);
        if (share !== null) expect(share + (other ?? 0)).toBeCloseTo(1, 12);
      })
    );
  });
});

describe("a whole cut between classes", () => {
  it("keeps every class, even empty, and the unknown apart", () => {
    const parts = [
      {of: "b", weight: 2},
      {of: null, weight: 5},
      {of: "nouvelle", weight: 1}
    ];
    expect(cutBetween(parts, classes, "euros")).toEqual({known: [0, 2, 0], unknown: 6});
  });

  it("loses nothing", () => {
    fc.assert(
      fc.property(classed, (parts) => {
        const {known, unknown} = cutBetween(parts, classes, "euros");
        const whole = parts.reduce((sum, {weight}) => sum + weight, 0);
        expect(known.reduce((sum, weight) => sum + weight, unknown)).toBe(whole);
      })
    );
  });
});
