import {describe, expect, it} from "vitest";
import {divisionAnswer, divisionPage, divisionsPage} from "../../src/marches/cpv/division-page.js";
import {divisionsOf} from "../../src/marches/cpv/last-divisions.js";
import {diversityAnswer, diversityPage} from "../../src/marches/diversity-page.js";
import {link} from "../figures/rows.js";

const firm = (siren: string, fields: Parameters<typeof link>[0] = {}) =>
  link({award_uid: siren, supplier_siren: siren, supplier_id: siren, ...fields});

describe("the first sentence on diversity", () => {
  it("says only what the register says, and why the rest is not said", () => {
    const answer = diversityAnswer([
      firm("1", {size_class: "0-9", supplier_place: "paris"}),
      firm("2", {size_class: "5000+", supplier_place: "france"})
    ]);
    expect(answer).toContain("50,0\u00a0% à des titulaires de moins de 250 salariés");
    expect(answer).toContain("La part des PME ne peut pas être dite");
    expect(answer).not.toMatch(/à des PME|moins de trois ans/);
  });

  it("gives the share of SMEs once the register has categories", () => {
    const answer = diversityAnswer([firm("1", {enterprise_category: "PME"}), firm("2", {enterprise_category: "GE"})]);
    expect(answer).toContain("50,0\u00a0% à des PME");
    expect(answer).not.toContain("ne peut pas être dite");
  });

  it("asks for a register when none was read, and says so when nothing was read", () => {
    expect(diversityAnswer([firm("1")])).toContain("donnez un extrait Sirene");
    expect(diversityAnswer([])).toContain("Aucun marché");
    expect(diversityPage(null)).toContain("Aucune donnée");
  });

  it("never guesses who leads a firm", () => {
    expect(diversityPage([firm("1")])).toContain("nous ne le devinons jamais");
  });
});

describe("a CPV division", () => {
  const links = [
    ...["1", "2", "3", "4", "5"].map((siren) => firm(siren, {cpv_division: "45", amount_eur: 1000})),
    firm("1", {award_uid: "b", cpv_division: "45", amount_eur: 5000, is_framework: true}),
    firm("9", {cpv_division: "77", amount_eur: null}),
    firm("9", {cpv_division: null})
  ];
  const [works, gardens] = divisionsOf(links);

  it("counts awards, suppliers, firm amounts and ceilings apart", () => {
    expect(works).toEqual({division: "45", awards: 6, suppliers: 5, firmEur: 5000, ceilingEur: 5000});
    expect(divisionsOf(links)).toHaveLength(2);
    expect(divisionAnswer(works!)).toBe(
      "6 attributions à 5 titulaires\u00a0: 5\u202f000\u00a0€ fermes et 5\u202f000\u00a0€ de plafonds d’accords-cadres, comptés à part."
    );
    expect(divisionAnswer(gardens!)).toContain("aucun montant lisible");
  });

  it("is charted from five suppliers on", () => {
    expect(divisionPage(works!)).toContain('<figure data-figure="supplier-size" data-cpv="45"></figure>');
    expect(divisionPage(gardens!)).not.toContain("<figure");
    expect(divisionPage(gardens!)).toContain("Moins de 5 titulaires");
  });

  it("is led to from the list", () => {
    const list = divisionsPage(divisionsOf(links));
    expect(list).toContain('href="./45"');
    expect(list).toContain("Travaux de construction");
    expect(divisionsPage([])).toContain("Aucune donnée");
  });
});
