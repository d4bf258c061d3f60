import {describe, expect, it} from "vitest";
import {maybeLegalForm, socialEconomyCodes} from "../../src/lib/legal-forms.js";
import {sizeClasses, sizeClassOfBand} from "../../src/lib/size-bands.js";

const form = (code: string) => maybeLegalForm(code);

describe("the legal form of a supplier", () => {
  it.each([
    ["1000", "Entrepreneur individuel"],
    ["5499", "Société à responsabilité limitée (SARL)"],
    ["5710", "Société par actions simplifiée"],
    ["7210", "Collectivité territoriale"],
    ["9220", "Association loi 1901 ou assimilée"],
    ["9300", "Fondation"]
  ])("%s belongs to a family: %s", (code, label) => expect(form(code)?.label).toBe(label));

  it.each(["", "55", "0000", "9999999", "4999", "abcd", "toString"])("is unknown when the code is « %s »", (code) =>
    expect(form(code)).toBeNull()
  );

  it("is no legal person's when it is a sole trader's or a group's without personality", () => {
    expect(["1000", "2110", "2210", "2900"].map((code) => form(code)?.isLegalPerson)).toEqual(Array(4).fill(false));
    expect(["3120", "5710", "7210", "9220"].map((code) => form(code)?.isLegalPerson)).toEqual(Array(4).fill(true));
  });

  it("is a cooperative's by its full code: SCOP, SCIC among others, crafts, farming, banks", () => {
    const cooperatives = ["5458", "5460", "5558", "5660", "5453", "6317", "5192", "6596", "6560"];
    expect(cooperatives.filter((code) => !form(code)?.isCooperative)).toEqual([]);
    const others = ["5499", "5485", "5599", "5546", "5710", "6540", "6598", "9220"];
    expect(others.filter((code) => form(code)?.isCooperative)).toEqual([]);
  });

  it("is of the social economy for associations, cooperatives, mutual societies and foundations alone", () => {
    const social = ["9210", "9220", "9230", "5458", "6411", "8210", "8290", "9300"];
    expect(social.filter((code) => !form(code)?.isSocialEconomy)).toEqual([]);
    const others = ["1000", "5499", "5710", "7331", "8510", "9110", "9900"];
    expect(others.filter((code) => form(code)?.isSocialEconomy)).toEqual([]);
  });

  it("is said of the social economy by the codes that the site prints, and by no other", () => {
    const printed = Array.from(socialEconomyCodes.matchAll(/(\d+)(?: à (\d+))?/g), ([, first = "", last]) =>
      last === undefined ? [first.padEnd(4, "0"), first.padEnd(4, "9")] : [first, last]
    );
    expect(printed).toHaveLength(21);
    const isPrinted = (code: string) => printed.some(([first = "", last = ""]) => code >= first && code <= last);
    const codes = Array.from({length: 10_000}, (_, i) => String(i).padStart(4, "0"));
    const social = codes.filter((code) => form(code)?.isSocialEconomy);
    expect(social.filter((code) => !isPrinted(code))).toEqual([]);
    // A printed range also holds codes that INSEE does not have: its ends, and all else, are exact.
    expect(printed.flat().filter((code) => !form(code)?.isSocialEconomy)).toEqual([]);
    // Real neighbours of those ranges that are no cooperatives: SICA, HLM, crédit immobilier, SCP.
    expect(["5442", "5470", "5542", "5546", "5548", "5646", "5648", "6544", "6561", "6597"].filter(isPrinted)).toEqual(
      []
    );
  });
});

describe("a band of staff numbers", () => {
  it("lies in one class, but for the band of those without known staff", () => {
    const {NN, ...bands} = sizeClassOfBand;
    expect(NN).toBeNull();
    expect(Object.keys(bands)).toHaveLength(15);
    expect(new Set(Object.values(bands))).toEqual(new Set(sizeClasses));
  });
});
