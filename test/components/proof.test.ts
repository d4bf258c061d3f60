import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderState} from "../../src/components/figure.js";
import {proofCsv} from "../../src/components/proof-rows.js";
import {filesOf, licencesOf} from "../../src/components/provenance.js";
import {stateOf, viewOf} from "../../src/components/state.js";
import figures from "../../src/figures/index.js";
import topSuppliers from "../../src/figures/top-suppliers.js";
import type {Figure} from "../../src/lib/figure.js";
import type {ReportInput} from "../../src/lib/report.js";
import {report, tables} from "../figures/rows.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};

const input = (dataset: string | null, path: string): ReportInput => ({
  source_id: "a",
  path,
  sha256: dataset && `${dataset}-sha`,
  bytes: 1,
  format: "json",
  dataset,
  dialects: {},
  is_fictional: false,
  records_read: 1,
  rows_staged: 1,
  rows_refused: 0,
  ignored: null,
  failed: null
});
const inputs = [input("decp", "a/decp.json"), input("ocds", "b/ocds.json"), input("nuit-solidarite", "nuit.csv")];
const built = {tables, report: {...report, inputs: [...inputs, input(null, "x.txt")]}};

function proofOf(figure: Figure<any>, params = {}): Element {
  const host = document.createElement("figure");
  host.append(...renderState(stateOf(figure, built, params), {document, root: "../"}));
  return host.querySelector(".figure-proof") as Element;
}

describe.each(figures.map(({id}) => id))("the proof of %s", (id) => {
  const figure = figures.find((candidate) => candidate.id === id) as Figure<any>;

  it("says formula, reference, version and rows of each indicator, without a script", () => {
    const text = proofOf(figure).textContent ?? "";
    expect(figure.indicators.length).toBeGreaterThan(0);
    for (const {formula, version} of figure.indicators) {
      expect(text.replaceAll(/\s/g, " ")).toContain(formula.slice(0, 40).replaceAll("'", "’"));
      expect(text).toContain(`${version} (`);
    }
    expect(text).toMatch(/utilisées?, [\d\u202f]+ écartée/);
    expect(text).not.toMatch(/NaN|undefined|null|\[object/);
  });

  it.each(figure.obeysCorrections ? ["avec", "sans"] : ["avec"])(
    "gives as many rows, used and left out, as the figure counts, %s corrections",
    (corrections) => {
      const {params, measures} = stateOf(figure, built, {corrections});
      const view = viewOf(figure, tables, params);
      for (const [i, indicator] of figure.indicators.entries()) {
        const lines = (kind: "used" | "left-out") =>
          proofCsv(kind, indicator, {figure, params, view}).trimEnd().split("\r\n").length - 1;
        const left = Object.values(measures[i]?.leftOut ?? {}).reduce((sum, count) => sum + count, 0);
        expect([lines("used"), lines("left-out")]).toEqual([measures[i]?.used, left]);
      }
    }
  );
});

describe("the rows behind a number", () => {
  it("carry their keys first, then what the indicator reads", () => {
    const [share] = topSuppliers.indicators;
    const csv = proofCsv("used", share!, {figure: topSuppliers as never, params: {}, view: tables});
    expect(csv.split("\r\n")[0]).toBe("award_uid,supplier_id,supplier_siren,amount_eur");
  });

  it("say why they were left out, by key and in words", () => {
    const [share] = topSuppliers.indicators;
    const [head, ...rows] = proofCsv("left-out", share!, {figure: topSuppliers as never, params: {}, view: tables})
      .trimEnd()
      .split("\r\n");
    expect(head).toMatch(/,left_out_reason,left_out_words$/);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/,(unknown,titulaire sans SIREN|amount,montant absent)/);
  });

  it("follow the slice of the figure", () => {
    const figure = {...topSuppliers, slice: (_: string, row: object) => (row as {year?: number}).year === 2024};
    const [share] = figure.indicators;
    const lines =
      proofCsv("used", share!, {figure: figure as never, params: {}, view: tables}).split("\r\n").length - 2;
    const [measure] = stateOf(figure as never, built, {}).measures;
    expect(lines).toBe(measure?.used);
    expect(lines).toBeLessThan(stateOf(topSuppliers, built, {}).measures[0]?.used ?? 0);
  });
});

describe("the files behind a figure", () => {
  it("are those of its tables, whatever their format", () => {
    expect(filesOf(built.report, ["award"]).map(({dataset}) => dataset)).toEqual(["decp", "ocds"]);
    expect(filesOf(built.report, ["night_count"]).map(({dataset}) => dataset)).toEqual(["nuit-solidarite"]);
  });

  it("are named with their fingerprint", () => {
    expect(proofOf(topSuppliers).querySelector(".proof-files")?.textContent).toContain(
      "decp.json, sha256\u00a0decp-sha".replace("\u00a0", " ")
    );
  });

  it("are told apart by their folders when they have the same name", () => {
    const years = {
      ...built.report,
      inputs: ["2025/a.json", "2026/a.json", "b.json"].map((path) => input("decp", path))
    };
    const host = document.createElement("div");
    host.append(...renderState(stateOf(topSuppliers, {tables, report: years}, {}), {document, root: "../"}));
    const names = Array.from(host.querySelectorAll(".proof-files li"), (item) => item.textContent?.split(",")[0]);
    expect(names).toEqual(["2025/a.json", "2026/a.json", "b.json"]);
  });

  it("are counted, not listed, beyond a dozen", () => {
    const many = {...built.report, inputs: Array.from({length: 15}, (_, i) => input("decp", `${i}.json`))};
    const host = document.createElement("div");
    host.append(...renderState(stateOf(topSuppliers, {tables, report: many}, {}), {document, root: "../"}));
    const items = host.querySelectorAll(".proof-files li");
    expect(items).toHaveLength(13);
    expect(items[12]?.textContent).toBe("et 3 autres, sur la page Méthode");
  });

  it("give their licences, each once", () => {
    const state = stateOf(topSuppliers, {tables, report: {...report, inputs: [inputs[0]!, inputs[0]!]}}, {});
    expect(licencesOf(state)).toEqual(["Licence Ouverte 2.0"]);
  });
});

describe("what to cite and embed", () => {
  const shareOf = (params = {}) => {
    const host = document.createElement("div");
    host.append(...renderState(stateOf(topSuppliers, built, params), {document, root: "../"}));
    return host.querySelector(".figure-share") as Element;
  };

  it("stands in the page, with addresses that a script completes", () => {
    const texts = [...shareOf().querySelectorAll(".share-text")].map(({textContent}) => textContent);
    expect(texts).toHaveLength(4);
    expect(texts[0]).toMatch(/^«\u00a0.+\u00a0»\. Carnets de l’Agora, figure top-suppliers, .*#top-suppliers$/s);
    expect(texts[1]).toContain("@misc{carnets-top-suppliers-2026,");
    expect(texts[3]).toMatch(/^<iframe src="figures\/top-suppliers\.html" title=".+" width="100%" height="\d{3,4}"/);
    for (const text of texts) expect(text).not.toContain("\u0000");
  });

  it("leads to the same place in either state of the corrections", () => {
    const link = shareOf({corrections: "sans"}).querySelector("a[data-address]");
    expect(link?.getAttribute("href")).toBe("?corrections=sans#top-suppliers");
    expect(shareOf({corrections: "sans"}).textContent).toContain("figures/top-suppliers-sans-corrections.html");
  });
});
