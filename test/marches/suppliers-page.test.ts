import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../src/components/figure.js";
import figures from "../../src/figures/index.js";
import {listSuppliers, searchSuppliers} from "../../src/figures/supplier-table.js";
import type {Row, Tables} from "../../src/lib/schema.js";
import {suppliersAnswer, suppliersPage} from "../../src/marches/suppliers-page.js";
import {link, noTables, report, tables} from "../figures/rows.js";

type Link = Row<"award_supplier">;

const siren = (i: number) => `0000${String(10_000 + i)}`;

/** So many awards of a year, shared among so many suppliers. */
const awards = (year: number, count: number, suppliers: number, fields: Partial<Link> = {}): Link[] =>
  Array.from({length: count}, (_, i) =>
    link({award_uid: `${year}-${i}`, year, supplier_siren: siren(i % suppliers), amount_eur: 1000, ...fields})
  );

function textOf(id: string, award_supplier: Link[]): string {
  const {document} = parseHTML("<!doctype html><html><body><figure></figure></body></html>");
  const host = document.querySelector("figure") as unknown as Element;
  const figure = figures.find((one) => one.id === id)!;
  host.append(
    ...renderFigure(figure, {...noTables, award_supplier} as Tables, {}, {document: document as never, report})
  );
  for (const style of host.querySelectorAll("style")) style.remove();
  return host.textContent ?? "";
}

describe("what the page of suppliers says first", () => {
  it("changes from more to less with the numbers, on draws of one size", () => {
    const more = suppliersAnswer([...awards(2024, 200, 20), ...awards(2025, 400, 40)]);
    expect(more).toContain("Pour cent attributions, on trouve 38 titulaires différents en 2025, plus qu’en 2024 (20).");
    const less = suppliersAnswer([...awards(2024, 400, 40), ...awards(2025, 200, 20)]);
    expect(less).toContain("20 titulaires différents en 2025, moins qu’en 2024 (38).");
    const same = suppliersAnswer([...awards(2024, 200, 20), ...awards(2025, 200, 20)]);
    expect(same).toContain("20 titulaires différents en 2025, autant qu’en 2024.");
  });

  it("does not compare years too small to be drawn from", () => {
    expect(suppliersAnswer(awards(2024, 99, 20))).not.toContain("Pour cent attributions");
  });

  it("gives the share of the first ten, and the number of equal suppliers", () => {
    expect(suppliersAnswer(awards(2024, 20, 20))).toContain(
      "20 titulaires identifiés\u00a0; les dix premiers reçoivent 50,0\u00a0% du montant attribué\u00a0; l’argent se répartit comme entre 20 titulaires"
    );
  });

  it("tells who is new, and who comes back, only where the years were published", () => {
    const seen = awards(2022, 10, 10, {observed_since: "2019-01-01", awarded_next_year: true});
    expect(suppliersAnswer(seen)).toContain(
      "100,0\u00a0% des titulaires de 2022 reçoivent encore un marché en 2023. En 2022, 100,0\u00a0% des titulaires n’avaient rien reçu"
    );
    const blind = suppliersAnswer(awards(2022, 10, 10, {observed_since: "2021-01-01"}));
    expect(blind).toContain("Trop peu d’années sont publiées sans trou");
    expect(blind).not.toContain("encore un marché");
  });

  it("says that there is nothing to say", () => {
    expect(suppliersAnswer([])).toBe(
      "Aucun titulaire identifié n’a été lu\u00a0: il n’y a rien à dire des fournisseurs."
    );
    expect(suppliersPage(null)).toContain("Aucune donnée n’a encore été construite.");
  });
});

describe("the page", () => {
  it("holds its figures and a table whose rows lead to each supplier, on one line", () => {
    const page = suppliersPage(tables);
    for (const id of ["ranking-before-after", "supplier-lorenz", "concentration-by-year", "renewal-by-year"])
      expect(page).toContain(`<figure data-figure="${id}"></figure>`);
    expect(page.match(/^# /gm)).toHaveLength(1);
    expect(page).toContain('<a href="../marches/fournisseur?id=000000018">JARDINS IMAGINAIRES SARL</a>');
    expect(page).toContain("SIREN 000\u202f000\u202f100");
  });

  it("lets no name act as an expression", () => {
    const supplier = [{...tables.supplier[0]!, supplier_name: "${alert(1)} <b>SARL</b>"}];
    const page = suppliersPage({award_supplier: [], supplier});
    expect(page).not.toContain("${");
    expect(page).not.toContain("<b>");
  });
});

describe("the search among suppliers", () => {
  const suppliers = listSuppliers([
    {...tables.supplier[0]!, supplier_name: "ÉTABLISSEMENTS DE L’HAŸ SARL", commune_name: "L’Haÿ-les-Roses"},
    {...tables.supplier[1]!, amount_eur: 900_000}
  ]);

  it("does not see case, accents or spaces in a number, and wants every word", () => {
    expect(searchSuppliers(suppliers, "hay sarl")).toHaveLength(1);
    expect(searchSuppliers(suppliers, "000 000 018")).toHaveLength(1);
    expect(searchSuppliers(suppliers, "hay scop")).toEqual([]);
    expect(searchSuppliers(suppliers, " ")).toHaveLength(2);
  });

  it("puts the largest amount first, and never an unknown supplier", () => {
    expect(suppliers.map(({supplier_siren}) => supplier_siren)).toEqual(["000000100", "000000018"]);
    expect(listSuppliers([{...tables.supplier[0]!, supplier_siren: null}])).toEqual([]);
  });
});

describe("renewal by year", () => {
  const known = awards(2022, 6, 6, {previous_award_on: "2021-02-02", observed_since: "2019-01-01"});
  const fresh = awards(2022, 4, 4, {observed_since: "2019-01-01"}).map((row, i) => ({
    ...row,
    supplier_siren: siren(50 + i)
  }));

  it("gives the share of new suppliers where the years before were published", () => {
    expect(textOf("renewal-by-year", [...known, ...fresh])).toContain("40,0\u00a0% de nouveaux titulaires en 2022");
  });

  it("gives a bound where they were not, and no share at all where nobody is known", () => {
    const blind = fresh.map((row) => ({...row, observed_since: "2021-01-01"}));
    const bounded = textOf("renewal-by-year", [...known.map((row) => ({...row, observed_since: null})), ...blind]);
    expect(bounded).toContain("En 2022, au plus 40,0\u00a0% de nouveaux titulaires");
    expect(bounded).toContain("Aucune part de nouveaux n’est donc donnée");
    const none = textOf("renewal-by-year", awards(2022, 9, 9));
    expect(none).toContain("Trop peu d’années publiées pour dire qui est nouveau");
  });
});

describe("concentration by division", () => {
  it("does not chart a division of fewer than five suppliers, and says so", () => {
    const rows = [...awards(2024, 10, 10, {cpv_division: "45"}), ...awards(2024, 4, 4, {cpv_division: "77"})];
    const text = textOf("concentration-by-division", rows);
    expect(text).toContain("Travaux de construction · 10");
    expect(text).toContain("moins de 5 titulaires");
    expect(text).not.toMatch(/· 4\b/);
  });
});

describe("the ranking before and after", () => {
  it("counts the identifiers that leave it", () => {
    const rows = [
      link({award_uid: "a", supplier_siren: null, supplier_id_declared: "???1", amount_eur: 9e6}),
      ...awards(2024, 3, 3)
    ];
    expect(textOf("ranking-before-after", rows)).toContain("Titulaire après réparation");
  });
});
