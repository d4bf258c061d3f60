import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../src/components/figure.js";
import {verdictPage} from "../../src/climat/verdict-page.js";
import carbonBudget from "../../src/figures/carbon-budget.js";
import climateParticipation from "../../src/figures/climate-participation.js";
import everydayTerms from "../../src/figures/everyday-terms.js";
import footprintVerdict from "../../src/figures/footprint-verdict.js";
import localSectors from "../../src/figures/local-sectors.js";
import localVerdict from "../../src/figures/local-verdict.js";
import planGaps from "../../src/figures/plan-gaps.js";
import {measure} from "../../src/lib/indicator.js";
import climateVolunteers from "../../src/indicators/climate-volunteers.js";
import unmeasuredTargetsShare from "../../src/indicators/unmeasured-targets-share.js";
import {budget, climate, factor, target, value, volunteers} from "../figures/climate.js";
import {noTables, report, tables} from "../figures/rows.js";

function render(figure: unknown, rows = tables, params: Record<string, string> = {}): Element {
  const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
  const host = document.createElement("div");
  host.append(...renderFigure(figure as never, rows, params, {document, report}));
  return host;
}

const cellsOf = (host: Element) =>
  [...host.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent ?? ""));

describe("the verdict", () => {
  it("gives every rule the same figures, the rule always beside what it says", () => {
    const host = render(localVerdict);
    expect(cellsOf(host).map(([rule, said]) => `${rule} | ${said}`)).toEqual([
      "Ligne droite | en avance",
      "Taux annuel constant | sur le chemin",
      "Nations unies, 2023 | sur la bonne voie",
      "Statistique Canada / Open SDG | sur la bonne voie",
      "Kausal (Helsinki) | ne se prononce pas\u00a0: aucun jalon n’est daté de 2021 ou d’avant\u00a0: rien ne dit le retard",
      "Rythme (Haut Conseil pour le climat) | le rythme passé suffit"
    ]);
    expect(host.textContent).toContain("rythme suffisant pour 5 règles sur 5");
    expect(host.textContent).toContain("aucune règle ne juge l’année 2026");
  });

  it("says past pace and needed pace in one sentence", () => {
    expect(localVerdict.sentence?.(localVerdict.prepare(tables, {}, report))).toBe(
      "Rythme passé : \u22120,15\u00a0Mt par an entre 2004 et 2021. Rythme nécessaire : \u22120,12\u00a0Mt par an de 2021 à 2030, soit 0,78 fois le rythme passé."
    );
  });

  it("of the footprint changes sides without the year of the health crisis, and says so", () => {
    const text = render(footprintVerdict).textContent;
    expect(text).toContain("Empreinte carbone en 2021\u00a0: rythme suffisant pour 5 règles sur 5");
    expect(text).toContain("Sans les années de crise sanitaire, le rythme suffit pour 1 règle sur 5");
  });

  it("is not given without a target, and follows the numbers", () => {
    const untargeted = tables.emission.map((row) => ({...row, target_2030_mt: null}));
    expect(render(localVerdict, {...tables, emission: untargeted}).textContent).toContain("Aucune émission");
    const worse = tables.emission.map((row) =>
      row.year === 2021 && row.level === "total" ? {...row, emissions_mt: 7} : row
    );
    expect(render(localVerdict, {...tables, emission: worse}).textContent).toContain(
      "rythme suffisant pour 0 règle sur 5"
    );
  });

  it("has a page where one rule at a time is open, and all can be read without script", () => {
    const text = verdictPage(tables.emission, 2026);
    expect(text.match(/^# /gm)).toHaveLength(1);
    expect(text.match(/<details name="local-verdict"/g)).toHaveLength(6);
    expect(text.match(/<details name="local-verdict" open>/g)).toHaveLength(1);
    expect(text).toContain("<strong>Ligne droite</strong>\u00a0: en avance");
    expect(text).toContain("https://github.com/open-sdg/open-sdg/");
    expect(text).not.toMatch(/ [;!?%€»]|null|NaN/);
    expect(verdictPage([], 2026)).toContain("ne peuvent pas être comparés");
  });
});

describe("the carbon budget", () => {
  it("reads what is used beside the time that has passed", () => {
    const host = render(carbonBudget);
    expect(host.querySelector(".figure-title")?.textContent).toBe(
      "Budget carbone\u00a0: 52,3\u00a0% utilisés en 50,0\u00a0% du temps"
    );
    expect(host.textContent).toContain(
      "Paris a émis 4,84\u00a0Mt par an\u00a0; pour tenir, il faut 4,41\u00a0Mt par an"
    );
    expect(host.textContent).toContain("l’état à la fin de 2025 n’est pas connu");
    expect(cellsOf(host).map(([what, , mt]) => [what, mt])).toEqual([
      ["Budget", "27,75\u00a0Mt"],
      ["Reste à ne pas dépasser", "13,23\u00a0Mt"],
      ["Utilisé", "14,52\u00a0Mt"]
    ]);
  });

  it("takes next year's line when it comes, and no line that is not published", () => {
    const next = budget({indicator: "reste à ne pas dépasser", from_year: 2025, value: 9});
    const rows = (row: typeof next) => ({...tables, carbon_budget: [...climate.carbon_budget, row]});
    expect(render(carbonBudget, rows(next)).textContent).toContain("67,6\u00a0% utilisés en 66,7\u00a0% du temps");
    expect(render(carbonBudget, rows({...next, is_published: false})).textContent).toContain("52,3\u00a0% utilisés");
  });
});

describe("the sectors", () => {
  it("show the way done, and that a target of zero has a straight line but no rate", () => {
    const host = render(localSectors);
    expect(host.textContent).toContain("de 22,2\u00a0% à 67,3\u00a0% du chemin selon le secteur");
    const [residential = []] = cellsOf(host);
    expect(residential.slice(0, 6)).toEqual([
      "résidentiel",
      "2,50\u00a0Mt",
      "1,76\u00a0Mt",
      "1,40\u00a0Mt",
      "67,3\u00a0%",
      "sur le chemin"
    ]);
    expect(residential[7]).toBe("en retard");
    expect(residential[8]).toContain("la cible vaut zéro");
  });
});

describe("what the plan does not measure", () => {
  it("lists the targets beside which no measured value is printed", () => {
    const host = render(planGaps);
    expect(host.querySelector(".figure-title")?.textContent).toContain("2 cibles sur 3 sans valeur mesurée");
    expect(cellsOf(host).map(([what]) => what)).toEqual(["logements privés rénovés par an", "pistes cyclables créées"]);
    expect(measure(unmeasuredTargetsShare, climate.target)).toEqual({value: 2 / 3, used: 3, leftOut: {relative: 1}});
  });

  it("lists published values without a target of their name, the latest of each", () => {
    expect(cellsOf(render(planGaps, tables, {quoi: "valeurs"})).map(([what, , said]) => [what, said])).toEqual([
      ["part d’énergies renouvelables et de récupération", "15,6\u00a0% en 2014"],
      ["part d’alimentation durable", "6,6\u00a0% en 2024"]
    ]);
    const named = target({indicator: "part d'alimentation durable", unit: "%", target_value: 50});
    const rows = {...tables, target: [...climate.target, named]};
    expect(cellsOf(render(planGaps, rows, {quoi: "valeurs"}))).toHaveLength(1);
  });

  it("lists values older than three years, never one that is not published", () => {
    expect(cellsOf(render(planGaps, tables, {quoi: "anciennes"})).map(([what]) => what)).toEqual([
      "part d’énergies renouvelables et de récupération"
    ]);
    const fresh = {...tables, climate_series: [value({year: 2023})]};
    expect(render(planGaps, fresh, {quoi: "anciennes"}).textContent).toContain("Aucune lacune");
  });

  it("shows both values of a conflict, with both sources", () => {
    const rows = cellsOf(render(planGaps, tables, {quoi: "conflits"}));
    expect(rows.map(([what, , said]) => [what, said])).toEqual([
      ["émissions, territoire", "5,28\u00a0Mt équivalent CO₂ en 2018\u00a0; 5,50\u00a0Mt équivalent CO₂ en 2018"],
      ["part d’alimentation durable", "7\u00a0% en 2024\u00a0; 6,6\u00a0% en 2024"]
    ]);
    expect(rows[0]?.[5]).toBe("example.org\u00a0; example.com");
  });

  it("refuses a kind of gap that does not exist, and says what is missing when nothing is read", () => {
    expect(() => planGaps.prepare(tables, {quoi: "tout"}, report)).toThrow("expected data-quoi among cibles");
    expect(render(planGaps, noTables).textContent).toContain("Aucune lacune");
  });
});

describe("participation", () => {
  it("puts two sources of one count on one line, and shows no estimate of the press", () => {
    const host = render(climateParticipation);
    const rows = cellsOf(host);
    expect(rows.map(([, , what, said]) => [what, said])).toEqual([
      ["personnes s’étant portées volontaires", "15\u202f040\u00a0personnes"],
      ["part de oui", "95,95\u00a0%"]
    ]);
    expect(rows[0]?.[6]).toBe("example.org\u00a0; example.com");
    expect(host.textContent).toContain("15\u202f040 personnes se sont portées volontaires du climat");
  });

  it("keeps no number of volunteers when two sources disagree", () => {
    expect(measure(climateVolunteers, [volunteers({}), volunteers({value: 15_000})]).value).toBeNull();
    expect(measure(climateVolunteers, [volunteers({}), volunteers({year: 2024, value: 9000})]).value).toBe(9000);
    expect(measure(climateVolunteers, []).value).toBeNull();
    const rows = {...tables, mobilisation: [volunteers({}), volunteers({value: 15_000})]};
    expect(render(climateParticipation, rows).textContent).toContain("Participation aux plans climat");
  });
});

describe("the footprint in everyday terms", () => {
  it("says how many everyday things emit as much, with vintage and source, and refuses local emissions", () => {
    const host = render(everydayTerms);
    expect(cellsOf(host)).toEqual([
      ["allers-retours Paris – New York en avion, par passager", "9\u00a0millions", "2026-06", "example.org"],
      ["repas avec du bœuf", "4\u00a0milliards", "2026-06", "example.org"]
    ]);
    expect(host.textContent).toContain("Les émissions locales n’ont pas d’équivalence ici");
    expect(host.textContent).toContain("ADEME, Impact CO2, millésime 2026-06");
  });

  it("uses no factor that is not published, nor one that nobody chose", () => {
    const rows = {...tables, equivalence: [factor({is_published: false}), factor({key: "piscine"})]};
    expect(render(everydayTerms, rows).textContent).toContain("Aucune empreinte, ou aucun facteur");
  });
});
