import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {everyday} from "../../src/lib/metrics/everyday.js";

const meal = {
  key: "repas",
  label: "Repas",
  value: 0.5,
  unit: "kgCO2e/repas",
  quantity: "gaz à effet de serre",
  vintage: "2026-06",
  source_url: "https://example.org"
};

describe("a quantity in everyday terms", () => {
  it("of a tonne is two thousand meals of half a kilogram, with their vintage and source", () => {
    expect(everyday({kg: 1000, scope: "footprint"}, [meal])).toEqual([
      {key: "repas", label: "Repas", count: 2000, per: "repas", vintage: "2026-06", sourceUrl: "https://example.org"}
    ]);
  });
  it("refuses a comparison across scopes, a negative quantity and a factor of something else", () => {
    expect(() => everyday({kg: 1, scope: "territory"}, [meal])).toThrow('expected a footprint, got "territory"');
    expect(() => everyday({kg: -1, scope: "footprint"}, [meal])).toThrow("expected a quantity of 0 or more, got -1");
    const shower = {...meal, unit: "litres/douche", quantity: "eau"};
    expect(() => everyday({kg: 1, scope: "footprint"}, [shower])).toThrow('got "litres/douche" of "eau"');
  });
  it("grows with the quantity and is nothing for nothing", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 1e9}), (kg) => {
        const [one, two] = [kg, 2 * kg].map((q) => everyday({kg: q, scope: "footprint"}, [meal])[0]?.count ?? 0);
        expect(two).toBe(2 * (one ?? 0));
      })
    );
  });
});
