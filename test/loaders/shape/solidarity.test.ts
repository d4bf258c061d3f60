import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../../src/components/figure.js";
import figures from "../../../src/figures/index.js";
import type {Figure} from "../../../src/lib/figure.js";
import {noTables, report} from "../../figures/rows.js";
import {shaped, type TestShape} from "./work.js";

const text = (name: string) => readFileSync(`data/reference/solidarite/${name}.csv`, "utf8");
const reference = {
  "nuit-solidarite": text("nuit_solidarite_totaux"),
  "nuit-ruptures": text("ruptures"),
  "nuit-lieux": text("nuit_solidarite_lieux"),
  "nuit-arrondissements": text("nuit_solidarite_arrondissements"),
  "nuit-profils": text("nuit_solidarite_profils"),
  "nuit-chiffres": text("nuit_solidarite_totaux_figures"),
  hebergement: text("hebergement"),
  "fabrique-solidarite": text("fabrique_solidarite"),
  "population-arrondissements": text("arrondissements_population"),
  "jeux-ouverts": text("jeux_open_data")
};
const tablesOf = (more: Record<string, string> = {}) =>
  shaped({csv: Object.entries({...reference, ...more}).map(([dataset, content]) => ({dataset, text: content}))});

function pageOf(id: string, {rows}: TestShape): string {
  const {document} = parseHTML("<!doctype html><html><body><figure></figure></body></html>") as unknown as {
    document: Document;
  };
  const figure = figures.find((one) => one.id === id) as Figure<unknown>;
  const tables = Object.fromEntries(
    Object.keys(noTables).map((name) => [name, figure.tables.includes(name as never) ? rows(name as never) : []])
  );
  document.querySelector("figure")?.append(...renderFigure(figure, tables as never, {}, {document, report}));
  return document.body.textContent ?? "";
}

describe("the compiled tables", () => {
  it("are published whole, and every row knows the page where it was read", async () => {
    const made = await tablesOf();
    const counts = {night_figure: 46, shelter: 18, fabrique_figure: 14, population: 126, night_count_area: 49};
    for (const [table, count] of Object.entries(counts))
      expect([table, made.rows(table as never).length]).toEqual([table, count]);
    for (const table of [
      "night_count",
      "night_count_place",
      "night_count_area",
      "night_count_profile",
      "shelter"
    ] as const)
      for (const {source_url} of made.rows(table)) expect(source_url).toMatch(/^https?:\/\//);
    const below = made.rows("finding").filter(({rule}) => rule === "night-places-below-total");
    expect(below.map(({declared, evidence}) => [declared, evidence])).toEqual([
      ["3635", "édition 2019, total publié : 3641"],
      ["2810", "édition 2021, total publié : 2829"],
      ["707", "édition 2022, total publié : 2600"]
    ]);
    expect(JSON.stringify(made.rows("finding"))).not.toMatch(/Colline|Gaîté/);
  });
});

describe("next year's edition", () => {
  it("is one row of the table of totals: every page shows it, with no code changed", async () => {
    const row =
      "2027,10,2027-01-21,Paris intra-muros,provisoire,4021,,,,,,,,,,,,1 source,https://exemple.fr/fictif-2027,,,donnée fictive\n";
    const made = await tablesOf({"nuit-solidarite": reference["nuit-solidarite"] + row});
    const night = pageOf("people-met", made);
    expect(night).toContain("Au moins 4\u202f021 personnes sans abri rencontrées à Paris en 2027");
    expect(night).toContain("2018 à 2027");
    expect(night).toContain(
      "premier résultat, provisoire ; 3\u202f857 lors de la nuit du 22\u00a0janvier\u00a02026".replace(" ;", "\u00a0;")
    );
    expect(night).toContain("exemple.fr");
    expect(pageOf("one-point-per-person", made)).toContain("4\u202f021 personnes, un point pour chacune");
    expect(pageOf("first-and-final", made)).toContain("2027, provisoire");
    expect(pageOf("night-places", made)).toContain("2027\u00a0: aucun nombre par lieu n’est encore publié.");
    expect(pageOf("night-areas", made)).toContain("2018 à 2027");
  });
});

describe("the City's open data set", () => {
  const header = "edition_jeu_ouvert,personnes_jeu_ouvert\n";

  it("stands beside the table of totals, edition by edition, and changes no published number", async () => {
    const made = await tablesOf({"nuit-jeu-ouvert": `${header}2018,3035\n2019-01-01,3622\n2020,3608\n2028,4000\n`});
    const night = (edition: number, status: string) =>
      made
        .rows("night_count")
        .find((one) => one.edition === edition && one.perimeter === "paris" && one.status === status);
    expect(night(2018, "definitif")).toMatchObject({people_count: 3035, open_data_count: 3035});
    expect(night(2020, "definitif")).toMatchObject({people_count: 3601, open_data_count: 3608, is_headline: true});
    expect(night(2021, "definitif")?.open_data_count).toBeNull();
    const found = made.rows("finding").filter(({rule}) => rule === "night-count-disagreement");
    expect(found.map(({declared, evidence}) => [declared, evidence])).toEqual([
      ["3608", "2020 : 3601 (definitif) ou 3552 (provisoire)"],
      ["4000", "2028 : édition absente de la table des totaux, une ligne à ajouter"]
    ]);
    expect(made.report.inputs.at(-1)).toMatchObject({records_read: 4, rows_staged: 4});
  });
});
