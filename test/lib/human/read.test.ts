import {Ajv2020} from "ajv/dist/2020.js";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import schema from "../../../src/lib/human/definition.schema.json" with {type: "json"};
import {definitionProblems, readDefinition} from "../../../src/lib/human/read.js";
import {trees} from "./definition.js";

const validate = new Ajv2020({allErrors: true}).compile(schema);
const without = (key: string) => Object.fromEntries(Object.entries(trees).filter(([name]) => name !== key));

/** Values that are wrong or right in some field: what people, spreadsheets and broken links give. */
const anything = fc.oneof(
  fc.string({maxLength: 30}),
  fc.string({unit: "grapheme", maxLength: 12}),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(
    null,
    [],
    {},
    0,
    1,
    2,
    "",
    " ",
    "\n",
    "une ligne\nune autre",
    "ok\u202Eko",
    "a".repeat(161),
    "é".repeat(800),
    "é".repeat(801),
    "edition",
    "Edition",
    "avion-pny",
    "-avion",
    "exemple",
    "atelier",
    "https://example.org",
    "javascript:alert(1)",
    {kind: "none"},
    {kind: "none", value: 1},
    {kind: "previous", column: "edition"},
    {kind: "previous"},
    {kind: "target", value: 4, year: 2030, source: "https://example.org/cible"},
    {kind: "target", value: "4", year: 2030, source: "ftp://example.org"},
    {kind: "other", filter: {cpv_division: "45"}, label: "Travaux"},
    {kind: "other", filter: {"cpv division": "45"}, label: ""},
    {kind: "constructor"},
    {perimeter: "paris", edition: 2025},
    {perimeter: true},
    {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6},
    {...trees.criteria, owned: 3},
    {...trees.criteria, beautiful: 2}
  )
);

describe("a definition read from data", () => {
  it("comes back as it was, when nothing is wrong", () => {
    expect(readDefinition(JSON.parse(JSON.stringify(trees)))).toEqual(trees);
  });

  it("is refused with the path of each field, what was expected and what was found", () => {
    const wrong = {...trees, version: 0, comparison: {kind: "target", value: 4, year: 2030, source: "javascript:x"}};
    expect(() => readDefinition(wrong)).toThrow(
      "version : attendu un nombre entier de 1 à 999, trouvé 0.\ncomparison.source : attendu une adresse https://, trouvé javascript:x."
    );
    expect(definitionProblems({...trees, criteria: {...trees.criteria, owned: 3}})).toEqual([
      {path: "criteria.owned", message: "attendu l’un de 0, 1, 2, trouvé 3"}
    ]);
    expect(definitionProblems({...trees, script: "x"})[0]?.message).toContain("attendu les seules clés id, version");
    expect(definitionProblems({...trees, comparison: {kind: "constructor"}})).toEqual([
      {path: "comparison.kind", message: "attendu l’un de none, previous, target, other, trouvé constructor"}
    ]);
    expect(definitionProblems("<b>")[0]).toEqual({path: "", message: "attendu un objet, trouvé <b>"});
  });

  it("keeps nothing of the value it was read from", () => {
    const value = structuredClone(trees) as {filter: Record<string, string>};
    const read = readDefinition(value);
    value.filter.perimeter = "paris";
    expect(read.filter).toEqual({});
  });
});

describe("the schema for editors and the reading agree", () => {
  it.each(Object.keys(trees))("without the key %s", (key) => {
    expect(definitionProblems(without(key)).length).toBeGreaterThan(0);
    expect(validate(without(key))).toBe(false);
  });

  it("on any value of any field", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(trees), "other"), anything, (key, value) => {
        const tried = {...trees, [key]: value};
        expect(definitionProblems(tried).length === 0, JSON.stringify(tried)).toBe(validate(tried));
      }),
      {numRuns: 2000}
    );
  });

  it("on any value in the place of a definition", () => {
    fc.assert(fc.property(fc.anything(), (value) => (definitionProblems(value).length === 0) === validate(value)));
  });
});
