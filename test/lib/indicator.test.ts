import {expect, it} from "vitest";
import correctedTotal from "../../src/indicators/corrected-total.js";
import {measure} from "../../src/lib/indicator.js";

it("counts what it leaves out, by reason", () => {
  const rows = [
    {amount_eur: 5, amount_issue: null},
    {amount_eur: null, amount_issue: "placeholder"},
    {amount_eur: null, amount_issue: "placeholder"},
    {amount_eur: null, amount_issue: "missing"}
  ];
  expect(measure(correctedTotal, rows)).toMatchObject({value: 5, used: 1, leftOut: {placeholder: 2, missing: 1}});
});

it("neither uses nor leaves out a row that the question is not about", () => {
  const large = {...correctedTotal, covers: ({amount_eur}: {amount_eur: number | null}) => amount_eur === 7};
  const rows = [
    {amount_eur: 7, amount_issue: null},
    {amount_eur: 5, amount_issue: null}
  ];
  expect(measure(large, rows)).toMatchObject({value: 7, used: 1, leftOut: {placeholder: 0, missing: 0}});
});

it("is null, with every row counted, when no row can be used", () => {
  const rows = [{amount_eur: null, amount_issue: "missing"}];
  expect(measure(correctedTotal, rows)).toMatchObject({value: null, used: 0, leftOut: {placeholder: 0, missing: 1}});
});

it("refuses a reason that the reader was not told of", () => {
  const rows = [{amount_eur: null, amount_issue: "weather"}];
  expect(() => measure(correctedTotal, rows)).toThrow(
    'corrected-total: expected a reason among its "excludes", got "weather"'
  );
});

it("refuses a value that is not a number", () => {
  const broken = {...correctedTotal, compute: () => Number.NaN};
  expect(() => measure(broken, [])).toThrow("expected a finite value or null, got NaN");
});
