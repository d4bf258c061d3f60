import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";
import type {Reporter} from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Real data stand beside the repository, never in it. In CI they must be there: their tests then fail without them. */
const hasRealData = existsSync(new URL("../../shared/data", import.meta.url)) || process.env.CI !== undefined;
if (!hasRealData)
  console.log("Groupe laissé de côté : données réelles (test/**/*.real.test.ts), faute du dossier ../shared/data.");

/** In CI, one more line under the summary: what the run counted, for whoever reads only the end. */
const closingLine: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.ok() && test.result().state === "passed").length;
    const failed = tests.filter((test) => !test.ok()).length;
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    console.log(`${passed} passed, ${failed + brokenModules + unhandledErrors.length} failed`);
  }
};

export default defineConfig({
  root,
  plugins: [
    {
      // Pages and loaders write "npm:x"; here it is the package of node_modules.
      name: "npm-specifiers",
      enforce: "pre",
      resolveId(source, importer) {
        return source.startsWith("npm:") ? this.resolve(source.slice(4), importer, {skipSelf: true}) : null;
      }
    }
  ],
  test: {
    reporters: ["default", ...(process.env.CI === undefined ? [] : [closingLine])],
    env: {TZ: "UTC"},
    testTimeout: 120_000,
    hookTimeout: 600_000,
    // Two cores: browsers, builds and DuckDB in parallel only slow each other down.
    maxWorkers: 2,
    maxConcurrency: 2,
    exclude: ["node_modules/**", ".cache/**", ...(hasRealData ? [] : ["test/**/*.real.test.ts"])],
    projects: [
      {extends: true, test: {name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**"]}},
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: "test/e2e/global-setup.ts",
          // After the others: two browsers and two sites are enough for two cores.
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
