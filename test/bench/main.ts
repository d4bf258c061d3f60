import {existsSync} from "node:fs";
import {availableParallelism, loadavg} from "node:os";
import process from "node:process";
import {launchBrowser} from "../e2e/browser.js";
import {benchExplore, exploreBudget, type ExploreResult} from "./explore.js";
import {benchIngest, compareIngest, ingestBudget, type IngestFormat, type IngestResult} from "./ingest.js";
import {benchOverview, type OverviewResult} from "./overview.js";
import {budget} from "./page-cost.js";
import {benchRebuild, rebuildBudget, type RebuildResult} from "./rebuild.js";
import {comparisonLines, exploreLines, ingestLines, loadLines, overviewLines, rebuildLines} from "./table.js";

/** Generated contracts, how often each size is run, and in which formats. */
const sizes: readonly (readonly [contracts: number, runs: number, formats: readonly IngestFormat[]])[] = [
  [20_000, 3, ["json", "json.gz"]],
  [200_000, 1, ["json", "json.gz", "xml"]],
  [1_000_000, 1, ["json", "json.gz"]]
];
const quickContracts = 200_000;
const pageRuns = 5;

/** Parts that can be asked for alone. */
const parts = ["ingestion", "build", "page", "explore"];
const exploreRuns = 7;

/**
 * Entry of `npm run bench`: measures ingestion, the building of the site, the overview page and the filters of the
 * explorer, as ratios inside one run, for machines differ. `--json` prints the results as JSON; `ingestion`, `build`,
 * `page` or `explore` measures this part alone; `--quick` leaves out the million of contracts, whose files alone take half
 * a minute to write.
 */
async function main(args: readonly string[]): Promise<void> {
  const isJson = args.includes("--json");
  const wants = (part: string) => args.includes(part) || !parts.some((name) => args.includes(name));
  const say = (lines: readonly string[]) => {
    if (!isJson) console.log(lines.join("\n"));
  };

  say(loadLines(loadavg()[0] ?? 0, availableParallelism()));
  const ingest: IngestResult[] = [];
  if (wants("ingestion"))
    for (const [contracts, runs, formats] of sizes) {
      if (contracts > quickContracts && args.includes("--quick")) continue;
      await benchIngest(contracts, runs, formats, {
        onProgress: (what) => console.error(what),
        onResult: (result) => {
          ingest.push(result);
          say(ingestLines(result));
        }
      });
    }
  const comparison = compareIngest(ingest);
  if (ingest.length > 0) say(comparisonLines(comparison));

  const rebuild = wants("build") ? await measureBuilds() : null;
  if (rebuild) say(rebuildLines(rebuild));
  const overview = wants("page") ? await measurePage() : null;
  if (overview) say(overviewLines(overview));
  const explore = wants("explore") ? await measureFilters((result) => say(exploreLines(result))) : [];
  if (isJson)
    console.log(
      JSON.stringify(
        {ingest, comparison, rebuild, overview, explore, budget, ingestBudget, rebuildBudget, exploreBudget},
        null,
        2
      )
    );
}

async function measureBuilds(): Promise<RebuildResult | null> {
  const browser = await launchBrowser();
  try {
    const result = await benchRebuild(browser, existsSync("data/build/report.json"), console.error);
    if (result === null) console.error("Les données ne sont pas construites. Tapez d’abord : npm run data");
    return result;
  } finally {
    await browser.close();
  }
}

async function measurePage(): Promise<OverviewResult | null> {
  console.error("page marches/ : mesures dans le navigateur");
  const browser = await launchBrowser();
  try {
    const result = await benchOverview("dist", browser, pageRuns);
    if (result === null) console.error("Le site n’est pas construit : page non mesurée. Tapez d’abord : npm run build");
    return result;
  } finally {
    await browser.close();
  }
}

async function measureFilters(onResult: (result: ExploreResult) => void): Promise<ExploreResult[]> {
  const browser = await launchBrowser();
  const results: ExploreResult[] = [];
  try {
    for (const contracts of Object.keys(exploreBudget).map(Number)) {
      console.error(`explorateur : ${contracts} contrats, mesures dans le navigateur`);
      const result = await benchExplore(contracts, exploreRuns, browser);
      results.push(result);
      onResult(result);
    }
    return results;
  } finally {
    await browser.close();
  }
}

await main(process.argv.slice(2));
