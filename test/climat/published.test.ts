import {describe, expect, it} from "vitest";
import {budgetColumns, seriesColumns, stageBudgets, stageSeries} from "../../loaders/staging/climate-tables.js";
import {emissionColumns, stageEmissions, stageTargets, targetColumns} from "../../loaders/staging/climate.js";
import {readCsv} from "../../loaders/staging/csv.js";
import carbonBudget from "../../src/figures/carbon-budget.js";
import planGaps from "../../src/figures/plan-gaps.js";
import type {Tables} from "../../src/lib/schema.js";
import {noTables, report} from "../figures/rows.js";

const read = (name: string, columns: readonly string[]) =>
  readCsv(`data/reference/climat/${name}.csv`, name, "0123456789ab", columns);
const series = [
  ["energie", "climat-energie"],
  ["mobilite", "climat-mobilite"],
  ["air", "climat-air"],
  ...["alimentation", "batiment", "dechets", "vegetalisation"].map((name) => [name, "climat-series"])
].flatMap(([name = "", dataset = ""]) => stageSeries(read(name, seriesColumns(dataset)), dataset));

/** The published tables as they stand in the repository: the marts add nothing to these columns. */
const published = {
  ...noTables,
  climate_series: series,
  carbon_budget: stageBudgets(read("budget_carbone", budgetColumns)),
  target: stageTargets(read("objectifs", targetColumns)).filter((row) => row.is_published && row.target_year !== null),
  emission: stageEmissions(read("emissions_ges", emissionColumns)).filter((row) => row.is_published)
} as unknown as Tables;

const gaps = (quoi: string) => planGaps.prepare(published, {quoi}, report);

describe("the published tables", () => {
  it("leave targets without measured value, among them the private homes renovated each year", () => {
    const data = gaps("cibles");
    expect(planGaps.title(data)).toBe("Plan Climat : 24 cibles sur 66 sans valeur mesurée imprimée");
    const names = data.gaps.map(({what}) => what);
    expect(names).toContain("logements privés rénovés par an");
    expect(names).toContain("bus décarbonés");
    // Its value of 2023 is printed beside the target of 2030: that of 2050 has it too.
    expect(names).not.toContain("part d'énergies renouvelables locales");
  });

  it("disagree on the inventories of 2014 and 2018, both values and both sources shown", () => {
    const data = gaps("conflits");
    const said = planGaps.table(data).rows.map(({what, values}) => `${String(what)} : ${String(values)}`);
    expect(said).toEqual([
      "émissions, territoire : 5,28\u00a0Mt équivalent CO₂ en 2018 ; 5,50\u00a0Mt équivalent CO₂ en 2018",
      "empreinte carbone : 25,57\u00a0Mt équivalent CO₂ en 2014 ; 25,60\u00a0Mt équivalent CO₂ en 2014",
      "empreinte carbone : 22,63\u00a0Mt équivalent CO₂ en 2018 ; 22,70\u00a0Mt équivalent CO₂ en 2018",
      "part modale (vélo) : 11,2\u00a0% en 2023 ; 11\u00a0% en 2023"
    ]);
    for (const {values} of data.gaps) expect(new Set(values.map(({url}) => url)).size).toBeGreaterThan(1);
  });

  it("hold 28 measures of more than three years, and no source that cannot be opened", () => {
    for (const quoi of ["valeurs", "anciennes", "conflits"])
      for (const {values} of gaps(quoi).gaps)
        for (const {url, status} of values) {
          expect(url).toMatch(/^https?:/);
          expect(["publie", "publie_via_presse"]).toContain(status);
        }
    expect(gaps("anciennes").gaps).toHaveLength(28);
  });

  it("give the carbon budget as printed", () => {
    const {read: state} = carbonBudget.prepare(published, {}, report);
    expect(state?.use.used).toBeCloseTo(14.52, 9);
    expect(state?.use).toMatchObject({timeShare: 0.5, yearsLeft: 3});
  });
});
