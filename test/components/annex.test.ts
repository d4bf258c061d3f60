import {parseHTML} from "linkedom";
import {expect, it} from "vitest";
import {bringBack, moveToAnnex} from "../../src/components/annex.js";
import {renderFigure} from "../../src/components/figure.js";
import topSuppliers from "../../src/figures/top-suppliers.js";
import {report, tables} from "../figures/rows.js";

/** A page with as many figures. */
function pageOf(count: number): HTMLElement {
  const {document} = parseHTML("<!doctype html><html><body><main><h1>Titre</h1></main></body></html>") as unknown as {
    document: Document;
  };
  const main = document.querySelector("main") as HTMLElement;
  for (let i = 0; i < count; i++) {
    const host = document.createElement("figure");
    host.setAttribute("data-figure", "top-suppliers");
    host.append(...renderFigure(topSuppliers, tables, {}, {document, report}));
    main.append(host);
  }
  return main;
}

it("puts numbers and proofs at the end, each under its number, and leaves chart, reading and source in the figure", () => {
  const main = pageOf(2);
  moveToAnnex(main);
  const [first, second] = main.querySelectorAll("figure");
  expect(first?.querySelector(".figure-table, .figure-proof")).toBeNull();
  expect(first?.querySelectorAll(".figure-chart, .figure-notes")).toHaveLength(2);
  expect(second?.querySelector(".annex-place")?.textContent).toContain("annexe, 2.");
  const annex = main.lastElementChild;
  expect(annex?.className).toBe("annex");
  expect([...(annex?.children ?? [])].map(({tagName}) => tagName)).toEqual([
    "H2",
    "H3",
    "DETAILS",
    "DETAILS",
    "H3",
    "DETAILS",
    "DETAILS"
  ]);
  expect(annex?.querySelector("h3")?.textContent).toContain(first?.querySelector(".figure-title")?.textContent);
});

it("brings everything back to its place", () => {
  const main = pageOf(2);
  const before = main.innerHTML;
  bringBack(main, moveToAnnex(main));
  expect(main.innerHTML).toBe(before);
});

it("adds nothing to a page without figures", () => {
  const main = pageOf(0);
  expect(moveToAnnex(main)).toEqual([]);
  expect(main.innerHTML).toBe("<h1>Titre</h1>");
});
