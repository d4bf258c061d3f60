import {describe, expect, it} from "vitest";
import {bibtex, citationText} from "../../src/lib/citation.js";

const cited = {
  title: "Dix titulaires reçoivent 48,7 % du montant",
  key: "top-suppliers--cpv-45",
  indicators: [{id: "top-ten-share", version: 1}],
  source: "acheteurs publics, données lues le 25 novembre 2026",
  readOn: "2026-11-25T10:00:00Z",
  address: "https://carnets.example/marches/#top-suppliers--cpv-45"
};

describe("a citation", () => {
  it("names the figure, the version of its indicator, the data and the address", () => {
    expect(citationText(cited)).toBe(
      "«\u00a0Dix titulaires reçoivent 48,7\u00a0% du montant\u00a0». Carnets de l’Agora, figure top-suppliers--cpv-45, indicateur top-ten-share version 1. " +
        "Données\u00a0: acheteurs publics, données lues le 25 novembre 2026. https://carnets.example/marches/#top-suppliers--cpv-45"
    );
  });

  it("does without indicator", () => {
    expect(citationText({...cited, indicators: []})).toContain("figure top-suppliers--cpv-45. Données\u00a0:");
  });

  it("in BibTeX is one entry whose braces are paired, TeX's signs being escaped", () => {
    const entry = bibtex({...cited, title: "R&D, 48,7 % {net} _a_ #1 $2 \\x ~y ^z"});
    expect(entry).toMatch(/^@misc\{carnets-top-suppliers--cpv-45-2026,\n/);
    expect(entry).toContain("R\\&D, 48,7 \\% \\{net\\} \\_a\\_ \\#1 \\$2 \\textbackslash{}x \\textasciitilde{}y");
    expect(entry).toContain("url = {https://carnets.example/marches/#top-suppliers--cpv-45}");
    const bare = entry.replaceAll(/\\[{}]/g, "");
    expect(bare.split("{").length).toBe(bare.split("}").length);
  });
});
