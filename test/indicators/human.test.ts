import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import humanIndicators from "../../src/indicators/human/index.js";
import indicators from "../../src/indicators/index.js";
import {evaluate} from "../../src/lib/human/evaluate.js";
import type {HumanIndicator, SaidExample} from "../../src/lib/human/indicator.js";
import {readDefinition} from "../../src/lib/human/read.js";
import {review} from "../../src/lib/human/review.js";
import {sayIt} from "../../src/lib/human/sentence.js";
import {columnsRead} from "../../src/lib/human/years.js";
import {acronyms, avoidedWords, wordsOf} from "../../src/lib/human/words.js";
import type {AnyIndicator} from "../../src/lib/indicator.js";

const measureOf = ({measure}: HumanIndicator) => indicators.find(({id}) => id === measure) as AnyIndicator;

function say(human: HumanIndicator, rows: SaidExample["rows"]) {
  return sayIt(
    human,
    evaluate(human, {indicator: measureOf(human), rows, equivalences: human.exampleEquivalences ?? []})
  );
}

describe.each(humanIndicators.map((human) => [human.id, human] as const))("%s", (_, human) => {
  const {example, worse} = human;
  const definition = Object.fromEntries(Object.entries(human).filter(([key]) => !/^(example|worse)/.test(key)));

  it("is a definition that anyone could have written", () => {
    expect(readDefinition(definition)).toEqual(definition);
    expect(measureOf(human), `measure ${human.measure}`).toBeDefined();
  });

  it("says the sentence of its example, and another once its bad news has come", () => {
    expect(say(human, example.rows)).toEqual({text: example.says});
    if (!worse) return;
    expect(say(human, worse.rows)).toEqual({text: worse.says});
    expect(worse.says).not.toBe(example.says);
  });

  it("changes, or abstains, when the data change", () => {
    expect(say(human, [])).toEqual({abstains: expect.stringMatching(/\.$/)});
    const others = example.rows.map((_row, i) => say(human, example.rows.toSpliced(i, 1)));
    expect(others.some((said) => !("text" in said) || said.text !== example.says)).toBe(true);
  });

  it("reads in its examples only the columns that it would read of a build", () => {
    const columns = columnsRead(measureOf(human), human);
    for (const row of [...example.rows, ...(worse?.rows ?? [])])
      expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
  });

  it("can be read by a newcomer", () => {
    expect(wordsOf(human.title).length).toBeLessThanOrEqual(15);
    for (const text of [human.title, human.sentence, example.says]) {
      expect(acronyms(text)).toEqual([]);
      expect(avoidedWords(text)).toEqual([]);
    }
    expect(human.title).not.toMatch(/\d/);
    expect(wordsOf(example.says).length).toBeLessThanOrEqual(40);
  });

  it("fails no check of the list, save that some things compare with nothing yet", () => {
    const all = review(
      human,
      indicators.map(({id}) => id)
    ).flatMap(({checks}) => checks);
    const failing = all.filter(({passes}) => !passes).map(({label}) => label);
    expect(failing).toEqual(human.comparison.kind === "none" ? ["Une comparaison est choisie"] : []);
  });

  it("says who answers for it, what would move it and how it could be gamed", () => {
    for (const text of [human.badNews, human.owner, human.lever, human.gaming]) expect(text.length).toBeGreaterThan(15);
  });
});

describe("the human indicators together", () => {
  const domainOf = (human: HumanIndicator) => measureOf(human).domain;
  it.each(["marches", "solidarite", "climat"])(
    "are at least four for %s, one of which shows its bad news",
    (domain) => {
      const own = humanIndicators.filter((human) => domainOf(human) === domain);
      expect(own.length).toBeGreaterThanOrEqual(4);
      expect(own.some(({worse}) => worse !== undefined)).toBe(true);
    }
  );
  it("have one id each, and are examples until a proposal of the register stands behind them", () => {
    expect(new Set(humanIndicators.map(({id}) => id)).size).toBe(humanIndicators.length);
    const files = readdirSync("data/agora", {recursive: true, encoding: "utf8"}).filter((file) =>
      file.endsWith(".yaml")
    );
    const register = files.map((file) => readFileSync(`data/agora/${file}`, "utf8")).join("\n");
    for (const {id, origin} of humanIndicators)
      if (origin !== "exemple") expect(register).toMatch(new RegExp(`^ +(- )?id: ${id}$`, "m"));
  });
  it("compare people met at night with no everyday thing", () => {
    const withThing = humanIndicators.filter((human) => domainOf(human) === "solidarite" && human.equivalence !== null);
    expect(withThing).toEqual([]);
  });
});
