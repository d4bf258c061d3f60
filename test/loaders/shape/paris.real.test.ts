import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {decpFolder as folder, shapedFiles} from "./real-files.js";

const recent = () => shapedFiles("v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz");

if (!existsSync(folder) && !process.env.CI)
  console.log(`Fichiers réels de Paris : ${folder} absent, contrôle laissé de côté.`);
else
  describe("the real files of Paris", () => {
    it("go from the declared total of 2024 and 2025 to the corrected one", async () => {
      const {report} = await recent();
      expect(report.totals.map(({id, rows, amount_eur}) => [id, rows, amount_eur])).toEqual([
        ["records", 2206, 4942299889.73],
        ["distinct", 2200, 4938232031.54],
        ["same-key", 2138, 2761685632.53],
        ["awards", 2140, 2761732747.53],
        ["corrected", 2043, 2761731784]
      ]);
    });

    it("hold the fillers and the malformed identifiers that were counted by hand", async () => {
      const {report, rows} = await recent();
      const count = (rule: string) => report.findings.find((finding) => finding.rule === rule)?.rows;
      const fillers = rows("finding").filter((finding) => finding.rule === "placeholder-amount");
      expect(fillers.filter((finding) => finding.declared === "10.00")).toHaveLength(96);
      expect(count("duplicate-contract")).toBe(6);
      expect(count("supplier-id-siren-plus-prefix")).toBe(32);
      expect(count("supplier-id-siren-plus-ape")).toBe(45);
      expect(count("supplier-id-bad-key")).toBe(13);
      expect(count("supplier-id-missing")).toBe(17);
    });

    it("keep two awards apart where the same holder stands twice on one amount, date and object", async () => {
      const {rows} = await recent();
      const contracts = rows("contract");
      const twins = (amount: number) => contracts.filter((contract) => contract.amount_declared_eur === amount);
      for (const amount of [7650, 39465])
        expect(new Set(twins(amount).map((c) => c.award_uid)).size).toBe(twins(amount).length);
    });

    it("count 2019 as declared, with sixty codes padded into real ones", async () => {
      const {report, rows} = await shapedFiles("v1-2019/paris_decp_2019.json.gz");
      expect(report.totals[0]).toMatchObject({rows: 3850, amount_eur: 11846891776.05});
      const padded = rows("finding").filter((finding) => finding.rule === "cpv-left-pad");
      expect(padded).toHaveLength(60);
      const list = gunzipSync(readFileSync(join(folder, "reference/cpv_2008_fr.csv.gz"))).toString();
      const codes = new Set(list.split("\n").map((line) => line.slice(0, 8)));
      expect(padded.filter((finding) => !codes.has(finding.repaired ?? ""))).toEqual([]);
    });

    it("and of other buyers are staged or refused to the last record", async () => {
      const {report} = await shapedFiles(
        "v1-2019/aife_2019.json.gz",
        "v1-2019/marches-publics-info_2019.json.gz",
        "v1-2019/pes_2019.json.gz",
        "v2-2024/megalis_2024-07-09.json",
        "v2-2024/eclaireur_20-marches.json"
      );
      expect(report.inputs.map((input) => input.records_read)).toEqual([4530, 4509, 1148, 5, 20]);
      for (const {records_read, rows_staged, rows_refused} of report.inputs)
        expect(rows_staged + rows_refused).toBe(records_read);
    });
  });
