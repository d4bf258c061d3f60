import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {Row} from "../../src/lib/schema.js";
import {decpFolder, shapedFiles} from "./shape/real-files.js";
import type {TestShape} from "./shape/work.js";

const paris = ["v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz"];
const of2019 = ["paris_decp_2019", "aife_2019", "marches-publics-info_2019", "pes_2019"].map(
  (name) => `v1-2019/${name}.json.gz`
);

const found = ({rows}: TestShape, rule: string): Row<"finding">[] =>
  rows("finding").filter((finding) => finding.rule === rule);
const counts = ({report}: TestShape, ...wanted: string[]) =>
  wanted.map((rule) => report.findings.find((finding) => finding.rule === rule)?.rows);

if (!existsSync(decpFolder) && !process.env.CI)
  console.log(`Règles sur les fichiers réels : ${decpFolder} absent, contrôle laissé de côté.`);
else
  describe("the rules on real files", () => {
    it("see a file that lost its decimals, and every amount of it", async () => {
      const shape = await shapedFiles(...of2019, "v1-2019/bretagne_2019.xml.gz");
      const source = shape.rows("source_file").find(({name}) => name === "bretagne_2019.xml.gz")?.source_id;
      const flagged = found(shape, "amount-times-hundred").filter((finding) => finding.source_id === source);
      // 762 contracts: 24 without amount and 8 of zero have nothing to divide. The source CSV reads « 40 000,00 ».
      expect(flagged).toHaveLength(730);
      expect(flagged.find((finding) => finding.contract_uid === "233500016-90001")).toMatchObject({
        declared: "4000000.00",
        repaired: "40000.00",
        effect_eur: null
      });
      const alone = found(shape, "amount-times-hundred").filter((finding) => finding.source_id !== source);
      expect(alone.every(({evidence}) => evidence?.startsWith("ce montant seul"))).toBe(true);
      expect(alone.length).toBeLessThan(30);
      // The file does not serve as a peer: its amounts are neither suspect nor aberrant.
      for (const rule of ["amount-suspect", "amount-aberrant"])
        expect(found(shape, rule).filter((finding) => finding.source_id === source)).toEqual([]);
    });

    it("say nothing of the same file alone, because it has no peers", async () => {
      const shape = await shapedFiles("v1-2019/bretagne_2019.xml.gz");
      expect(found(shape, "amount-times-hundred").filter(({evidence}) => evidence?.startsWith("tout"))).toEqual([]);
    });

    it("count the fictional records of AIFE, its missing dates and what it buys from itself", async () => {
      const shape = await shapedFiles("v1-2019/aife_2019.json.gz");
      const fictional = found(shape, "test-record");
      const seen = (pattern: RegExp) => fictional.filter(({evidence}) => pattern.test(evidence ?? "")).length;
      expect([seen(/identifiant : /), seen(/acheteur : (AIFE|Essentiel)/), seen(/objet : /)]).toEqual([54, 79, 2]);
      // Those three ways find 81; one more record of the buyer "TEST APC" has the object « Marché 130219 ».
      expect(seen(/identifiant : |acheteur : (AIFE|Essentiel)|objet : /)).toBe(81);
      expect(fictional).toHaveLength(82);
      expect(counts(shape, "date-missing", "self-award", "buyer-id-missing")).toEqual([2511, 8, 1]);
    });

    it("read two dates of the year 218, and contracts published by two platforms with their amounts", async () => {
      const shape = await shapedFiles("v1-2019/marches-publics-info_2019.json.gz", "v1-2019/pes_2019.json.gz");
      expect(found(shape, "date-out-of-range").map(({declared}) => declared?.slice(0, 4))).toEqual(["0218", "0218"]);
      const shared = found(shape, "duplicate-across-platforms");
      expect(shared).toHaveLength(176);
      expect(new Set(shared.map(({contract_uid}) => contract_uid)).size).toBe(176);
      // The last record of each file gives the same amount for 173. Six contracts stand twice in one of the files with
      // two amounts, and the other file always agrees with one of them.
      const sources = shape.rows("contract_source");
      const amounts = (uid: string | null, isPes: boolean) =>
        sources
          .filter((row) => row.contract_uid === uid && (row.platform === "data.gouv.fr_pes") === isPes)
          .sort((a, b) => a.record_number - b.record_number)
          .map((row) => row.amount_declared_eur);
      const uids = shared.map(({contract_uid}) => contract_uid);
      expect(uids.filter((uid) => amounts(uid, true).at(-1) === amounts(uid, false).at(-1))).toHaveLength(173);
      const disagreeing = found(shape, "amount-disagreement").filter(({contract_uid}) => uids.includes(contract_uid));
      expect(disagreeing).toHaveLength(6);
      expect(disagreeing.map(({declared}) => declared)).toContain("55000.00");
      expect(disagreeing.every(({evidence}) => evidence?.startsWith("version retenue : "))).toBe(true);
    });

    it("find in Paris's files what was counted by hand", async () => {
      const shape = await shapedFiles(...paris);
      const denied = found(shape, "value-and-denial").filter(({declared}) =>
        /^Accord-cadre ; Sans objet$/.test(declared!)
      );
      expect(denied).toHaveLength(28);
      expect(counts(shape, "published-before-notified", "published-late", "modification-increment")).toEqual([
        6, 292, 14
      ]);
      expect(shape.report.findings.find(({rule}) => rule === "published-late")?.of).toBeLessThan(2200);
      const defaults = found(shape, "default-value").map(({field, declared}) => `${field} ${declared}`);
      expect(defaults).toEqual(
        expect.arrayContaining(["has_subcontracting false", "origin_eu 0", "origin_france 0", "is_innovative false"])
      );
    });

    it("see that Paris has no contracts of 2023 between 2019 and 2025", async () => {
      const shape = await shapedFiles("v1-2019/paris_decp_2019.json.gz", ...paris);
      const gaps = found(shape, "coverage-gap").filter(({evidence}) => evidence?.includes("217500016"));
      expect(gaps.map(({declared}) => declared)).toEqual(["2023-01 – 2023-12"]);
    });
  });
