import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {findingsCsv} from "../../loaders/exports/findings-csv.js";
import rules from "../../src/catalogue/rules/index.js";
import {renderFigure} from "../../src/components/figure.js";
import {columnsOf, isDeclared, tablesOf, viewOf} from "../../src/components/state.js";
import figures from "../../src/figures/index.js";
import {shareInWords} from "../../src/figures/quality.js";
import correctedTotal from "../../src/indicators/corrected-total.js";
import distinctSuppliers from "../../src/indicators/distinct-suppliers.js";
import innovationShare from "../../src/indicators/innovation-share.js";
import microAwardShare from "../../src/indicators/micro-award-share.js";
import topTenShare from "../../src/indicators/top-ten-share.js";
import {declaredMark} from "../../src/lib/corrections.js";
import type {Figure} from "../../src/lib/figure.js";
import {otherRules} from "../../src/lib/findings.js";
import {measure} from "../../src/lib/indicator.js";
import type {Report} from "../../src/lib/report.js";
import type {Tables} from "../../src/lib/schema.js";
import {qualityAnswer, qualityPage} from "../../src/marches/quality-page.js";
import {answers, award, contract, finding, link, month, noTables, report, source, tables} from "./rows.js";

function render(id: string, rows: Tables = tables, {params = {}, built = report} = {}): Element {
  const {document} = parseHTML("<!doctype html><html><body><figure></figure></body></html>") as unknown as {
    document: Document;
  };
  const host = document.querySelector("figure") as Element;
  host.append(...renderFigure(figureOf(id), rows, params, {document, report: built, root: "../"}));
  return host;
}

function figureOf(id: string): Figure<unknown> {
  return figures.find((figure) => figure.id === id) as Figure<unknown>;
}

const titleOf = (host: Element) => host.querySelector(".figure-title")?.textContent ?? "";
const cellsOf = (host: Element) =>
  [...host.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent ?? ""));
const sans = {corrections: "sans"};

describe("completeness", () => {
  it("counts a field only where it is asked, and a default value as no answer", () => {
    expect(cellsOf(render("completeness"))).toEqual([
      ["Montant", "100,0\u00a0%", "100", "0", "100", "–"],
      ["Offres reçues", "40,0\u00a0%", "40", "0", "100", "–"],
      ["Part d’origine France", "0,0\u00a0%", "0", "60", "60", "0"]
    ]);
  });

  it("shows the fields that are a setting apart from those that are answers", () => {
    const titles = [...render("completeness").querySelectorAll(".chart-wide > text")].map((text) => text.textContent);
    expect(titles).toEqual(["Réponses", "Valeur par défaut\u00a0: non répondu"]);
  });

  it("adds the platforms and the years of a field", () => {
    const rows = [answers({}), answers({platform: "autre", asked: 300, answered: 100})];
    expect(cellsOf(render("completeness", {...noTables, completeness: rows}))[0]?.slice(1, 3)).toEqual([
      "50,0\u00a0%",
      "200"
    ]);
  });
});

describe("findings by rule", () => {
  const found = {
    ...noTables,
    finding: [
      finding({rule: "cpv-left-pad", field: "cpv"}),
      finding({rule: "cpv-left-pad", field: "cpv"}),
      finding({rule: "missing-amount", severity: "error"}),
      finding({rule: "duplicate-contract", effect_eur: -100_000.5}),
      finding({rule: "night-count-sum"})
    ]
  };
  const built: Report = {
    ...report,
    findings: [{rule: "cpv-left-pad", severity: "warning", rows: 2, of: 8, effect_eur: null, examples: []}]
  };

  it("say how many of how many, the most serious first, and what they move", () => {
    const cells = cellsOf(render("findings-by-rule", found, {built}));
    expect(cells.map(([name]) => name)).toEqual([
      rules.find(({id}) => id === "missing-amount")?.name,
      rules.find(({id}) => id === "cpv-left-pad")?.name,
      rules.find(({id}) => id === "duplicate-contract")?.name
    ]);
    expect(cells[1]?.slice(2, 6)).toEqual(["2", "8", "25,0\u00a0%", "aucun"]);
    expect(cells[2]?.[5]).toBe("\u2212100\u202f000,50\u00a0€");
  });

  it("lead to the method of the rule and to the records that it touched", () => {
    const links = [...render("findings-by-rule", found, {built}).querySelectorAll("tbody tr:nth-child(2) a")];
    expect(links.map((a) => a.getAttribute("href"))).toEqual([
      "../methode/cpv-left-pad",
      "../marches/qualite#regle=cpv-left-pad"
    ]);
  });

  it("leave the other commitments aside", () => {
    expect(render("findings-by-rule", found, {built}).textContent).not.toContain("night-count-sum");
    const others = rules.filter(({table}) => /^(night|emission|target)/.test(table)).map(({id}) => id);
    expect([...otherRules].toSorted()).toEqual(others.toSorted());
  });
});

describe("findings by platform and year", () => {
  const rows = {
    ...noTables,
    contract: [contract({}), contract({contract_uid: "b", notified_on: "2025-02-01"})],
    contract_source: [
      source({}),
      source({record_number: 2}),
      source({record_number: 3, contract_uid: "b", platform: null})
    ],
    finding: [
      finding({record_number: 1}),
      finding({record_number: 1, rule: "cpv-left-pad"}),
      finding({record_number: 2, rule: "published-late", severity: "info"})
    ]
  };

  it("count a record once, whatever its findings, and no information", () => {
    expect(cellsOf(render("findings-by-platform", rows))).toEqual([
      ["plateforme-exemple", "2024", "50,0\u00a0%", "1", "2"],
      ["non dite (DECP)", "2025", "0,0\u00a0%", "0", "1"]
    ]);
  });
});

describe("the effect of repairs in euros", () => {
  it("adds the findings of each rule, the largest first, and tells the way of the total", () => {
    const findings = [
      finding({effect_eur: -10}),
      finding({rule: "framework-repeated", effect_eur: -5_000_000}),
      finding({rule: "framework-repeated", effect_eur: -0.5})
    ];
    const totals: Report["totals"] = [{id: "records", label: "tous les enregistrements", rows: 9, amount_eur: 8e6}];
    const host = render("repairs-in-euros", {...noTables, finding: findings}, {built: {...report, totals}});
    expect(titleOf(host)).toBe("Les réparations retirent 5,00\u00a0M\u00a0€ du total déclaré");
    expect(cellsOf(host).map((cells) => cells[1])).toEqual([
      "\u22125\u202f000\u202f000,50\u00a0€",
      "\u221210,00\u00a0€"
    ]);
    expect(host.querySelector(".figure-notes")?.textContent).toContain("8\u202f000\u202f000,00\u00a0€, 9 lignes");
  });
});

describe("coverage by month", () => {
  it("hatches each hole, names its months, and never draws it as a quiet month", () => {
    const host = render("coverage-by-month");
    const gaps = host.querySelector('.chart-wide [data-mark="gap"]')?.getAttribute("d") ?? "";
    expect(gaps.match(/z/g)).toHaveLength(2);
    expect(host.querySelector('.chart-wide [data-mark="nothing"]')).toBeNull();
    expect(cellsOf(host)[1]).toEqual(["Ville exemple · DECP, 2025", "24", "2025", "janvier, février"]);
    expect(host.querySelector(".figure-notes")?.textContent).toContain("le premier en janvier 2025");
  });

  it("shows ten buyers at most, those with the most contracts", () => {
    const many = Array.from({length: 12}, (_, i) => month({buyer_id: `b${i}`, contract_count: i + 1}));
    const host = render("coverage-by-month", {...noTables, coverage: many});
    expect(cellsOf(host)).toHaveLength(10);
    expect(cellsOf(host)[0]?.[0]).toContain("b11");
    expect(host.textContent).toContain("Les 10 acheteurs qui ont le plus de contrats, sur 12");
  });
});

describe("the page's first sentence", () => {
  const data = {...tables, report};

  it("says how many records carry a doubt, and how many cells hold an answer", () => {
    expect(qualityAnswer(data)).toBe(
      "Sur 8 enregistrements lus, un sur 8 porte au moins un doute\u00a0; 53,8\u00a0% des cases demandées ont une vraie réponse\u00a0; 2 mois sont presque vides."
    );
  });

  it("says nothing of what was not read", () => {
    expect(qualityAnswer({...noTables, report})).toContain("Aucun marché n’a été lu");
    expect(qualityPage(null)).toContain("Aucune donnée");
  });

  it.each([
    [0.25, "un sur 4"],
    [0.181, "18,1\u00a0%"],
    [0.9, "90,0\u00a0%"]
  ])("says %d as %s", (share, words) => expect(shareInWords(share)).toBe(words));

  it("stands on a page that says what cannot be said, and where the file is", () => {
    const page = qualityPage(data);
    expect(page).toContain("../data/constats.csv");
    expect(page).toContain("Ce que ces contrôles ne disent pas");
    for (const id of ["findings-by-rule", "findings-by-platform", "coverage-by-month", "completeness"])
      expect(page).toContain(`data-figure="${id}"`);
  });
});

describe("without corrections", () => {
  const view = viewOf(figureOf("corrected-total"), tables, sans);

  it("adds every record as declared: repetitions, placeholders and duplicates", () => {
    expect(measure(correctedTotal, view.award).value).toBe(100_000 + 100_000 + 3 * 2_500_000 + 400_000 + 10);
    expect(view.award).toHaveLength(8);
  });

  it("counts a holder under each identifier that was written, and shares out the declared total", () => {
    const rows: Tables = {
      ...noTables,
      contract: [contract({})],
      contract_source: [
        source({supplier_ids_declared: "00000001800011; 0000000260000"}),
        source({record_number: 2, supplier_ids_declared: "00000001800011; 0000000260000;  ; 00000001800028"})
      ],
      award: tables.award.slice(0, 1),
      award_supplier: [
        link({supplier_id_declared: "00000001800011", share: 0.5}),
        link({supplier_siren: "000000026", supplier_id_declared: "0000000260000", share: 0.5})
      ]
    };
    const links = viewOf(figureOf("top-suppliers"), rows, sans).award_supplier;
    expect(links.map(({supplier_siren, amount_eur}) => [supplier_siren, amount_eur])).toEqual([
      ["00000001800011", 50_000],
      ["0000000260000", 50_000],
      ["00000001800011", 25_000],
      ["0000000260000", 25_000],
      [null, 25_000],
      ["00000001800028", 25_000]
    ]);
    expect(measure(distinctSuppliers, links).value).toBe(3);
    expect(measure(topTenShare, links).value).toBe(1);
  });

  it("counts a holder once per record, and knows nothing of one whose identifier had to be repaired", () => {
    const rows: Tables = {
      ...noTables,
      contract: [contract({}), contract({contract_uid: "second"})],
      contract_source: [
        source({}),
        source({record_number: 2, supplier_ids_declared: "00000002600011; 00000001800028"}),
        source({contract_uid: "second", record_number: 3, supplier_ids_declared: "00000003400017"})
      ],
      award: tables.award.slice(0, 1),
      award_supplier: [
        link({size_class: "0-9", share: 0.5}),
        link({supplier_siren: "000000026", size_class: "50-249", id_issue: "supplier-id-siren-plus-ape", share: 0.5})
      ]
    };
    const links = viewOf(figureOf("small-suppliers"), rows, sans).award_supplier;
    // Another establishment of a holder is sound by itself; a holder that the award did not keep is not looked for.
    expect(links.map(({share, size_class}) => [share, size_class])).toEqual([
      [1, "0-9"],
      [0.5, null],
      [0.5, "0-9"],
      [1, null]
    ]);
    expect(measure(microAwardShare, rows.award_supplier).value).toBe(0.5);
    expect(measure(microAwardShare, links).value).toBe(1);
  });

  it("keeps what each contract answers by itself, whatever it was merged with", () => {
    const rows: Tables = {
      ...noTables,
      contract: [contract({social_clauses: "Clause sociale"}), contract({contract_uid: "second"})],
      contract_source: [source({}), source({contract_uid: "second", record_number: 2})],
      award: [award({...tables.award[0], is_framework: true, social_clauses: "Clause sociale"})],
      award_supplier: [link({is_framework: true})]
    };
    const {award: records, award_supplier: links} = viewOf(figureOf("small-suppliers"), rows, sans);
    expect(records.map((row) => [row.is_framework, row.social_clauses])).toEqual([
      [false, "Clause sociale"],
      [false, null]
    ]);
    expect(links.map((row) => row.is_framework)).toEqual([false, false]);
    rows.contract[1] = contract({contract_uid: "second", is_framework: true});
    const declared = viewOf(figureOf("small-suppliers"), {...rows}, sans);
    expect(declared.award.map((row) => row.is_framework)).toEqual([false, true]);
    expect(declared.award_supplier.map((row) => row.is_framework)).toEqual([false, true]);
  });

  it("takes a value that a platform puts everywhere for an answer", () => {
    const awards = [award({is_innovative: false, default_fields: "is_innovative"})];
    const declared = {contract: [contract({is_innovative: false})], contract_source: [source({})]};
    const rows: Tables = {...noTables, ...declared, award: awards};
    expect(measure(innovationShare, awards).value).toBeNull();
    expect(measure(innovationShare, viewOf(figureOf("innovation"), rows, sans).award).value).toBe(0);
  });

  it.each(figures.filter(({obeysCorrections}) => obeysCorrections).map(({id}) => id))(
    "%s says so, and downloads so",
    (id) => {
      const host = render(id, tables, {params: sans});
      expect(host.querySelector(".figure-mark")?.textContent).toBe(declaredMark.replace(" :", "\u00a0:"));
      expect(host.textContent).not.toMatch(/corrigé|NaN|undefined|\bnull\b/);
      expect(host.querySelector(".figure-actions a")?.getAttribute("href")).toBe(
        `../figures/${id}-sans-corrections.csv`
      );
      expect(host.querySelector(".figure-notes")?.textContent).toContain("tels que déclarés");
    }
  );

  it("changes the title with the number", () => {
    expect(titleOf(render("corrected-total", tables, {params: sans}))).toBe(
      "8,10\u00a0M\u00a0€ déclarés, répétitions et remplissages compris"
    );
  });

  it.each(figures.filter(({obeysCorrections}) => obeysCorrections).map(({id}) => id))(
    "%s needs no other column than those that the browser reads",
    (id) => {
      const read = Object.fromEntries(
        tablesOf(figureOf(id), sans).map((name) => {
          const columns = columnsOf(figureOf(id), name, sans) ?? [];
          expect(columns.length).toBeGreaterThan(0);
          return [
            name,
            tables[name].map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => columns.includes(key))))
          ];
        })
      ) as unknown as Tables;
      expect(render(id, read, {params: sans}).innerHTML).toBe(render(id, tables, {params: sans}).innerHTML);
    }
  );

  it("leaves the other figures as they are", () => {
    const other = figureOf("declared-against-corrected");
    expect(isDeclared(other, sans)).toBe(false);
    expect(viewOf(other, tables, sans)).toBe(tables);
    expect(render("people-met", tables, {params: sans}).querySelector(".figure-mark")).toBeNull();
  });

  it("is not what a figure shows unless it is asked", () => {
    expect(
      render("corrected-total", tables, {params: {corrections: "autre"}}).querySelector(".figure-mark")
    ).toBeNull();
  });
});

describe("the findings file", () => {
  const names = new Map([["0123456789ab", "paris.json"]]);
  const lines = (rows: Tables["finding"]) => [...findingsCsv(rows, names)].join("").split("\r\n");

  it("gives contract, field, declared, proposed, rule and where the record stands", () => {
    const row = finding({
      rule: "cpv-left-pad",
      field: "cpv",
      contract_uid: "217500016-1",
      declared: "3452000",
      repaired: "03452000",
      evidence: 'liste CPV 2008, "sept" chiffres',
      platform: "p",
      year: 2024,
      effect_eur: -1.5
    });
    expect(lines([row])).toEqual([
      "contrat,champ,declare,propose,regle,gravite,preuve,plateforme,annee,effet_eur,fichier,enregistrement",
      '217500016-1,cpv,3452000,03452000,cpv-left-pad,warning,"liste CPV 2008, ""sept"" chiffres",p,2024,-1.5,paris.json,1',
      ""
    ]);
  });

  it("disarms what a spreadsheet would run, and leaves a hole empty", () => {
    expect(lines([finding({declared: "=cmd()", repaired: "@x"})])[1]).toContain(",'=cmd(),'@x,");
    expect(lines([finding({source_id: "autre", record_number: null})])[1]).toMatch(/,autre,$/);
  });

  it("holds procurement alone, and its header even when nothing was found", () => {
    expect(lines([finding({rule: "night-count-sum"})])).toHaveLength(2);
    expect(lines([])).toHaveLength(2);
  });

  it("comes in parts, so that a million findings fit", () => {
    const many = Array.from({length: 5_000}, () => finding({}));
    const parts = [...findingsCsv(many, names)];
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join("").split("\r\n")).toHaveLength(5_002);
  });

  it("can hold no name, since no rule looks at one", () => {
    for (const {id, field} of rules) expect(`${id} ${field}`).not.toMatch(/name|denomination/);
  });
});
