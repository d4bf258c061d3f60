import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Description, mostDistinct} from "../../src/lib/describe.js";

function columnsOf(...records: Record<string, unknown>[]) {
  const description = new Description();
  for (const record of records) description.take(record);
  return Object.fromEntries(description.columns().map(({name, ...rest}) => [name, rest]));
}

describe("the description of records", () => {
  it("tells kind, missing values, range and examples of each column", () => {
    expect(
      columnsOf({n: 3, on: "2024-05-01", word: "a"}, {n: 1, on: null, word: "b"}, {n: 2, on: "", word: "a"})
    ).toEqual({
      n: {kind: "integer", count: 3, nulls: 0, distinct: 3, min: 1, max: 3, examples: ["3", "1", "2"]},
      on: {
        kind: "date",
        count: 3,
        nulls: 2,
        distinct: 1,
        min: "2024-05-01",
        max: "2024-05-01",
        examples: ["2024-05-01"]
      },
      word: {kind: "text", count: 3, nulls: 0, distinct: 2, min: "a", max: "b", examples: ["a", "b"]}
    });
  });

  it("counts a column that a record does not hold as missing there", () => {
    expect(columnsOf({a: 1}, {b: 2}).a).toMatchObject({count: 2, nulls: 1});
  });

  it("goes into nested records and lists, under their path", () => {
    const found = columnsOf({place: {code: "75056"}, holders: [{id: "1"}, {id: "2"}]}, {place: null, holders: []});
    expect(Object.keys(found)).toEqual(["place.code", "holders[].id", "place", "holders"]);
    expect(found["holders[].id"]).toMatchObject({count: 2, nulls: 0, distinct: 2});
  });

  it("calls a column of numbers and words a column of words", () => {
    expect(columnsOf({x: 1}, {x: "un"}).x?.kind).toBe("text");
    expect(columnsOf({x: null}).x?.kind).toBe("empty");
  });

  it("cuts long examples, and stops telling values apart beyond a thousand", () => {
    const found = columnsOf(...Array.from({length: mostDistinct + 5}, (_, i) => ({x: `${i} ${"z".repeat(60)}`}))).x;
    expect(found?.distinct).toBe(mostDistinct);
    expect(found?.examples.every((text) => text.length === 40)).toBe(true);
  });

  it("counts each record once, and has a range that holds every number, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer()), {minLength: 1}), (values) => {
        const found = columnsOf(...values.map((x) => ({x}))).x;
        const numbers = values.filter((x) => x !== null);
        expect(found?.count).toBe(values.length);
        expect(found?.nulls).toBe(values.length - numbers.length);
        expect(found?.min).toBe(numbers.length === 0 ? null : Math.min(...numbers));
        expect(found?.max).toBe(numbers.length === 0 ? null : Math.max(...numbers));
      })
    );
  });
});
