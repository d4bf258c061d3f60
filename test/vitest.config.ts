import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

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
    reporters: ["default", "json"],
    outputFile: {json: ".cache/vitest.json"},
    include: ["test/**/*.test.ts"],
    env: {TZ: "UTC"},
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two cores: browsers, builds and DuckDB in parallel only slow each other down.
    maxWorkers: 2
  }
});
