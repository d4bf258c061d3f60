import {fold} from "../../src/lib/enumerations.js";
import type {BenchPage, Step} from "./explore-page.js";

/** One award as a plain page gets it: JSON, the facets' sets as lists. */
interface PlainAward {
  uid: string;
  object: string | null;
  notifiedOn: string | null;
  amountEur: number | null;
  suppliers: string;
  annee: string[];
  cpv: string[];
  procedure: string[];
  categorie: string[];
  lieu: string[];
  /** Folded when the page opens, so that a search need not. */
  search?: string;
}

const facets = ["annee", "cpv", "procedure", "categorie", "lieu"] as const;
let awards: PlainAward[] = [];
const chosen: Record<(typeof facets)[number], Set<string>> = {
  annee: new Set(),
  cpv: new Set(),
  procedure: new Set(),
  categorie: new Set(),
  lieu: new Set()
};
let terms: string[] = [];
let minEur: number | null = null;
let parts: {status: HTMLElement; counts: HTMLElement; body: HTMLElement};

/** A plain page of the same content: objects out of JSON, filtered with `Array.filter`. */
const page: BenchPage = {
  async load(host) {
    awards = await (await fetch("/data/explorer.json")).json();
    for (const award of awards) award.search = ` ${fold(`${award.object ?? ""} ${award.suppliers}`)}`;
    host.innerHTML = `<p class="explorer-status"></p><dl></dl><table><tbody></tbody></table>`;
    const find = (selector: string) => host.querySelector(selector) as HTMLElement;
    parts = {status: find("p"), counts: find("dl"), body: find("tbody")};
    show();
  },
  apply({facet, value, text, minEur: least}: Step) {
    if (facet !== undefined && value !== undefined) {
      const set = chosen[facet as keyof typeof chosen];
      if (!set.delete(value)) set.add(value);
    } else if (text !== undefined) terms = fold(text).split(" ").filter(Boolean);
    else minEur = least ?? null;
    show();
  }
};

function show(): void {
  const base = awards.filter(
    ({amountEur, search}) =>
      (minEur === null || (amountEur !== null && amountEur >= minEur)) &&
      terms.every((term) => search?.includes(` ${term}`))
  );
  const passes = (award: PlainAward, except?: string) =>
    facets.every(
      (facet) => facet === except || chosen[facet].size === 0 || award[facet].some((value) => chosen[facet].has(value))
    );
  const shown = base.filter((award) => passes(award));
  const total = shown.reduce((sum, {amountEur}) => sum + (amountEur ?? 0), 0);
  parts.status.textContent = `${shown.length.toLocaleString("fr-FR")} attributions sur ${awards.length.toLocaleString("fr-FR")} ; ${total.toLocaleString("fr-FR")} €`;
  parts.counts.innerHTML = facets
    .map((facet) => {
      const counts = new Map<string, number>();
      for (const award of base)
        if (passes(award, facet)) for (const value of award[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [...counts].map(([value, count]) => `<dt>${value}</dt><dd>${count}</dd>`).join("");
    })
    .join("");
  parts.body.innerHTML = shown
    .slice(0, 25)
    .map(
      (a) =>
        `<tr><th><a href="#${a.uid}">${a.object}</a></th><td>${a.suppliers}</td><td>${a.amountEur?.toLocaleString("fr-FR")}</td><td>${a.notifiedOn}</td><td>${a.procedure}</td><td>${a.cpv}</td></tr>`
    )
    .join("");
}

Object.assign(globalThis, {page});
