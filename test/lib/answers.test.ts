import {describe, expect, it} from "vitest";
import {hasLabel, isDefaultField, whyNoAnswer} from "../../src/lib/answers.js";
import {environmentalClauses, procedures, socialClauses} from "../../src/lib/enumerations.js";
import {methodNames, procurementMethod} from "../../src/lib/procedures.js";

const v2 = {dialect: "v2", default_fields: null};

describe("an answer", () => {
  it("is one when the award declares a value, whatever the format", () => {
    expect(whyNoAnswer("offers_received", 3, v2)).toBeNull();
    expect(whyNoAnswer("offers_received", 3, {...v2, dialect: "v1"})).toBeNull();
  });
  it("was not asked by the format of 2019 nor by a city's list, and is missing elsewhere", () => {
    expect(whyNoAnswer("social", null, {...v2, dialect: "v1"})).toBe("not-asked");
    expect(whyNoAnswer("social", null, {...v2, dialect: "city-list"})).toBe("not-asked");
    for (const dialect of ["v2", "tabular", "ocds", null])
      expect(whyNoAnswer("social", null, {...v2, dialect})).toBe("unanswered");
  });
  it("is none where the platform puts one value everywhere, whatever the value here", () => {
    const settled = {...v2, default_fields: "has_subcontracting; is_innovative"};
    expect(whyNoAnswer("is_innovative", true, settled)).toBe("default");
    expect(whyNoAnswer("is_innovative", false, settled)).toBe("default");
    expect(whyNoAnswer("social", "Clause sociale", settled)).toBeNull();
  });
  it("looks for whole names, not for parts of them", () => {
    expect(isDefaultField("origin", "origin_eu; origin_france")).toBe(false);
    expect(hasLabel("Clause sociale; Marché réservé", "Marché réservé")).toBe(true);
    expect(hasLabel("Clause sociale; Marché réservé", "Marché")).toBe(false);
    expect(hasLabel(null, "Clause sociale")).toBe(false);
  });
});

describe("the method of a procedure", () => {
  it("is known for every canonical label, and for no other text", () => {
    for (const label of Object.keys(procedures)) expect(Object.keys(methodNames)).toContain(procurementMethod(label));
    expect(procurementMethod("marché de gré à gré")).toBeNull();
    expect(procurementMethod("toString")).toBeNull();
    expect(procurementMethod(null)).toBeNull();
  });
  it("never makes a procédure adaptée open", () => {
    expect(procurementMethod("Procédure adaptée")).toBe("adapted");
  });
});

it("the labels that indicators look for are canonical ones", () => {
  expect(Object.keys(socialClauses)).toEqual(
    expect.arrayContaining(["Clause sociale", "Critère social", "Marché réservé", "Concession réservée"])
  );
  expect(Object.keys(environmentalClauses)).toEqual(
    expect.arrayContaining(["Clause environnementale", "Critère environnemental"])
  );
});
