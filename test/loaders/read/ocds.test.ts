import {describe, expect, it} from "vitest";
import {monthsOf} from "../../../loaders/sources/ocds-period.js";
import {testGoldenCases} from "./golden.js";
import {errorOf, readFiles} from "./read-bytes.js";

const release = {ocid: "ocds-xxxxxx-1", tag: ["award"], awards: [{id: "A1", value: {amount: 1, currency: "EUR"}}]};

describe("an OCDS file is read into one row per award, in the publisher’s words", () => {
  testGoldenCases("ocds");
});

describe("an OCDS file", () => {
  it("never gives the name of a contact, in a row nor in a refusal", async () => {
    const contactPoint = {name: "Camille Exemple", email: "camille@exemple.invalid"};
    const parties = [{id: "1", name: "Ville", roles: ["buyer"], contactPoint}];
    const releases = [
      {...release, parties, buyer: {id: "1", contactPoint}},
      {ocid: "ocds-xxxxxx-2", tag: ["tender"], parties, tender: {procuringEntity: {name: "Ville", contactPoint}}}
    ];
    const {rows, refused} = await readFiles({"a.json": JSON.stringify({releases})});
    expect([rows.length, refused.length]).toEqual([1, 1]);
    expect(JSON.stringify([rows, refused])).not.toMatch(/Camille/i);
  });

  it("is of its own data set, even when it awards nothing", async () => {
    const {inputs} = await readFiles({"a.json": JSON.stringify({ocid: "ocds-xxxxxx-1", tag: ["tender"]})});
    expect(inputs).toMatchObject([{dataset: "ocds", records_read: 1, rows_staged: 0, rows_refused: 1}]);
  });

  it("stops the run when it was cut off", async () => {
    const text = JSON.stringify({releases: [release, release]});
    expect(await errorOf(readFiles({"a.json": text.slice(0, -10)}))).toMatch(/^a\.json : .*fichier tronqué/);
  });

  it("names the same contract in each of its releases, so that the newest can win", async () => {
    const later = {...release, date: "2024-06-01T00:00:00Z", tag: ["awardUpdate"]};
    const alone = {ocid: release.ocid, tag: ["contract"], contracts: [{id: "C1", awardID: "A1"}]};
    const {rows} = await readFiles({"a.json": [release, later, alone].map((one) => JSON.stringify(one)).join("\n")});
    expect(new Set(rows.map(({id}) => id))).toEqual(new Set(["ocds-xxxxxx-1-A1"]));
  });

  it("keeps every award and supplier of a very large release", async () => {
    const many = Array.from({length: 3000}, (_, i) => ({id: `XX-REG-${i}`, awardID: `${i}`, name: `Toupies ${i}`}));
    const suppliers = many.map(({id}) => ({id}));
    const awards = many.map(({awardID}, i) => ({id: awardID, suppliers: i === 0 ? suppliers : []}));
    const {rows} = await readFiles({"a.json": JSON.stringify({...release, parties: many, awards, contracts: many})});
    expect(rows).toHaveLength(3000);
    expect(rows[0]?.holders).toHaveLength(3000);
  });
});

describe("the months of an OCDS period", () => {
  it.each([
    [{startDate: "2024-01-01T00:00:00Z", endDate: "2024-12-31T23:59:59Z"}, "12"],
    [{startDate: "2024-01-15", endDate: "2024-04-14"}, "3"],
    [{startDate: "2024-01-15", maxExtentDate: "2024-01-16"}, "1"],
    [{startDate: "2024-02-01", endDate: "2024-01-01"}, null],
    [{durationInDays: 365}, "12"],
    [{durationInDays: 1440}, "48"],
    [{durationInDays: "90"}, "3"],
    [{durationInDays: 10}, "1"],
    [{durationInDays: 0}, null],
    [{durationInDays: "un an"}, null],
    [{startDate: "2024-01-01"}, null]
  ])("of %j are %s", (period, months) => {
    expect(monthsOf(period)).toBe(months);
  });
});
