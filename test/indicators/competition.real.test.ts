import {existsSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import indicators from "../../src/indicators/index.js";
import {measure, type AnyIndicator} from "../../src/lib/indicator.js";
import {decpFolder as folder, shapedFiles} from "../loaders/shape/real-files.js";

/** The same questions asked to the mart in SQL, whose dates and medians are DuckDB's own. */
const oracles: Readonly<Record<string, string>> = {
  "award-count": "count(*)",
  "single-bid-share": "avg((offers_received = 1)::INT) FILTER (offers_received > 0)",
  "single-bid-share-open": `avg((offers_received = 1)::INT) FILTER (offers_received > 0 AND "procedure" = 'Appel d’offres ouvert')`,
  "median-offers": "median(offers_received)",
  "open-procedure-share": `avg(("procedure" = 'Appel d’offres ouvert')::INT)`,
  "no-competition-share": `avg(starts_with("procedure", 'Marché passé sans')::INT)`,
  "consortia-share": "avg((consortium_type IN ('Conjoint', 'Solidaire'))::INT)",
  "social-clause-share": "avg(contains(social_clauses, 'Clause sociale')::INT)",
  "reserved-share": "avg(contains(social_clauses, 'réservé')::INT)",
  "environmental-clause-share": "avg(contains(environmental_clauses, 'Clause env')::INT)",
  "environmental-criterion-share": "avg(contains(environmental_clauses, 'Critère')::INT)",
  "amendment-amount": "sum(amount_after_eur - amount_eur) FILTER (NOT is_framework AND modification_count > 0)",
  "late-publication-share":
    "avg((first_published_on > notified_on + INTERVAL 2 MONTH)::INT) FILTER (is_publication_closed AND first_published_on >= notified_on)",
  "publication-delay":
    "median(first_published_on - notified_on) FILTER (is_publication_closed AND first_published_on >= notified_on)"
};

const byId = (id: string) => indicators.find((indicator) => indicator.id === id) as AnyIndicator;

if (!existsSync(folder) && !process.env.CI)
  console.log(`Fichiers réels de Paris : ${folder} absent, contrôle laissé de côté.`);
else
  describe("competition and clauses on the real files of Paris", () => {
    it("agree with SQL to a billionth on 2024 and 2025, and refuse what a platform fills by default", async () => {
      const {rows, out} = await shapedFiles("v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz");
      const award = rows("award");
      const instance = await DuckDBInstance.create();
      const db = await instance.connect();
      const columns = Object.entries(oracles).map(([id, sql]) => `(${sql})::DOUBLE AS "${id}"`);
      const reader = await db.runAndReadAll(
        `SELECT ${columns.join(", ")} FROM read_parquet('${join(out, "marts/award.parquet")}')`
      );
      const [expected = {}] = reader.getRowObjects();
      for (const id of Object.keys(oracles)) {
        const {value} = measure(byId(id), award);
        expect(value, id).not.toBeNull();
        expect(value, id).toBeCloseTo(expected[id] as number, 9);
      }
      for (const id of ["innovation-share", "subcontracted-share"]) {
        const {value, leftOut} = measure(byId(id), award);
        expect([value, leftOut.default, leftOut.unanswered], id).toEqual([null, 2139, 1]);
      }
    });

    it("say of 2019 to 2022 that nothing was asked, and not that nobody answered", async () => {
      const {rows} = await shapedFiles("v1-2019/paris_decp_2019.json.gz");
      const award = rows("award");
      for (const id of ["single-bid-share", "social-clause-share", "innovation-share", "consortia-share"]) {
        const {value, used, leftOut} = measure(byId(id), award);
        expect([value, used, leftOut["not-asked"]], id).toEqual([null, 0, award.length]);
      }
    });
  });
