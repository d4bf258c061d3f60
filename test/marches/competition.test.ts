import {describe, expect, it} from "vitest";
import {competitionAnswer, competitionPage} from "../../src/marches/competition-page.js";
import {award} from "../figures/rows.js";

const open = "Appel d’offres ouvert";
const direct = "Marché passé sans publicité ni mise en concurrence préalable";
const rows = [
  award({award_uid: "a", procedure: open, offers_received: 1}),
  award({award_uid: "b", procedure: open, offers_received: 4}),
  award({award_uid: "c", procedure: direct, offers_received: 1}),
  award({award_uid: "d", procedure: "Procédure adaptée", offers_received: 6})
];

describe("the answer of the competition page", () => {
  it("gives both definitions of a single bid, the usual number of offers, the procedures", () => {
    expect(competitionAnswer(rows)).toBe(
      "Sur 4 attributions qui disent combien d’offres elles ont reçu, 50,0\u00a0% n’en ont reçu qu’une, et 50,0\u00a0% quand la procédure était ouverte à tous. Une sur deux en a reçu 2,5\u00a0offres ou plus. 50,0\u00a0% des attributions sont passées par une procédure ouverte, 25,0\u00a0% sans publicité ni mise en concurrence."
    );
  });
  it("changes with the numbers", () => {
    const more = [...rows, award({award_uid: "e", procedure: open, offers_received: 9})];
    expect(competitionAnswer(more)).toContain("40,0\u00a0% n’en ont reçu qu’une, et 33,3\u00a0%");
  });
  it("says nothing of open procedures when there is none, nor of offers when nobody answers", () => {
    expect(competitionAnswer(rows.slice(2))).not.toContain("ouverte à tous");
    const silent = competitionAnswer([award({offers_received: null, dialect: "v1"})]);
    expect(silent).toContain("ne disent pas combien d’offres");
    expect(silent).not.toMatch(/null|NaN/);
  });
  it("says that nothing was read when nothing was", () => {
    expect(competitionAnswer([])).toContain("Aucun marché");
    expect(competitionPage(null)).toContain("Aucune donnée");
  });
});

it("has one heading, its figures and no plain space before a high sign", () => {
  const text = competitionPage(rows);
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.match(/data-figure/g)).toHaveLength(9);
  expect(text).not.toMatch(/ [;!?%€»]/);
});
