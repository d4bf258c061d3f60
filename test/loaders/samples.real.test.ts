import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {decpFolder, shapedFiles} from "./shape/real-files.js";

/**
 * Each sample with its records and its findings by rule. What is found is written in the sample itself: stand-in buyers
 * whose key is wrong, a modification dated before its contract, one contract twice in a file or under two identifiers, an
 * amount of modification of which nothing tells whether it is added (123 457,87 € for 575 000 €).
 */
const samples: Readonly<Record<string, readonly [records: number, found: Readonly<Record<string, number>>]>> = {
  "decp-rama_after2024.xml": [1, {"buyer-id-bad-key": 1, "modification-unknown-meaning": 1}],
  "decp-rama_before2024.xml": [1, {"buyer-id-bad-key": 1, "modification-unknown-meaning": 1}],
  "v1_cc-avec-modifications.json": [1, {}],
  "v1_cc-avec-modifications.xml": [1, {}],
  "v1_cc-basique-avec-uid.json": [1, {}],
  "v1_mar-avec-modifications.json": [1, {}],
  "v1_mar-avec-modifications.xml": [1, {}],
  "v1_mar-basique-avec-uid.xml": [1, {}],
  "v1_mar-basique.json": [1, {}],
  "v1_paquet-avec-uid.json": [2, {}],
  "v1_paquet-avec-uid.xml": [4, {"same-holder-twin": 2}],
  "v2_Contrat-concession-modification.xml": [2, {"buyer-id-bad-key": 2, "duplicate-contract": 1}],
  "v2_Contrat-concession.xml": [2, {"buyer-id-bad-key": 2, "duplicate-contract": 1}],
  "v2_Marche.xml": [2, {"duplicate-contract": 1}],
  "v2_concessions.json": [2, {"buyer-id-bad-key": 2}],
  "v2_concessions_avec_modifications.json": [2, {"buyer-id-bad-key": 2, "date-order": 2}],
  "v2_marches_avec_modifications.json": [
    2,
    {"buyer-id-bad-key": 1, "date-order": 2, "modification-unknown-meaning": 2}
  ],
  "v2_marches_concessions.json": [4, {"buyer-id-bad-key": 3, "date-order": 4, "modification-unknown-meaning": 2}]
};

if (!existsSync(decpFolder) && !process.env.CI)
  console.log(`Modèles officiels : ${decpFolder} absent, contrôle laissé de côté.`);
else
  describe("the official samples", () => {
    it("are these eighteen", () =>
      expect(readdirSync(join(decpFolder, "examples-fictional")).sort()).toEqual(Object.keys(samples)));

    it.each(Object.entries(samples))(
      "%s: every record is accepted, and only what its authors wrote is found",
      async (file, [records, found]) => {
        const {report} = await shapedFiles(`examples-fictional/${file}`);
        expect(report.inputs).toMatchObject([{records_read: records, rows_staged: records, rows_refused: 0}]);
        const rules = report.findings.filter(({rows}) => rows > 0).map(({rule, rows}) => [rule, rows] as const);
        expect(Object.fromEntries(rules)).toEqual(found);
      }
    );
  });
