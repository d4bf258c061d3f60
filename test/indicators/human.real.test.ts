import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import humanIndicators from "../../src/indicators/human/index.js";
import indicators from "../../src/indicators/index.js";
import {evaluate} from "../../src/lib/human/evaluate.js";
import {sayIt} from "../../src/lib/human/sentence.js";
import type {AnyIndicator} from "../../src/lib/indicator.js";
import type {TableName} from "../../src/lib/schema.js";
import {decpFolder as folder, shapedFiles} from "../loaders/shape/real-files.js";

/** What is said of Paris, once the files of 2024 and 2025 are read; the first start of an abstention. */
const said: Readonly<Record<string, string>> = {
  "une-seule-reponse":
    "En 2025, parmi les achats publics ouverts à tous, près d’un sur treize n’a reçu qu’une seule offre, 2\u00a0points de moins que l’année d’avant.",
  "sans-mise-en-concurrence":
    "Parmi les marchés publics signés en 2025, près d’un sur neuf l’a été sans que d’autres entreprises aient pu répondre, 4,2\u00a0points de moins que l’année d’avant.",
  "dix-entreprises":
    "En 2025, les dix entreprises les mieux servies ont reçu 34,8\u00a0% de l’argent des marchés publics, 3,8\u00a0points de plus que l’année d’avant.",
  "premiere-fois": "Aucune ligne ne peut servir"
};

if (!existsSync(folder) && !process.env.CI)
  console.log(`Fichiers réels de Paris : ${folder} absent, contrôle laissé de côté.`);
else
  describe("human indicators on the real files of Paris", () => {
    it("say what the numbers say, and abstain where two years are too few", async () => {
      const {rows} = await shapedFiles("v2-2024/paris_decp_2024.json.gz", "v2-2024/paris_decp_2025.json.gz");
      for (const [id, words] of Object.entries(said)) {
        const human = humanIndicators.find((one) => one.id === id);
        const indicator = indicators.find((one) => one.id === human?.measure) as AnyIndicator;
        if (!human) throw new Error(`${id}: expected a human indicator, got none.`);
        const found = sayIt(
          human,
          evaluate(human, {indicator, rows: rows(indicator.needs as TableName), equivalences: []})
        );
        expect("text" in found ? found.text : found.abstains, id).toContain(words);
      }
    });
  });
