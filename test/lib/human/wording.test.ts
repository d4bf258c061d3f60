import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {inFull, inTen, inYears, oneIn, sayDifference, sayValue, sayYears} from "../../../src/lib/human/wording.js";

const upTo =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt";
const numbers: Record<string, number> = {
  ...Object.fromEntries(upTo.split(" ").map((word, i) => [word, i])),
  "vingt-cinq": 25,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  cent: 100
};

describe("a share as one in so many", () => {
  it.each([
    [0.25, "un sur quatre"],
    [0.2504, "un sur quatre"],
    [0.24, "près d’un sur quatre"],
    [0.26, "un peu plus d’un sur quatre"],
    [0.4, "entre un sur trois et un sur deux"],
    [0.7, "plus d’un sur deux"],
    [0.0746, "près d’un sur treize"],
    [1 / 12, "un sur douze"],
    [0.004, "moins d’un sur cent"],
    [0, "aucun"]
  ])("of %f is %s", (share, said) => expect(oneIn(share, 0.001)).toBe(said));

  it("follows a feminine noun, and the precision that a source publishes", () => {
    expect(oneIn(0.14, 0.01, "une")).toBe("une sur sept");
    expect(oneIn(0.14, 0.001, "une")).toBe("près d’une sur sept");
    expect(oneIn(0, 0.01, "une")).toBe("aucune");
  });

  it("is none of what is no share", () => {
    expect(oneIn(-0.1, 0.001)).toBeNull();
    expect(oneIn(1.2, 0.001)).toBeNull();
    expect(inTen(1.2, 0.001)).toBeNull();
  });

  it("says nothing that is not true", () => {
    fc.assert(
      fc.property(fc.double({min: 0.000001, max: 1, noNaN: true}), (share) => {
        const said = oneIn(share, 0.001) as string;
        const [first = 0, second = 0] = Array.from(
          said.matchAll(/un sur ([\p{L}-]+)/gu),
          ([, word = ""]) => 1 / (numbers[word] ?? 0)
        );
        if (said.startsWith("près")) expect(share < first && share > first * 0.89).toBe(true);
        else if (said.startsWith("un peu plus")) expect(share > first && share < first * 1.11).toBe(true);
        else if (said.startsWith("entre")) expect(share > first && share < second).toBe(true);
        else if (said.startsWith("plus")) expect(share).toBeGreaterThan(first);
        else if (said.startsWith("moins")) expect(share).toBeLessThan(first);
        else expect(Math.abs(share - first)).toBeLessThanOrEqual(0.001);
      })
    );
  });
});

describe("a share as so many in ten", () => {
  it.each([
    [0.3, "trois sur dix"],
    [0.29, "près de trois sur dix"],
    [0.31, "un peu plus de trois sur dix"],
    [0.35, "entre trois et quatre sur dix"],
    [0.09, "près d’un sur dix"],
    [0.02, "moins d’un sur dix"],
    [0.97, "plus de neuf sur dix"],
    [0, "zéro sur dix"],
    [1, "dix sur dix"]
  ])("of %f is %s", (share, said) => expect(inTen(share, 0.001)).toBe(said));

  it("says nothing that is not true", () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 1, noNaN: true}), (share) => {
        const said = inTen(share, 0.001) as string;
        const words = said
          .replace(" sur dix", "")
          .split(/ |’/)
          .filter((word) => word in numbers);
        const [first = 0, second = 0] = words.map((word) => (numbers[word] as number) / 10);
        if (said.startsWith("près")) expect(share < first && share >= first - 0.021).toBe(true);
        else if (said.startsWith("un peu plus"))
          expect(share > (words[1] ? second : first) && share <= (words[1] ? second : first) + 0.021).toBe(true);
        else if (said.startsWith("entre")) expect(share > first && share < second).toBe(true);
        else if (said.startsWith("plus")) expect(share).toBeGreaterThan(first);
        else if (said.startsWith("moins")) expect(share).toBeLessThan(first);
        else expect(Math.abs(share - first)).toBeLessThanOrEqual(0.001);
      })
    );
  });
});

describe("a value said aloud", () => {
  it("has its unit in full", () => {
    expect(sayValue(1_230_000_000, "eur")).toBe("1,23\u00a0milliard d’euros");
    expect(sayValue(48_700_000, "eur")).toBe("48,7\u00a0millions d’euros");
    expect(sayValue(18.54, "mt")).toBe("18,5\u00a0millions de\u00a0tonnes");
    expect(sayValue(0.487, "ratio")).toBe("48,7\u00a0%");
    expect(sayValue(3507, "people")).toBe("3\u202f507");
    expect(inFull(9_000_000, "allers-retours")).toBe("9\u00a0millions d’allers-retours");
    expect(inFull(852_345, "repas")).toBe("852\u202f000\u00a0repas");
  });
  it("differs by more, by less, by nothing, or by nothing that is shown", () => {
    expect(sayDifference(0.032, "ratio")).toBe("3,2\u00a0points de plus");
    expect(sayDifference(-0.01, "share")).toBe("1\u00a0point de moins");
    expect(sayDifference(350, "people")).toBe("350 de plus");
    expect(sayDifference(-2.5, "days")).toBe("2,5\u00a0jours de moins");
    expect(sayDifference(0, "people")).toBe("autant");
    expect(sayDifference(0.0002, "ratio")).toBe("presque autant");
  });
  it("names one year, two, or the first and the last", () => {
    expect(sayYears({first: 2025, last: 2025})).toBe("2025");
    expect(sayYears({first: 2024, last: 2025})).toBe("2024 et 2025");
    expect(sayYears({first: 2018, last: 2026})).toBe("2018 à 2026");
    expect(inYears({first: 2024, last: 2025}, "year")).toBe("en 2024 et 2025");
    expect(inYears({first: 2018, last: 2026}, null)).toBe("de 2018 à 2026");
    expect(inYears({first: 2026, last: 2026}, "to_year")).toBe("pour la période qui finit en 2026");
  });
});
