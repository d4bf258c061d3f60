import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  asksForExplorer,
  initialState,
  readState,
  writeState,
  type ExplorerState
} from "../../../src/lib/explore/state.js";
import {facetIds} from "../../../src/lib/explore/facets.js";
import {sortKeys} from "../../../src/lib/explore/order.js";

const known = {
  year: ["2024", "2025", "inconnu"],
  division: ["45", "71"],
  procedure: ["Appel d’offres ouvert", "Procédure adaptée"],
  category: ["ETI", "PME", "inconnu"],
  place: ["paris", "petite-couronne"]
};
const start = new URL("https://site.test/marches/explorer?corrections=sans#ici");
const read = (search: string) => readState(new URLSearchParams(search), known);

describe("the address of the explorer", () => {
  it("gives back every state that was written into it, and keeps what is not its own", () => {
    const chosen = fc.record(
      Object.fromEntries(facetIds.map((id) => [id, fc.uniqueArray(fc.constantFrom(...known[id]))])) as Record<
        (typeof facetIds)[number],
        fc.Arbitrary<string[]>
      >
    );
    const bound = fc.option(fc.integer({min: 0, max: 1e9}));
    const state: fc.Arbitrary<ExplorerState> = fc.record({
      chosen,
      minEur: bound,
      maxEur: bound,
      text: fc.string(),
      sort: fc.record({key: fc.constantFrom(...sortKeys), isDescending: fc.boolean()}),
      view: fc.constantFrom("tableau" as const, "graphique" as const),
      by: fc.constantFrom(...facetIds),
      measure: fc.constantFrom("montant" as const, "nombre" as const),
      page: fc.integer({min: 1, max: 999})
    });
    fc.assert(
      fc.property(state, (wanted) => {
        const url = writeState(start, wanted);
        expect(readState(url.searchParams, known)).toEqual({state: wanted, notices: []});
        expect(url.searchParams.get("corrections")).toBe("sans");
        expect(url.hash).toBe("#ici");
      })
    );
  });

  it("is bare at the start", () => {
    expect(writeState(start, initialState).href).toBe(start.href);
    expect(asksForExplorer(new URLSearchParams("corrections=sans"))).toBe(false);
    expect(asksForExplorer(new URLSearchParams("q="))).toBe(true);
  });

  it("takes either apostrophe, and no account of case and accents", () => {
    expect(read("procedure=appel d'offres OUVERT").state.chosen.procedure).toEqual(["Appel d’offres ouvert"]);
    expect(read("q=L'Haÿ-les-Roses").state.text).toBe("L'Haÿ-les-Roses");
  });

  it("leaves out what the data do not have, says so, and keeps the rest", () => {
    const {state, notices} = read("annee=2050&annee=2024&min=beaucoup&tri=hasard&vue=carte&par=ville&page=-3&mesure=x");
    expect(state).toEqual({...initialState, chosen: {...initialState.chosen, year: ["2024"]}});
    expect(notices[0]).toBe("« 2050 » n’est pas une année de ces données : ce filtre n’est pas appliqué.");
    expect(notices).toHaveLength(6);
  });
});
