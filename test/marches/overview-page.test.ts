import {expect, it} from "vitest";
import {overviewAnswer, overviewPage} from "../../src/marches/overview-page.js";
import {award, noTables, tables} from "../figures/rows.js";

it("says how much was awarded, in how many awards, to how many suppliers, and what the first ten get", () => {
  expect(overviewAnswer(tables)).toBe(
    "3,00\u00a0M\u00a0€ attribués (2024 à 2026) en 5 attributions, à 12 titulaires identifiés. Les dix premiers titulaires reçoivent 87,4\u00a0% du montant des titulaires identifiés."
  );
});

it("says which part is only a ceiling, when there is one", () => {
  const rows = [award({amount_eur: 30}), award({award_uid: "b", amount_eur: 10, is_framework: true})];
  expect(overviewAnswer({award: rows, award_supplier: []})).toBe(
    "40\u00a0€ attribués (2024) en 2 attributions. 25,0\u00a0% de ce montant sont des plafonds d’accords-cadres\u00a0: un maximum, pas une dépense."
  );
});

it("says that nothing was read, or built", () => {
  expect(overviewAnswer(noTables)).toBe("Aucun montant de marché n’a été lu.");
  expect(overviewPage(null)).toContain("Aucune donnée n’a encore été construite.");
});

it("leads to the other pages", () => {
  const page = overviewPage(tables);
  for (const path of ["fournisseurs", "concurrence", "clauses", "explorer", "qualite"])
    expect(page).toContain(`<a href="./${path}">`);
  expect(page.match(/^# /gm)).toHaveLength(1);
});
