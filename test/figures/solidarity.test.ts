import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../src/components/figure.js";
import figures from "../../src/figures/index.js";
import {publishable} from "../../src/lib/disclosure.js";
import type {Figure} from "../../src/lib/figure.js";
import type {Tables} from "../../src/lib/schema.js";
import {report, tables} from "./rows.js";

const about = figures.filter(({tables: names}) => names.some((name) => name in publishable));
const figureOf = (id: string) => figures.find((figure) => figure.id === id) as Figure<unknown>;

function render(id: string, rows: Tables = tables): Element {
  const {document} = parseHTML("<!doctype html><html><body><figure></figure></body></html>") as unknown as {
    document: Document;
  };
  const host = document.querySelector("figure") as Element;
  host.append(...renderFigure(figureOf(id), rows, {}, {document, report}));
  return host;
}

const wide = (host: Element) => host.querySelector(".chart-wide") as Element;
const titleOf = (host: Element) => host.querySelector(".figure-title")?.textContent ?? "";
const row = (host: Element, name: string) =>
  Array.from(host.querySelectorAll("tbody tr"), (tr) => Array.from(tr.children, (cell) => cell.textContent)).find(
    ([first]) => first === name
  );

describe("every figure about people met", () => {
  it.each(about.map(({id}) => id))("%s says where each row was read, and how sure it is", (id) => {
    const host = render(id);
    // A human indicator's table holds values by year, computed; its notes name the pages read.
    if (!id.startsWith("humain-")) {
      const rows = [...host.querySelectorAll("tbody tr")];
      for (const tr of rows) expect(tr.querySelector('a[href^="http"]')?.textContent).toMatch(/\./);
      expect(host.textContent).toMatch(/définitif|provisoire|vu dans la presse seulement/);
    }
    expect(host.querySelectorAll(".figure-notes a[href^='http']").length).toBeGreaterThan(0);
  });

  it.each(about.map(({id}) => id))("%s joins nothing by a line, ranks nothing and judges nothing", (id) => {
    const host = render(id);
    expect(host.querySelector('[data-mark="line"], polyline')).toBeNull();
    const text = host.textContent ?? "";
    expect(text).not.toMatch(
      /SDF|clochard|invasion|explosion|fléau|\bhausse\b|\bbaisse\b|tendance|record|pire|champion/i
    );
    expect(host.innerHTML).not.toMatch(/var\(--(red|green)|#f00|red"/);
  });
});

describe("the nights", () => {
  it("put a gap where the perimeter changed: bars stand closer where it did not", () => {
    const bars = [...wide(render("people-met")).querySelectorAll('g[data-mark="bar"]')].flatMap((group) => {
      const dx = Number(/translate\(([\d.]+)/.exec(group.getAttribute("transform") ?? "")?.[1] ?? 0);
      return Array.from(group.querySelectorAll("rect"), (rect) => Number(rect.getAttribute("x")) + dx);
    });
    expect(bars).toHaveLength(9);
    const steps = bars.slice(1).map((x, i) => Math.round(x - (bars[i] as number)));
    const [narrow, broad] = [Math.min(...steps), Math.max(...steps)];
    expect(broad - narrow).toBe(20);
    expect(steps.map((step) => step === broad)).toEqual([true, false, true, true, false, false, true, false]);
  });

  it("draw one point for each person", () => {
    const path = wide(render("one-point-per-person")).querySelector('[data-mark="people"]');
    expect(path?.getAttribute("d")?.match(/h0/g)).toHaveLength(3857);
  });

  it("show the correction of each first result", () => {
    const host = render("first-and-final");
    expect(titleOf(host)).toBe("La première annonce n’a jamais été corrigée de plus de 2,8\u00a0%");
    expect(row(host, "2018")?.slice(1, 4)).toEqual(["2\u202f952", "3\u202f035", "+83"]);
    expect(row(host, "2022")?.slice(1, 4)).toEqual(["2\u202f600", "2\u202f598", "\u22122"]);
    expect(row(host, "2026")?.slice(1, 4)).toEqual(["3\u202f857", "pas encore trouvé", "–"]);
  });

  it("stand beside the communes, whose set changes every year", () => {
    const host = render("people-met-outside-paris");
    expect(row(host, "2023")?.slice(1, 4)).toEqual(["619", "27", "3\u202f015"]);
    expect(row(host, "2026")?.slice(1, 5)).toEqual(["1\u202f083", "33", "3\u202f857", "provisoire"]);
    expect(wide(host).querySelectorAll('g[stroke-dasharray="2,3"] line')).toHaveLength(4);
    expect(host.textContent).not.toContain("4\u202f940");
  });
});

describe("the places", () => {
  it("hide a small count and its companion, and publish them together", () => {
    const host = render("night-places");
    expect(row(host, "2024, adresses de bailleurs sociaux")?.[1]).toBe("moins de 11");
    expect(row(host, "2024, hôpitaux")?.[1]).toBe("caché avec elle");
    expect(row(host, "2024, hôpitaux et adresses de bailleurs")?.[1]).toBe("36");
    expect(row(host, "2025, adresses de bailleurs sociaux")?.[1]).toBe("41");
  });

  it("keep what is not itemised, and say so", () => {
    const text = render("night-places").textContent ?? "";
    expect(text).toContain("2019\u00a0: les lieux publiés font 3\u202f635 sur 3\u202f641.");
    expect(text).toContain("2021\u00a0: les lieux publiés font 2\u202f810 sur 2\u202f829.");
    expect(text).toContain("2026\u00a0: aucun nombre par lieu n’est encore publié.");
    expect(row(render("night-places"), "2019, non détaillé")?.[1]).toBe("6");
  });

  it("say the share of the streets that their numbers give", () => {
    expect(titleOf(render("night-places"))).toContain("En 2025, 70\u00a0% des personnes");
    const fewer = tables.night_count_place.map((one) =>
      one.edition === 2025 && one.place === "street" ? {...one, people_count: 1049} : one
    );
    expect(titleOf(render("night-places", {...tables, night_count_place: fewer}))).toContain("En 2025, 50\u00a0%");
  });
});

describe("the areas", () => {
  it("are tiles where a number is published, and hatched elsewhere", () => {
    const host = render("night-areas");
    const gaps = wide(host).querySelector('[data-mark="gap"]')?.getAttribute("d") ?? "";
    expect(gaps.match(/z/g)?.length).toBe(18 * 9 - 36);
    expect(titleOf(host)).toBe("Jamais plus de 7 arrondissements publiés avec un même champ");
    expect(host.textContent).toContain("2025, 2026\u00a0: aucune zone publiée.");
  });

  it("keep both numbers of a conflict, each with its scope", () => {
    const host = render("night-areas");
    const centre = [...host.querySelectorAll("tbody tr")].filter((tr) =>
      tr.textContent?.startsWith("2023, Paris Centre")
    );
    expect(centre.map((tr) => tr.children[1]?.textContent)).toEqual(["331", "386"]);
    expect(centre.every((tr) => tr.textContent?.includes("conflit"))).toBe(true);
  });
});

describe("the profiles", () => {
  it("say the words, the base and the missing number of answers of each year", () => {
    const host = render("time-outside");
    const first = row(host, "2018, durée de rue : plus d’un an") ?? row(host, "2018, durée de rue\u00a0: plus d’un an");
    expect(first?.slice(1, 5)).toEqual(["46\u00a0%", "définitif", "répondants au questionnaire", "n non publié"]);
    expect(titleOf(host)).toBe(
      "Depuis quand\u00a0: sans logement personnel depuis plus d’un an, 61\u00a0% des réponses en 2021"
    );
  });

  it("give the share of women year by year, first results hollow", () => {
    const host = render("women-met");
    expect(titleOf(host)).toBe("Des femmes\u00a0: 14\u00a0% des personnes rencontrées en 2025");
    const labels = [...wide(host).querySelectorAll("text")]
      .map((label) => label.textContent)
      .filter((label) => /^\d+\u00a0%$/.test(label ?? ""));
    expect(labels.slice(-8)).toEqual([12, 12, 14, 13, 10, 14, 12, 14].map((share) => `${share}\u00a0%`));
  });

  it("round children to ten", () => {
    expect(titleOf(render("children-met"))).toBe("Des enfants dorment dehors\u00a0: environ 90 rencontrés en 2025");
    expect(row(render("children-met"), "2019")?.[1]).toBe("90");
  });
});

describe("shelter and the Fabrique", () => {
  it("give each figure its scope, and no ratio", () => {
    const text = render("shelter-figures").textContent ?? "";
    expect(text).toContain("plus de 31\u202f000");
    expect(text).toContain("régulées depuis Paris (pas toutes situées à Paris)");
    expect(text).not.toMatch(/par place|pour une place|\d %/);
  });

  it("say when the last figure of the Fabrique was published", () => {
    expect(titleOf(render("fabrique-figures"))).toBe("Aucun chiffre de la Fabrique trouvé après 2022");
    const later = {...tables.fabrique_figure[0], year: 2027, period: "2027"} as Tables["fabrique_figure"][number];
    const rows = {...tables, fabrique_figure: [...tables.fabrique_figure, later]};
    expect(titleOf(render("fabrique-figures", rows))).toBe("Aucun chiffre de la Fabrique trouvé après 2027");
  });
});
