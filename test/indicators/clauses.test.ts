import fc from "fast-check";
import {describe, expect, it} from "vitest";
import consortiaShare from "../../src/indicators/consortia-share.js";
import environmentalClauseShare from "../../src/indicators/environmental-clause-share.js";
import environmentalCriterionShare from "../../src/indicators/environmental-criterion-share.js";
import innovationShare from "../../src/indicators/innovation-share.js";
import reservedShare from "../../src/indicators/reserved-share.js";
import socialClauseShare from "../../src/indicators/social-clause-share.js";
import socialCriterionShare from "../../src/indicators/social-criterion-share.js";
import subcontractedShare from "../../src/indicators/subcontracted-share.js";
import {consortiumTypes, environmentalClauses, socialClauses} from "../../src/lib/enumerations.js";
import {measure, type AnyIndicator} from "../../src/lib/indicator.js";
import {expectShare, told} from "./answered.js";

const some = (labels: object) =>
  fc.option(fc.subarray(Object.keys(labels), {minLength: 1}).map((list) => list.join("; ")));
const awards = fc.array(
  fc
    .tuple(
      told,
      fc.record({
        social_clauses: some(socialClauses),
        environmental_clauses: some(environmentalClauses),
        consortium_type: fc.option(fc.constantFrom(...Object.keys(consortiumTypes))),
        is_innovative: fc.option(fc.boolean()),
        has_subcontracting: fc.option(fc.boolean()),
        subcontract_count: fc.integer({min: 0, max: 3})
      })
    )
    .map(([row, answers]) => ({...row, ...answers})),
  {maxLength: 30}
);
const shares: AnyIndicator[] = [
  consortiaShare,
  environmentalClauseShare,
  environmentalCriterionShare,
  innovationShare,
  reservedShare,
  socialClauseShare,
  socialCriterionShare,
  subcontractedShare
];

describe.each(shares.map((indicator) => [indicator.id, indicator] as const))("%s", (_, indicator) => {
  it("is a share of those that answer", () => {
    fc.assert(
      fc.property(awards, (rows) => {
        expectShare(indicator, rows);
      })
    );
  });
  it("is null when only platforms with a default answered, or none was asked", () => {
    const row = {kind: "marche", social_clauses: null, environmental_clauses: null, consortium_type: null};
    const silent = {
      ...row,
      is_innovative: null,
      has_subcontracting: null,
      subcontract_count: 0,
      dialect: "v1",
      default_fields: null
    };
    expect(measure(indicator, [silent] as never)).toMatchObject({value: null, leftOut: {"not-asked": 1}});
  });
});

const social = (social_clauses: string | null) => ({
  social_clauses,
  environmental_clauses: null,
  dialect: "v2",
  default_fields: null
});

describe("considerations", () => {
  it("may stand together in one award, which then counts in each", () => {
    const rows = [social("Clause sociale; Marché réservé"), social("Pas de considération sociale")];
    expect(measure(socialClauseShare, rows).value).toBe(0.5);
    expect(measure(reservedShare, rows).value).toBe(0.5);
    expect(measure(socialCriterionShare, rows).value).toBe(0);
  });
  it("count a reserved concession among the reserved", () => {
    expect(measure(reservedShare, [social("Concession réservée")]).value).toBe(1);
  });
  it("know a “no” from an empty field", () => {
    expect(measure(socialClauseShare, [social("Pas de considération sociale")]).value).toBe(0);
    expect(measure(socialClauseShare, [social(null)]).value).toBeNull();
  });
});

it("one act of a platform that always says “no subcontracting” does not make a rate", () => {
  const row = {
    kind: "marche",
    has_subcontracting: false,
    subcontract_count: 1,
    dialect: "v2",
    default_fields: "has_subcontracting"
  };
  expect(measure(subcontractedShare, [row])).toMatchObject({value: null, leftOut: {default: 1}});
});
