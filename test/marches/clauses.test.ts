import {describe, expect, it} from "vitest";
import {clausesAnswer, clausesPage, verdictsOf} from "../../src/marches/clauses-page.js";
import {award} from "../figures/rows.js";

const settled = "has_subcontracting; is_innovative";
const told = {
  social_clauses: "Clause sociale",
  environmental_clauses: "Clause environnementale; Critère environnemental",
  consortium_type: "Pas de groupement",
  is_innovative: false,
  has_subcontracting: false,
  default_fields: settled
};
const rows = [
  award({...told, award_uid: "a"}),
  award({...told, award_uid: "b", social_clauses: "Pas de considération sociale"}),
  award({...told, award_uid: "c", social_clauses: "Marché réservé"}),
  award({...told, award_uid: "d", social_clauses: null, environmental_clauses: "Pas de considération environnementale"})
];
const outcomesOf = (awards: Parameters<typeof verdictsOf>[0]) =>
  Object.fromEntries(verdictsOf(awards).map(({field, outcome}) => [field, outcome]));

describe("the verdict on a field", () => {
  it("is usable when half of those that are asked answer, and a default is no answer", () => {
    expect(outcomesOf(rows)).toEqual({
      "Considérations sociales": "usable",
      "Considérations environnementales": "usable",
      "Marché innovant": "default",
      "Sous-traitance déclarée": "default",
      "Groupement d'entreprises": "usable",
      "Offres reçues": "usable"
    });
  });
  it("is thin when less than half answers", () => {
    const mostlySilent = [rows[0], rows[3], rows[3]].flatMap((row) => (row ? [row] : []));
    expect(outcomesOf(mostlySilent)["Considérations sociales"]).toBe("thin");
  });
  it("is not asked where the format does not, which is no silence", () => {
    const old = award({dialect: "v1", offers_received: null});
    expect(new Set(Object.values(outcomesOf([old])))).toEqual(new Set(["not-asked"]));
    expect(verdictsOf([old]).every(({asked}) => asked === 0)).toBe(true);
  });
});

describe("the answer of the clauses page", () => {
  it("gives the shares among those that answer, and what cannot be measured", () => {
    expect(clausesAnswer(rows)).toBe(
      "Parmi 4 attributions qui répondent, 33,3\u00a0% ont une clause sociale et 75,0\u00a0% une clause environnementale. On ne peut pas mesurer l’innovation ni la sous-traitance\u00a0: les plateformes y mettent partout la même valeur."
    );
  });
  it("says so when nobody answers, and when nothing was read", () => {
    expect(clausesAnswer([award({dialect: "v1"})])).toContain("ne disent rien");
    expect(clausesAnswer([])).toContain("Aucun marché");
    expect(clausesPage(null)).toContain("Aucune donnée");
  });
});

it("shows a verdict for each field, one heading, its figures", () => {
  const text = clausesPage(rows);
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.match(/<th scope="row">/g)).toHaveLength(6);
  expect(text.match(/data-figure/g)).toHaveLength(4);
  expect(text).toContain("Non\u00a0: la même valeur partout");
});
