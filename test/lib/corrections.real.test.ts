import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {expect, it} from "vitest";
import supplierHhi from "../../src/indicators/supplier-hhi.js";
import {asDeclared} from "../../src/lib/corrections.js";
import {groupBy} from "../../src/lib/group-by.js";
import {measure} from "../../src/lib/indicator.js";
import type {Tables} from "../../src/lib/schema.js";
import {noTables} from "../figures/rows.js";
import {decpFolder, shapedFiles} from "../loaders/shape/real-files.js";

interface Declared {
  montant: number;
  dateNotification: string;
  titulaires: {titulaire: {id: string}}[] | null;
  techniques: {technique: string[]};
  considerationsSociales: {considerationSociale: string[]};
}

const names = ["v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz"];

/** A text without a digit may be a name: it is never shown. */
const publishable = (id: string) => (id === "" || /[0-9]/.test(id) ? id : "texte sans chiffre, non publié");

/** What a spreadsheet would add: every record, its own identifiers and answers, an equal share for each holder. */
function naive(): {id: string; eur: number; isFirm: boolean; isSocial: boolean; year: string; share: number}[] {
  const records = names.flatMap(
    (name) => JSON.parse(gunzipSync(readFileSync(join(decpFolder, name))).toString()) as Declared[]
  );
  return records.flatMap(({montant, dateNotification, titulaires, techniques, considerationsSociales}) => {
    const ids = titulaires?.length ? titulaires.map(({titulaire}) => publishable(titulaire.id.trim())) : [""];
    return ids.map((id) => ({
      id,
      eur: montant / ids.length,
      isFirm: !techniques.technique.includes("Accord-cadre"),
      isSocial: considerationsSociales.considerationSociale.includes("Clause sociale"),
      year: dateNotification.slice(0, 4),
      share: 1 / ids.length
    }));
  });
}

const total = <T>(rows: readonly T[], of: (row: T) => number): number =>
  Math.round(rows.reduce((sum, row) => sum + of(row), 0) * 100) / 100;

it("without corrections, the figures see what a plain addition of the files of Paris gives", async () => {
  const {rows} = await shapedFiles(...names);
  const read = ["contract", "contract_source", "award", "award_supplier", "supplier"] as const;
  const tables: Tables = {...noTables, ...Object.fromEntries(read.map((name) => [name, rows(name)]))};
  const {award, award_supplier: links} = asDeclared(tables);
  const expected = naive();

  const byId = groupBy(expected, ({id}) => id || null);
  const found = groupBy(links, ({supplier_siren}) => supplier_siren);
  expect(found.size).toBe(byId.size);
  for (const [id, own] of byId) {
    expect(found.get(id)?.length, String(id)).toBe(own.length);
    expect(
      total(found.get(id) ?? [], ({amount_eur}) => amount_eur ?? 0),
      String(id)
    ).toBe(total(own, ({eur}) => eur));
  }
  for (const year of ["2023", "2024", "2025"]) {
    const own = links.filter((row) => String(row.year) === year && !row.is_framework);
    const firm = expected.filter((row) => row.year === year && row.isFirm);
    expect(total(own, ({amount_eur}) => amount_eur ?? 0)).toBe(total(firm, ({eur}) => eur));
    const social = award.filter((row) => String(row.year) === year && /Clause sociale/.test(row.social_clauses ?? ""));
    expect(social).toHaveLength(
      total(
        expected.filter((row) => row.year === year && row.isSocial),
        ({share}) => share
      )
    );
  }
  const identified = Array.from(byId).flatMap(([id, own]) => (id === null ? [] : [total(own, ({eur}) => eur)]));
  const all = total(identified, (eur) => eur);
  const hhi = identified.reduce((sum, eur) => sum + (100 * eur) ** 2 / all ** 2, 0);
  expect(measure(supplierHhi, links).value).toBeCloseTo(hhi, 6);
});
