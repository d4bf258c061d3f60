import {describe, expect, it} from "vitest";
import sources from "../../src/catalogue/index.js";
import rules from "../../src/catalogue/rules/index.js";
import correctedTotal from "../../src/indicators/corrected-total.js";
import indicators from "../../src/indicators/index.js";
import {formatEuros, formatRatio} from "../../src/lib/format.js";
import {measure} from "../../src/lib/indicator.js";
import type {Report} from "../../src/lib/report.js";
import {indexPage} from "../../src/methode/index-page.js";
import {indicatorPage} from "../../src/methode/indicator-page.js";
import {safe} from "../../src/methode/markup.js";
import {rulePage} from "../../src/methode/rule-page.js";
import {sliceTables} from "../../src/methode/slice-tables.js";
import {award, report} from "../figures/rows.js";

const found: Report = {
  ...report,
  findings: [
    {
      rule: "cpv-left-pad",
      severity: "warning",
      rows: 60,
      of: 3850,
      effect_eur: null,
      examples: [{contract_uid: "1", declared: "${alert(1)}", repaired: "<b>|</b>"}]
    }
  ]
};

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))("the page of %s", (_, indicator) => {
  it("holds the question, the formula, what is left out and the limits", () => {
    const page = indicatorPage(indicator, {current: null, figureId: null});
    for (const text of [
      indicator.question,
      indicator.formula,
      ...indicator.limits,
      ...Object.values(indicator.excludes)
    ])
      expect(page).toContain(safe(text));
    expect(page.match(/^# /gm)).toHaveLength(1);
  });

  it("shows every row of its example, and the value that it gives", () => {
    const page = indicatorPage(indicator, {current: measure(indicator, indicator.example.rows), figureId: null});
    expect(page.match(/<tr>/g)).toHaveLength(1 + indicator.example.rows.length);
    expect(page).toMatch(/Résultat : \*\*.*\d.*\*\*/);
    expect(page).not.toMatch(/NaN|undefined|\bnull\b/);
  });

  it("is refused when the example does not give its value", () => {
    const wrong = {...indicator, example: {...indicator.example, value: -1}};
    expect(() => indicatorPage(wrong, {current: null, figureId: null})).toThrow("from its example");
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("the page of rule %s", (_, rule) => {
  it("says what it looks at, what it repairs and why", () => {
    const page = rulePage(rule, null);
    for (const text of [rule.looksAt, rule.repairs, rule.reference]) expect(page).toContain(safe(text));
    expect(page).toContain("Aucune donnée n’a encore été construite");
  });
});

describe("today's cases", () => {
  const rule = rules.find(({id}) => id === "cpv-left-pad")!;

  it("are counted and shared", () => {
    expect(rulePage(rule, found)).toContain("**60 cas**, soit 1,6\u00a0% de 3\u202f850 enregistrements retenus.");
    expect(rulePage(rule, report)).toContain("Aucun cas dans les données lues.");
  });

  it("cannot write HTML, Markdown or code into the page", () => {
    const page = rulePage(rule, found);
    expect(page).not.toContain("${");
    expect(page).not.toContain("<b>");
    expect(page).toContain("&#36;&#123;alert(1)&#125;");
  });
});

describe("the index", () => {
  const page = indexPage({indicators, rules, sources, report: found});
  for (const {name} of sources) expect(page).toContain(safe(name));

  it("leads to every indicator and every rule", () => {
    for (const {id} of [...indicators, ...rules]) expect(page).toContain(`href="./${id}"`);
  });

  it("names every source with its licence", () => {
    expect(sources.length).toBeGreaterThan(3);
    expect(page.match(/Licence\u00a0:/g)).toHaveLength(sources.length);
  });

  it("says which file was left aside, and why", () => {
    const damaged = {
      ...report.inputs[0],
      path: "dossier/abîmé.json",
      sha256: null,
      ignored: null,
      failed: "JSON tronqué"
    };
    const partial = indexPage({
      indicators,
      rules,
      sources,
      report: {...found, inputs: [damaged as Report["inputs"][number]]}
    });
    expect(partial).toContain("abîmé.json");
    expect(partial).toContain("JSON tronqué");
  });
});

describe("an indicator cut by year, domain, procedure and buyer", () => {
  const rows = [
    award({year: 2024}),
    award({year: 2025, amount_eur: null, amount_issue: "missing"}),
    award({year: 2025})
  ];

  it("shows its value, the rows used and the share that could be", () => {
    const [byYear = "", ...others] = sliceTables(correctedTotal, rows);
    expect(others).toHaveLength(0);
    expect(byYear).toContain("<summary>Année de notification</summary>");
    const cells = [formatEuros(100_000), "1 (moins de 5)", formatRatio(0.5)].map(
      (cell) => `<td class="number">${cell}</td>`
    );
    expect(byYear).toContain(`<th scope="row">2025</th>${cells.join("")}`);
  });

  it("is not cut where its table has no such column", () => {
    expect(sliceTables(indicators.find(({id}) => id === "people-met") as never, [])).toEqual([]);
  });
});
