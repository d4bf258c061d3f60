import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {decpFolder, shapedFiles} from "./real-files.js";

const paris = ["v1-2019/paris_decp_2019.json.gz", "v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz"];

if (!existsSync(decpFolder) && !process.env.CI)
  console.log(`Union des sources : ${decpFolder} absent, contrôle laissé de côté.`);
else {
  describe("the list of the City beside the essential data", () => {
    it.each([
      [2019, 1077, 1338],
      [2020, 1006, 1196],
      [2021, 937, 1570],
      [2024, 626, 1406]
    ])("of %i joins %i of its %i contracts, and adds no ceiling to the total", async (year, joined, all) => {
      const file = `ods-derived/marches_${year}.json.gz`;
      const {rows, report} = await shapedFiles(...paris, file);
      const list = report.inputs.find((input) => input.path === file)?.source_id;
      const declared = rows("contract_source");
      const essential = new Set(declared.filter((row) => row.source_id !== list).map((row) => row.contract_uid));
      const listed = declared.filter((row) => row.source_id === list && row.dataset === "liste-paris");
      expect(listed).toHaveLength(all);
      expect(listed.filter((row) => essential.has(row.contract_uid))).toHaveLength(joined);
      expect(listed.filter((row) => row.amount_declared_eur !== null)).toEqual([]);
      expect(listed.filter((row) => row.is_kept && essential.has(row.contract_uid))).toEqual([]);
      const alone = rows("contract").filter((contract) => contract.source_id === list);
      expect(new Set(alone.map((contract) => contract.amount_issue))).toEqual(new Set(["ceiling"]));
    });
  });

  describe("two platforms that declare the same contracts", () => {
    it("are one contract each: 176 of them, 173 with the amount that stands last in both files", async () => {
      const {rows} = await shapedFiles("v1-2019/pes_2019.json.gz", "v1-2019/marches-publics-info_2019.json.gz");
      const shared = rows("contract").filter((contract) => contract.source_count === 2);
      const last = new Map<string, Map<string, number | null>>();
      for (const {contract_uid, source_id, amount_declared_eur} of rows("contract_source"))
        last.set(contract_uid, (last.get(contract_uid) ?? new Map()).set(source_id, amount_declared_eur));
      const amounts = shared.map(({contract_uid}) => new Set(last.get(contract_uid)?.values()));
      expect(amounts).toHaveLength(176);
      expect(amounts.filter((declared) => declared.size === 1)).toHaveLength(173);
      const disputed = shared.filter((_, i) => amounts[i]?.size === 2).map((contract) => contract.contract_uid);
      const told = rows("finding").filter((finding) => finding.rule === "amount-disagreement");
      expect(told.map((finding) => finding.contract_uid)).toEqual(expect.arrayContaining(disputed));
    });
  });

  describe("the amounts of modifications", () => {
    it("are increments in the files of Paris of 2024 and 2025", async () => {
      const {rows} = await shapedFiles(...paris.slice(1));
      const told = rows("modification").filter((row) => row.amount_declared_eur !== null);
      expect(told.length).toBeGreaterThanOrEqual(12);
      expect(new Set(told.map((row) => row.amount_meaning))).toEqual(new Set(["increment"]));
      const contracts = new Map(rows("contract").map((row) => [row.contract_uid, row.amount_eur as number]));
      for (const {contract_uid, amount_after_eur} of told)
        expect(amount_after_eur).toBeGreaterThan(contracts.get(contract_uid) as number);
    });

    it("are new totals in the files of Paris of 2019 and of e-marchespublics", async () => {
      const {rows} = await shapedFiles("v1-2019/paris_decp_2019.json.gz", "v2-2024/eclaireur_20-marches.json");
      const told = rows("modification").filter((row) => row.amount_declared_eur !== null);
      expect(told).toHaveLength(8);
      expect(new Set(told.map((row) => row.amount_meaning))).toEqual(new Set(["new_total"]));
      for (const row of told) expect(row.amount_after_eur).toBe(row.amount_declared_eur);
    });
  });

  describe("what Paris leaves out", () => {
    it("is the whole of 2023, when its files are read together", async () => {
      const {rows} = await shapedFiles(...paris);
      const gaps = rows("coverage").filter((row) => row.buyer_id === "217500016" && row.is_gap);
      const of2023 = gaps.filter((row) => row.month.startsWith("2023")).map((row) => row.month.slice(5, 7));
      expect(of2023).toHaveLength(12);
      expect(gaps).toHaveLength(12);
    });

    it("is the acts that nine changes of subcontracts speak of", async () => {
      const {rows} = await shapedFiles(...paris.slice(1));
      const contracts = new Set(
        rows("subcontract")
          .filter((row) => !row.has_act)
          .map((row) => row.contract_uid)
      );
      expect(rows("subcontract").filter((row) => row.kind === "act")).toHaveLength(1);
      expect(contracts.size).toBe(9);
    });

    it("is an answer, where one value stands everywhere", async () => {
      const {rows} = await shapedFiles(...paris.slice(1));
      const defaults = rows("completeness").filter((row) => row.default_value !== null);
      const fields = new Set(defaults.map((row) => row.field));
      for (const field of ["origin_eu", "origin_france", "has_subcontracting", "is_innovative"])
        expect(fields).toContain(field);
    });
  });
}
