import {parseHTML} from "linkedom";
import {afterEach, describe, expect, it, vi} from "vitest";
import {figureCsv, figureSvg} from "../../src/components/downloads.js";
import {renderFigure} from "../../src/components/figure.js";
import {linkFiles} from "../../src/components/preview-files.js";
import correctedTotal from "../../src/figures/corrected-total.js";
import {stateOf} from "../../src/components/state.js";
import figures from "../../src/figures/index.js";
import topSuppliers from "../../src/figures/top-suppliers.js";
import {report, tables} from "../figures/rows.js";
import {tablesOf} from "../figures/tables-of.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};

describe("a figure's CSV", () => {
  it("holds raw numbers under keys with their unit", () => {
    const [head, first] = figureCsv(stateOf(correctedTotal, {tables, report}, {})).split("\r\n");
    expect(head).toBe("step,amount_eur,count");
    expect(first).toBe("Total déclaré,8100010,8");
  });

  it("quotes a cell with a comma, and disarms a formula", () => {
    const supplier = tables.supplier.map((row) => ({...row, supplier_name: '=SUM(A1),"x"'}));
    expect(figureCsv(stateOf(topSuppliers, {tables: {...tables, supplier}, report}, {}))).toContain(
      `"'=SUM(A1),""x"""`
    );
  });
});

describe("a figure's picture", () => {
  it.each(figures.filter(({chart}) => chart).map(({id}) => id))("%s stands alone on light paper", (id) => {
    const figure = figures.find((candidate) => candidate.id === id)!;
    const svg = figureSvg(stateOf(figure, {tables: tablesOf(id), report}, {}), document) ?? "";
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toContain("var(--");
  });

  it("carries title, measure, source, licence and version", () => {
    const inputs = [{dataset: "decp", sha256: "0", is_fictional: false}] as never;
    const svg = figureSvg(stateOf(topSuppliers, {tables, report: {...report, inputs}}, {}), document) ?? "";
    const words = svg
      .replaceAll("&#160;", "\u00a0")
      .replace(/<style[\s\S]*?<\/style>/g, "")
      .replace(/<\/text><text[^>]*>/g, " ");
    expect(words).toContain(topSuppliers.title(topSuppliers.prepare(tables, {}, report)).slice(0, 30));
    expect(words).toMatch(/Source\u00a0: acheteurs publics.*données lues le 25\u00a0novembre\u00a02026/);
    expect(words).toContain("Licence des données\u00a0: Licence Ouverte 2.0");
    expect(words).toContain("top-ten-share version 1");
  });

  it("says that its data are fictional, or as declared", () => {
    const fictional = {...report, is_fictional: true};
    const svg = (params: object, from = report) =>
      figureSvg(stateOf(topSuppliers, {tables, report: from}, params as never), document) ?? "";
    expect(svg({}, fictional)).toContain("données fictives");
    expect(svg({corrections: "sans"})).toContain("Sans corrections");
    expect(svg({})).not.toMatch(/fictives|Sans corrections/);
  });

  it("does not exist where the table is the figure", () => {
    const figure = figures.find(({chart}) => !chart)!;
    expect(figureSvg(stateOf(figure, {tables, report}, {}), document)).toBeNull();
  });
});

describe("a figure of the preview", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it("links to files made of what it shows", async () => {
    const made = new Map<string, Blob>();
    vi.stubGlobal("fetch", async () => Response.json(report));
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      const address = `blob:https://site.test/${made.size}`;
      made.set(address, blob as Blob);
      return address;
    });
    const page = parseHTML("<!doctype html><html><body><figure></figure></body></html>")
      .document as unknown as Document;
    const host = page.querySelector("figure") as HTMLElement;
    host.append(...renderFigure(topSuppliers, tables, {}, {document: page, report, root: "https://site.test/"}));
    const numbers = JSON.parse(host.querySelector(".figure-numbers")?.getAttribute("data-numbers") ?? "");
    await linkFiles(host, numbers, new URL("https://site.test/_file/data/"));
    const links = [...host.querySelectorAll("a[download]")].map((a) => [
      a.getAttribute("download"),
      a.getAttribute("href")
    ]);
    expect(links).toEqual([
      ["", "https://site.test/data/award_supplier.arrow"],
      ["", "https://site.test/data/award_supplier.arrow"],
      ["top-suppliers.csv", "blob:https://site.test/0"],
      ["top-suppliers.svg", "blob:https://site.test/1"]
    ]);
    const state = stateOf(topSuppliers, {tables, report}, {});
    expect(await made.get("blob:https://site.test/0")?.text()).toBe(figureCsv(state));
    expect(await made.get("blob:https://site.test/1")?.text()).toBe(figureSvg(state, page));
  });
});
