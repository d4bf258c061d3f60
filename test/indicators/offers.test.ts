import fc from "fast-check";
import {describe, expect, it} from "vitest";
import medianOffers from "../../src/indicators/median-offers.js";
import singleBidShareOpen from "../../src/indicators/single-bid-share-open.js";
import singleBidShare from "../../src/indicators/single-bid-share.js";
import {measure} from "../../src/lib/indicator.js";
import {expectShare, told} from "./answered.js";

const procedure = fc.constantFrom("Appel d’offres ouvert", "Procédure adaptée", null);
const awards = fc.array(
  fc
    .tuple(told, fc.option(fc.integer({min: 0, max: 30})), procedure)
    .map(([row, offers_received, label]) => ({...row, offers_received, procedure: label})),
  {maxLength: 30}
);
const open = (offers_received: number | null) => ({
  kind: "marche",
  dialect: "v2",
  default_fields: null,
  procedure: "Appel d’offres ouvert",
  offers_received
});

describe("the share of single bids", () => {
  it("is a share, in both definitions", () => {
    fc.assert(
      fc.property(awards, (rows) => {
        expectShare(singleBidShare, rows);
        expectShare(singleBidShareOpen, rows);
      })
    );
  });
  it("is the same in both definitions when every procedure is open", () => {
    const rows = [open(1), open(1), open(4), open(null)];
    expect(measure(singleBidShare, rows).value).toBe(2 / 3);
    expect(measure(singleBidShareOpen, rows).value).toBe(2 / 3);
  });
  it("counts a direct award in the first definition only", () => {
    const rows = [open(3), {...open(1), procedure: "Marché passé sans publicité ni mise en concurrence préalable"}];
    expect(measure(singleBidShare, rows).value).toBe(0.5);
    expect(measure(singleBidShareOpen, rows).value).toBe(0);
  });
  it("leaves out no offer at all, no answer, no question and a default, each with its reason", () => {
    const rows = [
      open(0),
      open(null),
      {...open(null), dialect: "v1"},
      {...open(1), default_fields: "offers_received"},
      {...open(1), kind: "concession"}
    ];
    expect(measure(singleBidShare, rows)).toEqual({
      value: null,
      used: 0,
      leftOut: {zero: 1, unanswered: 1, "not-asked": 1, default: 1}
    });
  });
});

describe("the median number of offers", () => {
  it("lies between the fewest and the most of those that answer", () => {
    fc.assert(
      fc.property(awards, (rows) => {
        const {value} = measure(medianOffers, rows);
        const answers = rows.flatMap(({kind, offers_received: n, default_fields}) =>
          kind === "marche" && n && default_fields === null ? [n] : []
        );
        if (answers.length === 0) expect(value).toBeNull();
        else {
          expect(value).toBeGreaterThanOrEqual(Math.min(...answers));
          expect(value).toBeLessThanOrEqual(Math.max(...answers));
        }
      })
    );
  });
  it("is not moved by one award with a hundred offers", () => {
    expect(measure(medianOffers, [open(2), open(3), open(100)]).value).toBe(3);
  });
});
