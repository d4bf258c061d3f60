import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../src/components/figure.js";
import {chartFor, slidesOf} from "../../src/components/slides.js";
import figures from "../../src/figures/index.js";
import type {Tables} from "../../src/lib/schema.js";
import {noTables, report} from "../figures/rows.js";
import {tablesOf} from "../figures/tables-of.js";

const figureOf = (id: string) => figures.find((figure) => figure.id === id)!;

/** A page with a banner, a title, two sections and some figures. */
function pageOf(shown: Readonly<Record<string, Tables>>): {document: Document; main: HTMLElement} {
  const {document} = parseHTML(`<!doctype html><html><body>
    <div class="banner"><p>Données d’exemple, fictives.</p></div>
    <main><h1>Marchés</h1><p>Ce que la page dit d’abord.</p><p>La suite.</p><h2>À qui</h2></main>
  </body></html>`) as unknown as {document: Document};
  const main = document.querySelector("main") as HTMLElement;
  for (const [id, rows] of Object.entries(shown)) {
    const host = document.createElement("figure");
    host.setAttribute("data-figure", id);
    host.append(...renderFigure(figureOf(id), rows, {}, {document, report}));
    main.append(host);
  }
  return {document, main};
}

describe("a page as a presentation", () => {
  it("begins with its title and what it says first, fictional data named", () => {
    const {main} = pageOf({});
    const [first, ...others] = slidesOf(main);
    expect(others).toEqual([]);
    expect(first?.content.textContent).toBe("Données d’exemple, fictives.MarchésCe que la page dit d’abord.");
  });

  it("gives each figure a screen: finding, numbers, how to read it, source; neither proof nor buttons", () => {
    const {main} = pageOf({"top-suppliers": tablesOf("top-suppliers"), "people-met": tablesOf("people-met")});
    const [, suppliers, people] = slidesOf(main);
    expect(suppliers?.section).toBe("À qui");
    const figure = main.querySelector("figure") as HTMLElement;
    for (const selector of [".figure-title", ".figure-subtitle", ".big-numbers"])
      expect(suppliers?.content.querySelector(selector)?.outerHTML).toBe(figure.querySelector(selector)?.outerHTML);
    const source = suppliers?.content.querySelector(".slide-source")?.textContent ?? "";
    expect(source).toMatch(
      /^Lecture\u00a0: .+ Source\u00a0: acheteurs publics, .+, données lues le 25\u00a0novembre\u00a02026\.$/
    );
    expect(suppliers?.content.querySelector("button, details, .figure-notes")).toBeNull();
    expect(suppliers?.numbers?.figure).toBe("top-suppliers");
    expect(people?.numbers?.figure).toBe("people-met");
  });

  it("shows the table where the table is the figure, eight rows and how many more there are", () => {
    const {main} = pageOf({"declared-against-corrected": tablesOf("declared-against-corrected")});
    const slide = slidesOf(main)[1];
    expect(slide?.numbers).toBeNull();
    expect(slide?.content.querySelectorAll("thead th").length).toBeGreaterThan(1);
    const body = main.querySelector("tbody") as Element;
    for (let i = body.children.length; i < 10; i++) body.append((body.firstElementChild as Element).cloneNode(true));
    const long = slidesOf(main)[1];
    expect(long?.content.querySelectorAll("tbody tr")).toHaveLength(8);
    expect(long?.content.querySelector(".slide-table p")?.textContent).toBe("Et 2 lignes de plus, sur la page.");
  });

  it("leaves out a figure that has nothing to show", () => {
    expect(slidesOf(pageOf({"top-suppliers": noTables}).main)).toHaveLength(1);
  });
});

describe("the chart of a screen", () => {
  const {document, main} = pageOf({"awards-by-year": tablesOf("awards-by-year")});
  const numbers = slidesOf(main)[1]!.numbers!;
  const drawn = (width: number, height: number) => {
    const svg = chartFor(numbers, {document, width, height});
    return [Number(svg?.getAttribute("width")), Number(svg?.getAttribute("height"))] as const;
  };

  it("puts small charts side by side on a wide screen, one below the other on a narrow one", () => {
    const [wide, low] = drawn(1200, 480);
    const [narrow, tall] = drawn(480, 800);
    expect(wide / low).toBeGreaterThan(2);
    expect(narrow / tall).toBeLessThan(1);
  });

  it("leaves no empty room beside them", () => {
    const [width, height] = drawn(1200, 480);
    expect(chartFor(numbers, {document, width: 1200, height: 480})?.getAttribute("viewBox")).toBe(
      `0 0 ${width} ${height}`
    );
    expect(width).toBe(704);
  });
});
