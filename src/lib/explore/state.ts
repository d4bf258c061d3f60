import {fold} from "../enumerations.js";
import {facetIds, facets, type FacetId} from "./facets.js";
import {defaultSort, sortKeys, type Sort, type SortKey} from "./order.js";

/** Everything that the address of the explorer says. */
export interface ExplorerState {
  chosen: Readonly<Record<FacetId, readonly string[]>>;
  minEur: number | null;
  maxEur: number | null;
  text: string;
  sort: Sort;
  view: "tableau" | "graphique";
  /** What the chart groups by, and measures. */
  by: FacetId;
  measure: "montant" | "nombre";
  /** From 1. */
  page: number;
}

/** The state of an address without parameters. */
export const initialState: ExplorerState = {
  chosen: {year: [], division: [], procedure: [], category: [], place: []},
  minEur: null,
  maxEur: null,
  text: "",
  sort: defaultSort,
  view: "tableau",
  by: "year",
  measure: "montant",
  page: 1
};

/**
 * Reads the state from an address. A value that the data do not have is left out and told: the reader gets a page and a
 * notice, never an empty page. Case, accents and kinds of apostrophe do not count.
 *
 * @param known The values that the data have, by facet.
 * @returns The state, and one French sentence for each part of the address that was left out.
 */
export function readState(
  params: URLSearchParams,
  known: Readonly<Record<FacetId, readonly string[]>>
): {state: ExplorerState; notices: string[]} {
  const notices: string[] = [];
  const refuse = (value: string, why: string) => {
    notices.push(`« ${value} » n’est pas ${why} : ce filtre n’est pas appliqué.`);
    return null;
  };
  const amount = (name: string) => {
    const text = params.get(name)?.trim().replace(",", ".").replace(/\s/g, "");
    if (!text) return null;
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : refuse(params.get(name) ?? "", "un montant en euros");
  };
  const oneOf = <Value extends string>(
    name: string,
    values: readonly Value[],
    fallback: Value,
    what: string
  ): Value => {
    const asked = params.get(name);
    if (asked === null) return fallback;
    const found = values.find((value) => value === asked);
    if (found === undefined) refuse(asked, what);
    return found ?? fallback;
  };
  const chosen = Object.fromEntries(
    facetIds.map((id) => {
      const {param, noun} = facets[id];
      const values = params.getAll(param).flatMap((asked) => {
        const found =
          known[id].find((value) => value === asked) ?? known[id].find((value) => fold(value) === fold(asked));
        if (found === undefined && asked !== "") refuse(asked, `${noun} de ces données`);
        return found === undefined ? [] : [found];
      });
      return [id, [...new Set(values)]];
    })
  ) as Record<FacetId, string[]>;
  const sort = params.get("tri") ?? "-date";
  const key = sortKeys.find((name) => name === sort.replace(/^-/, ""));
  if (key === undefined) refuse(sort, "un tri connu");
  const page = Number(params.get("page") ?? 1);
  const groups = facetIds.map((id) => facets[id].param);
  const by = oneOf("par", groups, facets[initialState.by].param, "un regroupement connu");
  const [minEur, maxEur] = [amount("min"), amount("max")];
  return {
    state: {
      chosen,
      minEur,
      maxEur,
      text: params.get("q") ?? "",
      sort: key === undefined ? defaultSort : {key: key as SortKey, isDescending: sort.startsWith("-")},
      view: oneOf("vue", ["tableau", "graphique"], initialState.view, "une vue connue"),
      by: facetIds.find((id) => facets[id].param === by) ?? initialState.by,
      measure: oneOf("mesure", ["montant", "nombre"], initialState.measure, "une mesure connue"),
      page: Number.isInteger(page) && page >= 1 ? page : 1
    },
    notices
  };
}

/**
 * Writes the state into an address. What is as at the start leaves no trace; parameters of others stay.
 *
 * @returns A new address; `readState` gives the same state back.
 */
export function writeState(address: URL, state: ExplorerState): URL {
  const url = new URL(address);
  const set = (name: string, value: string | null) => {
    url.searchParams.delete(name);
    if (value !== null && value !== "") url.searchParams.set(name, value);
  };
  for (const id of facetIds) {
    url.searchParams.delete(facets[id].param);
    for (const value of state.chosen[id]) url.searchParams.append(facets[id].param, value);
  }
  set("min", state.minEur === null ? null : String(state.minEur));
  set("max", state.maxEur === null ? null : String(state.maxEur));
  set("q", state.text);
  const {key, isDescending} = state.sort;
  const isUsual = key === defaultSort.key && isDescending === defaultSort.isDescending;
  set("tri", isUsual ? null : `${isDescending ? "-" : ""}${key}`);
  set("vue", state.view === initialState.view ? null : state.view);
  set("par", state.by === initialState.by ? null : facets[state.by].param);
  set("mesure", state.measure === initialState.measure ? null : state.measure);
  set("page", state.page === 1 ? null : String(state.page));
  return url;
}

/** Whether an address asks for something of the explorer. */
export function asksForExplorer(params: URLSearchParams): boolean {
  const own = ["min", "max", "q", "tri", "vue", "par", "mesure", "page", ...facetIds.map((id) => facets[id].param)];
  return own.some((name) => params.has(name));
}
