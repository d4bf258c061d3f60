import {availableParallelism, loadavg} from "node:os";
import process from "node:process";
import {launchBrowser} from "../e2e/browser.js";
import {benchIngest, compareIngest, ingestBudget, type IngestFormat, type IngestResult} from "./ingest.js";
import {benchOverview, budget, type OverviewResult} from "./overview.js";
import {comparisonLines, ingestLines, loadLines, overviewLines} from "./table.js";

/** Generated contracts, how often each size is run, and in which formats. */
const sizes: readonly (readonly [contracts: number, runs: number, formats: readonly IngestFormat[]])[] = [
  [20_000, 3, ["json", "json.gz"]],
  [200_000, 1, ["json", "json.gz", "xml"]],
  [1_000_000, 1, ["json", "json.gz"]]
];
const quickContracts = 200_000;
const pageRuns = 5;

/**
 * Entry of `npm run bench`: measures ingestion and the overview page, as ratios inside one run, for machines differ.
 * `--json` prints the results as JSON; `ingestion` or `page` measures this part alone; `--quick` leaves out the million of
 * contracts, whose files alone take half a minute to write.
 */
async function main(args: readonly string[]): Promise<void> {
  const isJson = args.includes("--json");
  const wants = (part: string) => args.includes(part) || !(args.includes("ingestion") || args.includes("page"));
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

  const overview = wants("page") ? await measurePage() : null;
  if (overview) say(overviewLines(overview));
  if (isJson) console.log(JSON.stringify({ingest, comparison, overview, budget, ingestBudget}, null, 2));
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

await main(process.argv.slice(2));
