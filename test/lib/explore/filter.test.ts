import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {awardAt, readAwards} from "../../../src/lib/explore/awards.js";
import {facetIds, unknownValue, type FacetId} from "../../../src/lib/explore/facets.js";
import {filterAwards, groupAwards} from "../../../src/lib/explore/filter.js";
import {orderOf, sortKeys, takeRows} from "../../../src/lib/explore/order.js";
import {indexTexts, searchTerms, searchTexts} from "../../../src/lib/explore/text-index.js";
import {fold} from "../../../src/lib/enumerations.js";
import {explorerTable, type TestAward} from "./rows.js";

const procedures = ["Appel d’offres ouvert", "Procédure adaptée", null];
const categories = ["PME", "ETI", "GE", "inconnu"];
const places = ["paris", "petite-couronne", "france", "etranger", "inconnu"];
const words = ["Nettoyage des écoles", "L’Haÿ-les-Roses : toitures", "Œuvres d’art", "", "PARIS 20e"];

const award: fc.Arbitrary<TestAward> = fc.record({
  object: fc.option(fc.constantFrom(...words)),
  notifiedOn: fc.option(fc.constantFrom("2023-05-01", "2024-01-31", "2024-12-31", "2025-06-15")),
  division: fc.option(fc.constantFrom("45", "71", "03")),
  procedure: fc.constantFrom(...procedures),
  amountEur: fc.option(fc.integer({min: 1, max: 5_000_000}).map((cents) => cents / 100)),
  ids: fc.constantFrom(["552081317"], ["552081317", "732829320"], ["inconnu"]),
  names: fc.constantFrom([null], ["ALPHA SAS"], [null, "BÊTA SARL"]),
  categories: fc.uniqueArray(fc.constantFrom(...categories), {minLength: 1, maxLength: 3}),
  places: fc.uniqueArray(fc.constantFrom(...places), {minLength: 1, maxLength: 2})
});

const choice = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values), {maxLength: 2});

/** The values of an award in a facet, the slow way. */
function valuesOf(row: TestAward, facet: FacetId): string[] {
  if (facet === "category") return row.categories ?? [unknownValue];
  if (facet === "place") return row.places ?? [unknownValue];
  const value = {year: row.notifiedOn?.slice(0, 4), division: row.division, procedure: row.procedure}[facet];
  return [value ?? unknownValue];
}

function inBounds(row: TestAward, min: number | null, max: number | null): boolean {
  if (min === null && max === null) return true;
  const amount = row.amountEur ?? null;
  return amount !== null && amount >= (min ?? 0) && amount <= (max ?? Infinity);
}

describe("a filter", () => {
  it("keeps what a naive filter keeps, sums it to the cent, and counts each value as if it were chosen", () => {
    const chosen = fc.record({
      year: choice(["2023", "2024", "2025", unknownValue]),
      division: choice(["45", "71", "03", "99"]),
      procedure: choice(procedures.map((name) => name ?? unknownValue)),
      category: choice(categories),
      place: choice(places)
    });
    const bound = fc.option(fc.integer({min: 0, max: 50_000}));
    fc.assert(
      fc.property(
        fc.array(award, {maxLength: 60}),
        chosen,
        bound,
        bound,
        fc.constantFrom("", "ecole", "l'hay-les-roses", "beta", "552 081 317", "œuvre art"),
        fc.boolean(),
        (rows, wanted, minEur, maxEur, text, asText) => {
          const awards = readAwards(explorerTable(rows, {asText}));
          const index = indexTexts([awards.objects, awards.supplierNames, awards.supplierIds]);
          const terms = searchTerms(text);
          const matches = searchTexts(index, terms);
          const result = filterAwards(awards, {chosen: wanted, minEur, maxEur, matches});

          const textOf = (row: TestAward) =>
            ` ${fold([row.object ?? "", (row.names ?? []).join(" "), (row.ids ?? []).join(" ")].join(" "))}`;
          const passes = (row: TestAward, except?: FacetId) =>
            facetIds.every(
              (id) =>
                id === except ||
                wanted[id].length === 0 ||
                valuesOf(row, id).some((value) => wanted[id].includes(value))
            ) &&
            inBounds(row, minEur, maxEur) &&
            terms.every((term) => textOf(row).includes(` ${term}`));
          const kept = rows.filter((row) => passes(row));
          expect([...result.passes]).toEqual(rows.map((row) => Number(passes(row))));
          expect(result.count).toBe(kept.length);
          expect(result.amountCount).toBe(kept.filter(({amountEur}) => amountEur != null).length);
          expect(result.cents).toBe(kept.reduce((sum, row) => sum + Math.round((row.amountEur ?? 0) * 100), 0));
          for (const id of facetIds) {
            const {values} = awards.facets[id];
            const expected = values.map(
              (value) => rows.filter((r) => passes(r, id) && valuesOf(r, id).includes(value)).length
            );
            expect([...result.counts[id]]).toEqual(expected);
            const groups = groupAwards(awards, result.passes, id);
            expect(groups.map(({value, count}) => [value, count])).toEqual(
              values
                .map((value) => [value, kept.filter((row) => valuesOf(row, id).includes(value)).length])
                .filter(([, count]) => count !== 0)
            );
          }
        }
      )
    );
  });

  it("lets an award with several suppliers through when one of them will do", () => {
    const awards = readAwards(explorerTable([{categories: ["PME", "GE"], amountEur: 100}, {categories: ["GE"]}]));
    const {count, counts} = filterAwards(awards, {
      chosen: {category: ["PME"]},
      minEur: null,
      maxEur: null,
      matches: null
    });
    expect(count).toBe(1);
    expect(awards.facets.category.values).toEqual(["PME", "GE"]);
    expect([...counts.category]).toEqual([1, 2]);
  });

  it("never lets an unknown amount through a bound", () => {
    const awards = readAwards(explorerTable([{amountEur: null}, {amountEur: 5}]));
    const filter = {chosen: {}, minEur: null, maxEur: 10, matches: null};
    expect([...filterAwards(awards, filter).passes]).toEqual([0, 1]);
  });

  it("says of no award that it has none of anything", () => {
    const awards = readAwards(explorerTable([]));
    expect(filterAwards(awards, {chosen: {}, minEur: null, maxEur: null, matches: null})).toMatchObject({
      count: 0,
      cents: 0
    });
  });
});

describe("an order", () => {
  it("is a permutation, sorted, with the unknown last either way", () => {
    fc.assert(
      fc.property(
        fc.array(award, {maxLength: 40}),
        fc.constantFrom(...sortKeys),
        fc.boolean(),
        (rows, key, isDescending) => {
          const awards = readAwards(explorerTable(rows));
          const order = orderOf(awards, {key, isDescending});
          expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
          const values = [...order].map((row) => {
            const {notifiedOn, amountEur} = awardAt(awards, row);
            return key === "date" ? notifiedOn : amountEur;
          });
          const known = values.filter((value) => value !== null);
          expect(values.slice(known.length).every((value) => value === null)).toBe(true);
          const sorted = known.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
          expect(known).toEqual(isDescending ? sorted.toReversed() : sorted);
        }
      )
    );
  });

  it("gives a page of what passes", () => {
    const order = Uint32Array.from([3, 2, 1, 0]);
    const passes = Uint8Array.from([1, 0, 1, 1]);
    expect(takeRows(order, passes, {start: 1, limit: 1})).toEqual([2]);
    expect(takeRows(order, passes)).toEqual([3, 2, 0]);
  });
});

describe("an award", () => {
  it("comes back as it was written, a name that may not be published as null", () => {
    const awards = readAwards(
      explorerTable([
        {
          uid: "b-1",
          object: "Œuvre",
          notifiedOn: "2024-02-29",
          division: "45",
          amountEur: 0.1 + 0.2,
          ids: ["1", "2"],
          names: [null, "ALPHA SAS"]
        }
      ])
    );
    expect(awardAt(awards, 0)).toEqual({
      uid: "b-1",
      object: "Œuvre",
      notifiedOn: "2024-02-29",
      division: "45",
      procedure: null,
      amountEur: 0.3,
      suppliers: [
        {id: "1", name: null},
        {id: "2", name: "ALPHA SAS"}
      ]
    });
  });
});

describe("a search", () => {
  const search = (text: string, ...rows: string[]) => {
    const awards = readAwards(explorerTable(rows.map((object) => ({object}))));
    const found = searchTexts(indexTexts([awards.objects]), searchTerms(text));
    return found === null ? null : [...found];
  };

  it.each([
    ["ecole", 1],
    ["ÉCOLES nettoyage", 1],
    ["cole", 0],
    ["l'haÿ-les-roses", 1],
    ["L’HAY LES ROSES", 1],
    ["roses l'hay", 1],
    ["lhay", 0]
  ])("for « %s » in one object finds %i", (text, expected) => {
    expect(search(text, "Nettoyage des écoles de L’Haÿ-les-Roses")).toEqual([expected]);
  });

  it("asks for nothing when it holds no letter", () => expect(search(" ’ - ", "x")).toBeNull());

  it("folds bytes as texts are folded", () => {
    const text = fc.string({unit: fc.integer({min: 1, max: 0x1fff}).map((point) => String.fromCodePoint(point))});
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 5}), (objects) => {
        const awards = readAwards(explorerTable(objects.map((object) => ({object}))));
        const {text: folded} = indexTexts([awards.objects]);
        expect(
          folded
            .split("\n")
            .slice(0, -1)
            .map((line) => line.trim())
        ).toEqual(objects.map(fold));
      })
    );
  });
});
