import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {embedPage} from "../../../loaders/site/embed.js";
import {stateOf} from "../../../src/components/state.js";
import topSuppliers from "../../../src/figures/top-suppliers.js";
import {report, tables} from "../../figures/rows.js";

async function embed(params = {}): Promise<{html: string; document: Document}> {
  const html = await embedPage(stateOf(topSuppliers, {tables, report}, params) as never, {
    page: "marches/index.html",
    style: "p{margin:0}",
    hasFile: (path) => path === "methode/top-ten-share.html"
  });
  return {html, document: parseHTML(html).document as unknown as Document};
}

describe("an embed page", () => {
  it("shows the figure, its notes and its table, and leads to where it can be proven", async () => {
    const {document} = await embed();
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelector("h1")?.textContent).toBeTruthy();
    expect(document.querySelectorAll("svg[role=img]").length).toBe(2);
    expect(document.querySelector(".figure-notes")?.textContent).toContain("Source");
    expect(document.querySelector(".figure-table tbody tr")).not.toBeNull();
    expect(document.querySelector(".embed-source a")?.getAttribute("href")).toBe("../marches/index.html#top-suppliers");
    expect(document.querySelector(".figure-notes a[href*=methode]")?.getAttribute("href")).toBe(
      "../methode/top-ten-share.html"
    );
  });

  it("keeps the reader's choice on the way back", async () => {
    const {document} = await embed({corrections: "sans"});
    expect(document.querySelector("figure")?.id).toBe("top-suppliers-sans-corrections");
    expect(document.querySelector(".embed-source a")?.getAttribute("href")).toBe(
      "../marches/index.html?corrections=sans#top-suppliers"
    );
  });

  it("holds no script, no button, and asks for nothing outside its site", async () => {
    const {html, document} = await embed();
    expect(html).not.toMatch(/<script|<button|data-numbers/);
    expect(document.querySelector("meta[http-equiv]")?.getAttribute("content")).toContain("default-src 'none'");
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style"));
    expect(html).not.toMatch(/<(img|link|iframe)\b/);
  });
});
