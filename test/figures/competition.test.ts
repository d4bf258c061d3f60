import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../src/components/figure.js";
import figures from "../../src/figures/index.js";
import type {Figure} from "../../src/lib/figure.js";
import type {Row, Tables} from "../../src/lib/schema.js";
import {answers, award, noTables, report, tables} from "./rows.js";

function render(id: string, rows: Tables = tables, params = {}): Element {
  const {document} = parseHTML("<!doctype html><html><body><figure></figure></body></html>") as unknown as {
    document: Document;
  };
  const figure = figures.find((one) => one.id === id) as Figure<unknown>;
  const host = document.querySelector("figure") as Element;
  host.append(...renderFigure(figure, rows, params, {document, report}));
  return host;
}

const many = (n: number, fields: (i: number) => Partial<Row<"award">>): Row<"award">[] =>
  Array.from({length: n}, (_, i) => award({award_uid: `m${i}`, ...fields(i)}));
const of = (rows: Row<"award">[]): Tables => ({...noTables, award: rows});
const titleOf = (host: Element) => host.querySelector(".figure-title")?.textContent ?? "";
const wideText = (host: Element) => {
  const svg = host.querySelector(".chart-wide") as Element;
  return [...svg.querySelectorAll("text")].map((text) => text.textContent);
};
const cells = (host: Element, row: number) =>
  [...(host.querySelectorAll("tbody tr")[row]?.children ?? [])].map((cell) => cell.textContent);

describe("offers received", () => {
  const offers = [1, 1, 2, 3, 4, 5, 6, 10, 11, 30];
  const rows = many(10, (i) => ({offers_received: offers[i] ?? null}));

  it("falls in bins that lose no award", () => {
    const host = render("offers-received", of(rows));
    expect([...host.querySelectorAll("tbody tr")].map((row) => row.children[2]?.textContent)).toEqual(
      "2 1 1 2 2 2".split(" ")
    );
    expect(titleOf(host)).toBe("20,0\u00a0% des marchés n’ont reçu qu’une seule offre");
  });
  it("counts every record as declared when it is told to", () => {
    const host = render("offers-received", {...tables, award: rows, ...declared(rows)}, {corrections: "sans"});
    expect(host.querySelector(".figure-mark")).not.toBeNull();
    expect(host.querySelector(".figure-notes")?.textContent).toContain("Tous les enregistrements lus");
    // The first award stands twice in the files: three single bids out of eleven records.
    expect(titleOf(host)).toContain("27,3\u00a0%");
  });
});

/** The records behind the awards: one each, two for the first. */
function declared(rows: Row<"award">[]): Pick<Tables, "contract" | "contract_source"> {
  const uids = [rows[0], ...rows].flatMap((row) => (row ? [row.award_uid] : []));
  return {
    contract: rows.map((row) => ({...row, contract_uid: row.award_uid}) as unknown as Row<"contract">),
    contract_source: uids.map(
      (contract_uid, i) =>
        ({contract_uid, source_id: "s", record_number: i + 1, amount_declared_eur: 5}) as Row<"contract_source">
    )
  };
}

describe("consortia", () => {
  const notesOf = (silent: number) => {
    const asked = {kind: "marche", dialect: "v2"} as const;
    const rows = [
      ...many(100, (i) => ({...asked, year: 2024, consortium_type: i < 5 ? "Conjoint" : "Pas de groupement"})),
      ...many(silent, () => ({...asked, year: 2025, consortium_type: "Pas de groupement"}))
    ];
    return render("consortia", of(rows)).querySelector(".figure-notes")?.textContent ?? "";
  };

  it("says which year names none at all, where the share of the others would make five", () => {
    expect(notesOf(100)).toContain("En 2025, aucune des 100 attributions ne dit de groupement");
    expect(notesOf(100)).not.toContain("En 2024, aucune");
  });

  it("says nothing of a year that may have none by chance", () => {
    expect(notesOf(99)).not.toContain("aucune des");
  });
});

describe("a year that too few awards stand behind", () => {
  const rows = [
    ...many(4, () => ({year: 2023, offers_received: 1})),
    ...many(5, () => ({year: 2024, offers_received: 2}))
  ];

  it("keeps its place with a dash, and its value in the table", () => {
    const host = render("offers-by-year", of(rows));
    // 2023 in the three panels; 2024 among the open procedures, for there is none.
    expect(wideText(host).filter((text) => text === "–")).toHaveLength(4);
    expect(cells(host, 0).slice(0, 2)).toEqual(["2023", "100,0\u00a0%"]);
  });
  it("makes no change to speak of in the title", () => {
    expect(titleOf(render("offers-by-year", of(rows)))).toBe("Offres reçues, année par année");
    const full = [...rows, ...many(1, () => ({year: 2023, offers_received: 2}))];
    expect(titleOf(render("offers-by-year", of(full)))).toBe(
      "Offre unique\u00a0: \u221280,0\u00a0points entre 2023 et 2024"
    );
  });
});

describe("single bids by division", () => {
  it("draws no division of fewer than five awards, and gives it in the table with its interval", () => {
    const rows = [
      ...many(5, () => ({cpv_division: "45"})),
      ...many(4, () => ({cpv_division: "03", offers_received: 1}))
    ];
    const host = render("single-bids-by-division", of(rows));
    expect(wideText(host).join()).not.toContain("03 ·");
    expect(cells(host, 1).slice(0, 4)).toEqual([
      expect.stringMatching(/^03 · /),
      "100,0\u00a0%",
      "51,0\u00a0%",
      "100,0\u00a0%"
    ]);
    expect(titleOf(host)).toBe("Offre unique, par domaine d’achat");
  });
  it("says more than half only where chance cannot make it less", () => {
    const some = (n: number, singles: number) =>
      many(n, (i) => ({cpv_division: "45", offers_received: i < singles ? 1 : 4}));
    expect(titleOf(render("single-bids-by-division", of(some(10, 6))))).toBe("Offre unique, par domaine d’achat");
    expect(titleOf(render("single-bids-by-division", of(some(100, 70))))).toContain("plus de la moitié");
  });
});

describe("the mix of procedures", () => {
  it("keeps ceilings apart from firm amounts, and counts an unknown label", () => {
    const open = "Appel d’offres ouvert";
    const rows = [
      ...many(4, () => ({procedure: open, amount_eur: 100})),
      ...many(4, () => ({procedure: "Procédure adaptée", amount_eur: 300})),
      award({procedure: open, is_framework: true, amount_eur: 1_000_000}),
      award({procedure: null, amount_eur: 50})
    ];
    const host = render("procedure-mix", of(rows));
    expect(wideText(host)).toEqual(expect.arrayContaining(["56", "44", "25", "75", "100"]));
    expect(host.querySelector(".figure-notes")?.textContent).toContain("libellé inconnu\u00a0: 1 attribution,");
    expect(cells(host, 0)).toEqual([
      "2024 · Ouvertes",
      "55,6\u00a0%",
      "5",
      "400,00\u00a0€",
      "1\u202f000\u202f000,00\u00a0€"
    ]);
  });
});

describe("amendments", () => {
  it("add what is known, and say what is left aside and why", () => {
    const rows = [
      ...many(6, () => ({})),
      award({modification_count: 1, amount_eur: 1000, amount_after_eur: 1100}),
      award({modification_count: 1, amount_after_eur: null})
    ];
    const host = render("amendments", of(rows));
    expect(titleOf(host)).toBe("25,0\u00a0% des marchés ont une modification publiée");
    expect(host.querySelector(".big-numbers")?.textContent).toContain("+100\u00a0€");
    expect(host.querySelector(".figure-notes")?.textContent).toContain("1 marché (modification sans montant");
  });
});

describe("a field that a platform always answers alike", () => {
  const rows = many(120, (i) => ({
    is_innovative: i === 0,
    has_subcontracting: false,
    default_fields: "has_subcontracting; is_innovative",
    subcontract_count: i === 0 ? 1 : 0
  }));

  it.each(["innovation", "subcontracting"])("gives no share in %s, and says why", (id) => {
    const host = render(id, of(rows));
    expect(titleOf(host)).toContain("ne se mesure pas\u00a0: la même réponse partout");
    expect(cells(host, 0).at(-1)).toBe("ne se calcule pas");
    expect(host.querySelector("svg")).toBeNull();
  });
  it("is hatched among the answers, and a field that is answered is not", () => {
    const completeness = [
      answers({field: "is_innovative", default_value: "false", default_count: 99}),
      answers({field: "social", answered: 40}),
      answers({field: "cpv"})
    ];
    const host = render("clause-answers", {...noTables, completeness});
    const svg = host.querySelector(".chart-wide") as Element;
    expect(svg.querySelectorAll('[data-mark="gap"]')).toHaveLength(1);
    expect(wideText(host)).toContain("40");
    expect(titleOf(host)).toBe("1 champ sur 2 porte de vraies réponses");
    expect(host.textContent).not.toContain("Code CPV");
  });
});

describe("considerations", () => {
  it("put the awards above the census' floor beside all, and doubt a choice that nobody makes", () => {
    const rows = many(120, (i) => ({
      social_clauses: i % 4 === 0 ? "Clause sociale" : "Pas de considération sociale",
      amount_eur: i % 4 === 0 ? 200_000 : 40_000
    }));
    const host = render("social-considerations", of(rows));
    expect(titleOf(host)).toBe("25,0\u00a0% des marchés qui répondent ont une clause sociale");
    expect([...host.querySelectorAll(".big-number .value")].map((value) => value.textContent)).toEqual([
      "25,0\u00a0%",
      "0,0\u00a0%",
      "0,0\u00a0%",
      "100,0\u00a0%"
    ]);
    const notes = host.querySelector(".figure-notes")?.textContent ?? "";
    expect(notes).toContain("«\u00a0Part avec critère social\u00a0»\u00a0: pas une fois sur 120 réponses");
    expect(notes).toContain("18,7\u00a0%");
    expect(notes).toContain("OECP");
  });
});

describe("the delay of publication", () => {
  it("judges closed cohorts only, and says how many are too recent", () => {
    const rows = [
      ...many(6, () => ({notified_on: "2024-03-01", first_published_on: "2024-03-11"})),
      ...many(2, () => ({notified_on: "2024-03-01", first_published_on: "2024-09-11"})),
      award({is_publication_closed: false})
    ];
    const host = render("publication-delay", of(rows));
    expect(titleOf(host)).toBe("25,0\u00a0% des marchés publiés après le délai de deux mois");
    expect(host.querySelector(".figure-notes")?.textContent).toContain("1 attribution est trop récente");
  });
});
