import fc from "fast-check";
import {describe, expect, it} from "vitest";
import noCompetitionShare from "../../src/indicators/no-competition-share.js";
import openProcedureAmountShare from "../../src/indicators/open-procedure-amount-share.js";
import openProcedureShare from "../../src/indicators/open-procedure-share.js";
import {procedures} from "../../src/lib/enumerations.js";
import {measure} from "../../src/lib/indicator.js";
import {expectShare} from "./answered.js";

const awards = fc.array(
  fc.record({
    procedure: fc.constantFrom(...Object.keys(procedures), "libellé inconnu", null),
    amount_eur: fc.option(fc.integer({min: 0, max: 10 ** 10}).map((cents) => cents / 100)),
    is_framework: fc.boolean()
  }),
  {maxLength: 30}
);

describe("the mix of procedures", () => {
  it("is made of shares, and open and direct awards never exceed the whole", () => {
    fc.assert(
      fc.property(awards, (rows) => {
        const open = expectShare(openProcedureShare, rows).value ?? 0;
        const direct = expectShare(noCompetitionShare, rows).value ?? 0;
        expect(open + direct).toBeLessThanOrEqual(1 + 1e-12);
        expectShare(openProcedureAmountShare, rows);
      })
    );
  });
  it("counts a label that nobody knows apart, not as closed", () => {
    const rows = [{procedure: "Appel d’offres ouvert"}, {procedure: "de gré à gré"}];
    expect(measure(openProcedureShare, rows)).toEqual({value: 1, used: 1, leftOut: {unknown: 1}});
  });
  it("says nothing of money when all amounts are ceilings, or when they sum to nothing", () => {
    const row = {procedure: "Appel d’offres ouvert", amount_eur: 5, is_framework: true};
    expect(measure(openProcedureAmountShare, [row]).value).toBeNull();
    expect(measure(openProcedureAmountShare, [{...row, amount_eur: 0, is_framework: false}]).value).toBeNull();
  });
});
