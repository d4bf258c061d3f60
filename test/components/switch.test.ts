import {tableFromArrays} from "apache-arrow";
import {parseHTML} from "linkedom";
import {afterEach, describe, expect, it, vi} from "vitest";
import {pageOfFindings, pageSize, readQuery} from "../../src/components/findings-browser.js";
import {wireSwitch} from "../../src/components/switch.js";
import {declaredMeaning} from "../../src/lib/corrections.js";

const root = new URL("https://site.test/");

/** A page with two figures, one of which obeys, and four links. */
function openPage(search = "") {
  const {document} = parseHTML(`<!doctype html><html><body>
    <div data-corrections-switch></div>
    <figure data-figure="corrected-total"><p>corrigé</p><div class="figure-numbers" data-obeys="corrections"></div></figure>
    <figure data-figure="people-met"><p>personnes</p><div class="figure-numbers"></div></figure>
    <a id="marches" href="https://site.test/marches/#a-qui">marchés</a>
    <a id="climat" href="https://site.test/climat/">climat</a>
    <a id="here" href="#regle=cpv">ici</a>
    <a id="away" href="https://ailleurs.test/marches/">ailleurs</a>
  </body></html>`) as unknown as {document: Document};
  const location = new URL(`https://site.test/marches/${search}`);
  Object.defineProperty(document, "location", {value: location, configurable: true});
  Object.defineProperty(document, "baseURI", {value: location.href, configurable: true});
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", {
    state: null,
    replaceState: (_state: unknown, _title: string, url: URL) => void (location.href = url.href)
  });
  const fill = vi.fn(async (figure: HTMLElement) => figure.replaceChildren(document.createTextNode("déclaré")));
  wireSwitch(document.querySelector("[data-corrections-switch]") as HTMLElement, {root, fill});
  const choose = async (state: string) => {
    const input = document.querySelector(`input[value=${state}]`) as HTMLInputElement;
    input.dispatchEvent(new (document.defaultView as unknown as {Event: typeof Event}).Event("change"));
    await settled();
  };
  const hrefOf = (id: string) => document.getElementById(id)?.getAttribute("href");
  const figure = document.querySelector("figure") as HTMLElement;
  return {document, location, fill, choose, hrefOf, figure};
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

afterEach(() => vi.unstubAllGlobals());

describe("the switch", () => {
  it("begins with corrections, says what the other choice means, and touches no figure", async () => {
    const {document, fill, figure} = openPage();
    await settled();
    expect(document.querySelector(".switch-meaning p")?.textContent).toBe(declaredMeaning);
    expect(document.querySelectorAll("fieldset legend, fieldset label")).toHaveLength(3);
    expect(fill).not.toHaveBeenCalled();
    expect(figure.textContent).toContain("corrigé");
  });

  it("writes the choice into the address, and redraws only what obeys", async () => {
    const {document, location, fill, choose, figure} = openPage("?annee=2024#a-qui");
    await choose("sans");
    expect(location.href).toBe("https://site.test/marches/?annee=2024&corrections=sans#a-qui");
    expect(fill).toHaveBeenCalledTimes(1);
    expect(figure.dataset.corrections).toBe("sans");
    expect(figure.textContent).toBe("déclaré");
    expect(document.querySelectorAll("figure")[1]?.textContent).toContain("personnes");
    expect(document.querySelector("[role=status]")?.textContent).toContain("telles que déclarées");
  });

  it("brings the page's own figure back, and takes the choice out of the address", async () => {
    const {location, choose, figure, fill} = openPage();
    await choose("sans");
    await choose("avec");
    expect(location.search).toBe("");
    expect(figure.querySelector(".figure-numbers")).not.toBeNull();
    expect(figure.dataset.corrections).toBeUndefined();
    await choose("sans");
    expect(fill).toHaveBeenCalledTimes(2);
    expect(figure.textContent).toBe("déclaré");
  });

  it("follows the links to other procurement pages, and no others", async () => {
    const {choose, hrefOf} = openPage();
    await choose("sans");
    expect(hrefOf("marches")).toBe("https://site.test/marches/?corrections=sans#a-qui");
    expect([hrefOf("climat"), hrefOf("here"), hrefOf("away")]).toEqual([
      "https://site.test/climat/",
      "#regle=cpv",
      "https://ailleurs.test/marches/"
    ]);
    await choose("avec");
    expect(hrefOf("marches")).toBe("https://site.test/marches/#a-qui");
  });

  it("obeys the address that a reader was sent", async () => {
    const {document, fill} = openPage("?corrections=sans");
    await settled();
    expect(fill).toHaveBeenCalledTimes(1);
    expect((document.querySelector("input[value=sans]") as HTMLInputElement).checked).toBe(true);
  });
});

describe("the records of a rule", () => {
  const finding = tableFromArrays({
    rule: Array.from({length: 60}, (_, i) => (i % 2 ? "cpv-left-pad" : "missing-amount")),
    contract_uid: Array.from({length: 60}, (_, i) => `c${i}`),
    year: Int32Array.from({length: 60}, () => 2024)
  });

  it("come a page at a time, in the order of the table", () => {
    const first = pageOfFindings(finding, {rule: "cpv-left-pad", page: 1});
    expect(first.total).toBe(30);
    expect(first.rows).toHaveLength(pageSize);
    expect(first.rows[0]).toMatchObject({contract_uid: "c1", year: 2024, declared: null});
    expect(pageOfFindings(finding, {rule: "cpv-left-pad", page: 2}).rows.at(-1)?.contract_uid).toBe("c59");
  });

  it("stop at the last page, and are none for a rule that found nothing", () => {
    expect(pageOfFindings(finding, {rule: "cpv-left-pad", page: 9}).page).toBe(2);
    expect(pageOfFindings(finding, {rule: "autre", page: 1})).toEqual({rows: [], total: 0, page: 1});
  });

  it.each([
    ["#regle=cpv-left-pad", {rule: "cpv-left-pad", page: 1}],
    ["#regle=cpv-left-pad&page=3", {rule: "cpv-left-pad", page: 3}],
    ["#regle=cpv-left-pad&page=-1", {rule: "cpv-left-pad", page: 1}],
    ["#page=x", {rule: "", page: 1}]
  ])("are asked for by the address %s", (hash, query) => expect(readQuery(hash)).toEqual(query));
});
