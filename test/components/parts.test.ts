import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {bigNumbers} from "../../src/components/big-number.js";
import {chart, decimal, euroScale, topTickFormat} from "../../src/components/chart.js";
import {table} from "../../src/components/table.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};

describe("ticks", () => {
  it("carry their unit on the top one alone", () => {
    const ticks = [0, 0.5, 1, 1.5];
    expect(ticks.map(topTickFormat("Md\u00a0€"))).toEqual(["0", "0,5", "1", "1,5\u00a0Md\u00a0€"]);
  });

  it.each([
    [0, "0"],
    [1234.5, "1\u202f234,5"],
    [-2.25, "\u22122,25"],
    [0.0029, "0,003"]
  ])("write %d as %s", (value, text) => expect(decimal(value)).toBe(text));

  it.each([
    [2.76e9, "Md\u00a0€"],
    [3e6, "M\u00a0€"],
    [9000, "k€"],
    [10, "€"]
  ])("of up to %d € are in %s", (largest, unit) => expect(euroScale(largest).unit).toBe(unit));
});

describe("big numbers", () => {
  const one = {label: "Montant", value: "3", comparison: ""};

  it("pair each label with its value, without a hollow comparison", () => {
    const made = bigNumbers([one], document);
    expect(made.querySelector("dt")?.textContent).toBe("Montant");
    expect(made.querySelectorAll("dd")).toHaveLength(1);
  });

  it("are four at most", () => {
    expect(() => bigNumbers([one, one, one, one, one], document)).toThrow(RangeError);
  });
});

describe("a table", () => {
  it("says what the source did not publish, never zero", () => {
    const made = table(
      {
        columns: [
          {key: "a", label: "A"},
          {key: "b", label: "B"}
        ],
        rows: [{a: "x", b: null}]
      },
      {document, label: "T"}
    );
    expect(made.querySelector("td")?.textContent).toBe("non publié par la source");
  });

  it("shows text as text, whatever it holds", () => {
    const made = table({columns: [{key: "a", label: "A"}], rows: [{a: "<img src=x>"}]}, {document, label: "T"});
    expect(made.querySelector("img")).toBeNull();
    expect(made.textContent).toContain("<img src=x>");
  });
});

describe("a chart", () => {
  it("refuses what would make Plot wrap it into its own figure", () => {
    const context = {document, width: 340, isAlive: false};
    expect(() => chart({title: "x", marks: []}, context)).toThrow(/bare SVG/);
  });
});

describe("the module of every page", () => {
  it("imports nothing heavy before a reader touches a figure", () => {
    const source = readFileSync("src/components/alive.ts", "utf8");
    const statics = source.match(/^import .*$/gm) ?? [];
    expect(statics.every((line) => line.startsWith("import type"))).toBe(true);
    expect(source.length).toBeLessThan(6000);
  });
});
