import {describe, expect, it} from "vitest";
import type {Item} from "../../src/lib/agora/items.js";
import {approvalInWords, ruleInWords} from "../../src/lib/agora/vote-words.js";

const item = (more: Partial<Item>) =>
  ({quorum: 0.5, required: 3, refusal: 0.667, floor: 3, votes: [1, 2, 3, 4], ...more}) as Item;

describe("the rule of an item", () => {
  it("says its thresholds as one would", () => {
    expect(ruleInWords(item({rule: "double"}))).toBe(
      "Règle, double règle : au moins 3 collèges sur 4 acceptent à la majorité, et aucun ne refuse à plus de deux tiers des voix ; quorum : la moitié des membres de chaque collège doivent avoir voté."
    );
    expect(ruleInWords(item({rule: "double", refusal: 0.8, quorum: 0}))).toMatch(
      /à plus de 80,0.% des voix ; sans quorum\.$/
    );
  });

  it("explains the signs of a mention", () => {
    expect(ruleInWords(item({rule: "judgment"}))).toContain("« + » : plus de bulletins au-dessus d’elle qu’au-dessous");
    expect(approvalInWords({grades: [0, 0, 1, 1, 3, 2, 0]} as never, {rule: "judgment"})).toBe("bien \u2212");
  });

  it("says both middles of a split college, and counts under ten voices", () => {
    expect(approvalInWords({grades: [0, 0, 2, 2, 0]} as never, {rule: "likert"})).toBe(
      "entre « ni l’un ni l’autre » et « plutôt d’accord »"
    );
    expect(approvalInWords({grades: [], yes: 6, no: 1} as never, {rule: "double"})).toBe("6 sur 7");
  });
});
