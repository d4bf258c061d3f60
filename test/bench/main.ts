import {existsSync} from "node:fs";
import {availableParallelism, loadavg} from "node:os";
import process from "node:process";
import {CommandLineError, readCommandLine} from "../../loaders/command-line.js";
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

const help = `npm run bench [-- ${parts.join("|")}] [--quick] [--json]

Mesure la lecture des marchés, la construction du site, la première page et les filtres de l’explorateur, chacun
rapporté à ce qu’il coûte au moins, dans la même passe : les machines diffèrent, les rapports peu.

  ${parts.join(", ")}  cette partie seule
  --quick  sans le million de contrats, dont les fichiers seuls demandent une demi-minute
  --json   les mesures en JSON
  --help   ce texte`;
const exploreRuns = 7;

/**
 * Entry of `npm run bench`: measures ingestion, the building of the site, the overview page and the filters of the
 * explorer, as ratios inside one run, for machines differ.
 */
async function main(args: string[]): Promise<void> {
  const {values, positionals} = readCommandLine("npm run bench", {
    args,
    allowPositionals: true,
    options: {json: {type: "boolean"}, quick: {type: "boolean"}, help: {type: "boolean", short: "h"}}
  });
  if (values.help) return console.log(help);
  const stranger = positionals.find((name) => !parts.includes(name));
  if (stranger !== undefined)
    throw new CommandLineError("npm run bench", `attendu ${parts.join(", ")}, trouvé « ${stranger} »`);
  const isJson = values.json === true;
  const wants = (part: string) => positionals.length === 0 || positionals.includes(part);
  const say = (lines: readonly string[]) => {
    if (!isJson) console.log(lines.join("\n"));
  };

  say(loadLines(loadavg()[0] ?? 0, availableParallelism()));
  const ingest: IngestResult[] = [];
  if (wants("ingestion"))
    for (const [contracts, runs, formats] of sizes) {
      if (contracts > quickContracts && values.quick) continue;
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

await main(process.argv.slice(2)).catch((error) => {
  if (!(error instanceof CommandLineError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
