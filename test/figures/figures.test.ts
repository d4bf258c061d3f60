import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../src/components/figure.js";
import figures from "../../src/figures/index.js";
import type {Figure} from "../../src/lib/figure.js";
import type {Tables} from "../../src/lib/schema.js";
import {award, finding, link, nightCounts, noTables, report, tables} from "./rows.js";
import {tablesOf} from "./tables-of.js";

function render(
  id: string,
  rows: Tables = tablesOf(id),
  context: {isFictional?: boolean; root?: string} = {}
): Element {
  const {document} = parseHTML("<!doctype html><html><body><figure></figure></body></html>") as unknown as {
    document: Document;
  };
  const host = document.querySelector("figure") as Element;
  const built = {...report, is_fictional: context.isFictional ?? false};
  host.append(...renderFigure(figureOf(id), rows, {}, {document, report: built, root: context.root}));
  return host;
}

function figureOf(id: string): Figure<unknown> {
  return figures.find((figure) => figure.id === id) as Figure<unknown>;
}

/** Everything that can be read, without the style sheets that Plot puts into its charts. */
function textOf(host: Element): string {
  for (const style of host.querySelectorAll("style")) style.remove();
  return host.textContent ?? "";
}

const titleOf = (host: Element) => host.querySelector(".figure-title")?.textContent ?? "";
const wide = (host: Element) => host.querySelector(".chart-wide") as Element;
const marks = (host: Element, mark: string, child: string) =>
  wide(host).querySelectorAll(`g[data-mark="${mark}"] ${child}`).length;

/** Figures that hold a count of people that reads like a year: 2 025 people met in the streets. */
const countsLikeYears = ["night-places", "night-team", "humain-une-nuit-a-leur-rencontre"];

describe.each(figures.map(({id}) => id))("figure %s", (id) => {
  it("says its finding in fifteen words at most, and its measure", () => {
    const host = render(id);
    const words = titleOf(host)
      .split(/\s+/)
      .filter((word) => /\p{L}|\d/u.test(word));
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(15);
    expect(host.querySelector(".figure-subtitle")?.textContent).toBeTruthy();
  });

  it("fills Lecture, Champ and Source", () => {
    const text = render(id).querySelector(".figure-notes")?.textContent ?? "";
    for (const slot of ["Lecture", "Champ", "Source", "25\u00a0novembre\u00a02026"]) expect(text).toContain(slot);
  });

  it("never writes NaN, undefined, null, a hollow sentence or a year with a thousands separator", () => {
    for (const rows of [tablesOf(id), noTables]) {
      const text = render(id, rows).textContent ?? "";
      expect(text).not.toMatch(/NaN|undefined|\bnull\b|Infinity|\[object/);
      if (!countsLikeYears.includes(id)) expect(text).not.toMatch(/\b2[\s\u202f,.]0[0-5]\d\b/);
    }
  });

  it("puts no plain space before a high sign", () => {
    expect(textOf(render(id))).not.toMatch(/ [:;!?%€»]/);
  });

  it("draws every chart twice, each one picture with words", () => {
    const host = render(id);
    if (!figureOf(id).chart) return expect(host.querySelector("svg")).toBeNull();
    for (const name of ["narrow", "wide"]) {
      const svg = host.querySelector(`.chart-${name}`);
      expect(svg?.getAttribute("role")).toBe("img");
      expect(svg?.getAttribute("aria-label")).toContain(titleOf(host));
      expect(svg?.querySelector("desc")?.textContent).toMatch(/\d/);
      expect(svg?.querySelector("g[aria-label]")).toBeNull();
    }
  });

  it("has a table twin with a header for each row", () => {
    const rows = [...render(id).querySelectorAll("tbody tr")];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.querySelector("th[scope=row]")).not.toBeNull();
  });

  it("says what is missing when there is nothing to draw, and draws nothing", () => {
    const host = render(id, noTables);
    expect(host.querySelector(".figure-empty")?.textContent).toMatch(/^Aucune? /);
    expect(host.querySelector("svg, .big-numbers, table")).toBeNull();
  });

  it("links from the root that it is given", () => {
    const hrefs = [...render(id, tablesOf(id), {root: "../"}).querySelectorAll(".figure-actions a")].map((a) =>
      a.getAttribute("href")
    );
    expect(hrefs[0]).toBe(`../figures/${id}.csv`);
    expect(hrefs.every((href) => href?.startsWith("../"))).toBe(true);
  });

  it("carries what Recalculer needs, and survives the trip as JSON", () => {
    const carried = render(id).querySelector(".figure-numbers")?.getAttribute("data-numbers") ?? "";
    const numbers = JSON.parse(carried);
    const figure = figureOf(id);
    expect(numbers.measures.map((measure: {id: string}) => measure.id)).toEqual(figure.indicators.map((one) => one.id));
    expect(figure.title(numbers.data)).toBe(figure.title(figure.prepare(tablesOf(id), {}, report)));
  });
});

describe("the corrected total", () => {
  it("comes out of the declared total less each correction", () => {
    const host = render("corrected-total");
    const cells = [...host.querySelectorAll("tbody tr")].map((row) => row.querySelectorAll("td")[0]?.textContent);
    expect(cells).toEqual([
      "8\u202f100\u202f010,00\u00a0€",
      "\u2212100\u202f000,00\u00a0€",
      "\u22125\u202f000\u202f000,00\u00a0€",
      "\u221210,00\u00a0€",
      "3\u202f000\u202f000,00\u00a0€"
    ]);
  });

  it("draws the declared total, the corrections that count and the corrected total", () => {
    expect(marks(render("corrected-total"), "bar", "rect")).toBe(4);
  });

  it("speaks of no correction when there is none", () => {
    const host = render("corrected-total", {...noTables, award: [award({})]});
    expect(titleOf(host)).toBe("100\u202f000\u00a0€ de marchés attribués");
    expect(host.querySelector(".figure-sentence")?.textContent).toContain("Presque tout");
  });

  it("changes its words with the numbers", () => {
    const more = {
      ...tables,
      award: [...tables.award, award({award_uid: "z", amount_eur: 7_000_000, amount_declared_eur: 7_000_000})]
    };
    expect(titleOf(render("corrected-total", more))).not.toBe(titleOf(render("corrected-total")));
  });

  it("counts only the findings of repeated records as duplicates", () => {
    const findings = [finding({effect_eur: -100_000}), finding({rule: "placeholder-amount", effect_eur: -10})];
    const host = render("corrected-total", {...noTables, award: [award({})], finding: findings});
    expect(host.querySelector("tbody tr:nth-child(2)")?.textContent).toContain("100\u202f000,00");
  });

  it("says that the data are fictional when they are", () => {
    expect(render("corrected-total").textContent).not.toContain("fictives");
    expect(
      render("corrected-total", tables, {isFictional: true}).querySelector(".figure-notes")?.textContent
    ).toContain("données fictives");
    expect(render("people-met", tables, {isFictional: true}).textContent).not.toContain("fictives");
  });
});

describe("suppliers", () => {
  it("never ranks an unknown supplier, and counts its awards apart", () => {
    const host = render("top-suppliers");
    const names = [...host.querySelectorAll("tbody th")].map((cell) => cell.textContent);
    expect(names).toHaveLength(10);
    expect(names[0]).toBe("JARDINS IMAGINAIRES SARL");
    expect(names.join()).not.toMatch(/inconnu|null/);
    expect(host.textContent).toMatch(/sans SIREN lisible\u00a0: 2 attributions, 50\u202f000\u00a0€/);
  });

  it("shows the number of a supplier whose name is not published", () => {
    expect(render("top-suppliers").querySelector("tbody")?.textContent).toContain("SIREN 000\u202f000\u202f110");
  });

  it("makes no statement on ten suppliers when there are ten at most", () => {
    const host = render("top-suppliers", {...noTables, award_supplier: [link({})]});
    expect(titleOf(host)).toBe("Titulaires au plus gros montant attribué");
  });

  it("are counted once a year, not once an award", () => {
    const twice = {...noTables, award_supplier: [link({award_uid: "a"}), link({award_uid: "b"})]};
    expect(render("supplier-count", twice).querySelector("tbody td")?.textContent).toBe("1");
  });
});

describe("awards by year", () => {
  it("draws a bar per year in each of its two panels", () => {
    expect(marks(render("awards-by-year"), "bar", "rect")).toBe(6);
  });

  it("writes small amounts in the unit of the axis", () => {
    const rows = {...noTables, award: [award({amount_eur: 2_990_000}), award({year: 2025, amount_eur: 1.6e9})]};
    const labels = [...wide(render("awards-by-year", rows)).querySelectorAll('g[data-mark="text"] text')].map(
      (t) => t.textContent
    );
    expect(labels).toContain("0,003");
    expect(labels).toContain("1,6");
  });
});

function comparison(rows: typeof nightCounts): string {
  return render("people-met", {...noTables, night_count: rows}).querySelector(".comparison")?.textContent ?? "";
}

describe("the nights", () => {
  it("show the nine editions, the last one provisional and hollow", () => {
    const host = render("people-met");
    const bars = [...wide(host).querySelectorAll('g[data-mark="bar"] rect')];
    expect(bars).toHaveLength(9);
    expect(bars.map((bar) => bar.getAttribute("fill")).filter((fill) => fill === "var(--paper)")).toHaveLength(1);
    for (const value of [
      "3\u202f035",
      "3\u202f641",
      "3\u202f601",
      "2\u202f829",
      "2\u202f598",
      "3\u202f015",
      "3\u202f491",
      "3\u202f507",
      "3\u202f857"
    ])
      expect(host.textContent).toContain(value);
    expect(host.textContent).toContain("provisoire");
  });

  it("draw no line at all, so none through a break, and mark each break with its reason", () => {
    const host = render("people-met");
    expect(wide(host).querySelectorAll("path")).toHaveLength(0);
    const rules = wide(host).querySelectorAll('g[stroke-dasharray="2,3"] line');
    expect(rules).toHaveLength(4);
    expect(host.querySelector(".figure-notes")?.textContent).toContain(
      "Décompte fin mars au lieu de fin janvier, pendant un couvre-feu"
    );
  });

  it("compare with the edition before only where nothing broke", () => {
    expect(comparison(nightCounts)).toContain("3\u202f507 lors de la nuit du 23\u00a0janvier\u00a02025");
    const until2025 = nightCounts.filter(({edition}) => edition <= 2025);
    expect(comparison(until2025)).toContain("ne se compare pas");
  });

  it("put the first announcement beside the final result", () => {
    const first = render("people-met").querySelector("tbody tr");
    expect([...(first?.querySelectorAll("td") ?? [])].slice(0, 2).map((td) => td.textContent)).toEqual([
      "3\u202f035",
      "2\u202f952"
    ]);
  });

  it("say at least, and never name people by their lack", () => {
    const text = render("people-met").textContent ?? "";
    expect(text).toMatch(/[Aa]u moins/);
    expect(text).not.toMatch(/SDF|clochard|invasion|explosion|fléau|hausse|baisse/i);
  });
});

describe("emissions", () => {
  it.each([
    ["local-emissions", ["7,42", "5,96", "5,28", "4,82", "3,74", "0,10"]],
    ["footprint", ["28,35", "25,57", "22,63", "18,54", "17,01", "5,67"]]
  ])("%s shows its four years and its targets", (id, values) => {
    const host = render(id);
    for (const value of values) expect(host.textContent).toContain(value);
    expect(marks(host, "dot", "circle") + marks(host, "dot", "path")).toBe(6);
  });

  it("join the points of one series, and never a target", () => {
    const paths = [...wide(render("local-emissions")).querySelectorAll('g[data-mark="line"] path')];
    expect(paths).toHaveLength(1);
    expect(paths[0]?.getAttribute("d")?.match(/[ML]/g)).toHaveLength(4);
  });

  it("leave another series out", () => {
    const stranger = {
      ...tables.emission[0],
      series: "bilan2004_carbone",
      emissions_mt: 99
    } as Tables["emission"][number];
    expect(render("local-emissions", {...tables, emission: [...tables.emission, stranger]}).textContent).not.toContain(
      "99,00"
    );
  });

  it("speak of the health crisis only while 2021 is the last year", () => {
    expect(titleOf(render("footprint"))).toContain("crise sanitaire");
    const until2018 = {...tables, emission: tables.emission.filter(({year}) => year < 2021)};
    expect(titleOf(render("footprint", until2018))).not.toContain("crise sanitaire");
  });
});
