import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {build} from "esbuild";
import type {Browser} from "playwright-core";
import {awardAt, readAwards, type Awards} from "../../src/lib/explore/awards.js";
import type {ColumnsLike} from "../../src/lib/explore/columns.js";
import {facetIds, facets, type FacetId} from "../../src/lib/explore/facets.js";
import {defaultSort, orderOf} from "../../src/lib/explore/order.js";
import type {BenchPage, Step} from "./explore-page.js";
import {writeJson} from "./large-file.js";
import {serveFolder} from "./overview.js";
import {measureCommand, median} from "./process-tree.js";

/** The answer to one touch of a filter, on the page of the house and on a plain page. */
export interface StepResult {
  name: string;
  /** Milliseconds from the touch to the page laid out anew; medians. */
  ours: number;
  plain: number;
  /** The best run, which a busy machine disturbs least. */
  oursAtBest: number;
}

/** How both pages answer at one size. */
export interface ExploreResult {
  contracts: number;
  awards: number;
  runs: number;
  /** From the call to the first rows shown, milliseconds. */
  loadOurs: number;
  loadPlain: number;
  /** The files that each page loads, before compression. */
  bytesOurs: number;
  bytesPlain: number;
  steps: StepResult[];
  slowestOurs: number;
  /** The slowest step, each at its best run. */
  slowestAtBest: number;
  /** Sum of all steps, ours over plain. */
  ratio: number;
}

/** Milliseconds that a filter may take, by number of contracts. */
export const exploreBudget: Readonly<Record<number, number>> = {20_000: 50, 200_000: 100};

/**
 * Measures the filters of the explorer on generated contracts in a real browser, beside a plain page (bundled as Vite
 * does, with esbuild) that keeps objects and filters them with `Array.filter`. Each touch is also taken back.
 *
 * @param runs How many times each touch is made; the median is kept.
 * @throws {Error} When the two pages do not find the same number of awards: a fast wrong answer is worth nothing.
 */
export async function benchExplore(contracts: number, runs: number, browser: Browser): Promise<ExploreResult> {
  const folder = mkdtempSync(join(tmpdir(), "carnets-banc-"));
  try {
    const source = join(folder, "decp.json");
    const built = join(folder, "build");
    writeJson(source, contracts);
    await measureCommand("npm", ["run", "--silent", "data", "--", "--from", source, "--out", built]);
    const site = join(folder, "site");
    mkdirSync(join(site, "data"), {recursive: true});
    const arrow = readFileSync(join(built, "marts", "explorer.arrow"));
    const awards = readAwards(tableFromIPC(arrow) as unknown as ColumnsLike);
    const json = JSON.stringify(plainAwards(awards));
    writeFileSync(join(site, "data", "explorer.arrow"), arrow);
    writeFileSync(join(site, "data", "explorer.json"), json);
    for (const name of ["ours", "plain"]) await writePage(site, name);
    const server = await serveFolder(site);
    try {
      const steps = stepsFor(awards);
      const ours = await visit(browser, `${server.address}ours`, steps, {runs, bytes: arrow.length});
      const plain = await visit(browser, `${server.address}plain`, steps, {runs, bytes: json.length});
      const results = steps.map(({name}, i) => {
        const [a, b] = [ours.answers[i], plain.answers[i]];
        if (!a || !b || a.count !== b.count)
          throw new Error(`banc, « ${name} » : le même nombre est attendu, ${a?.count} et ${b?.count} trouvés.`);
        return {name, ours: a.milliseconds, plain: b.milliseconds, oursAtBest: a.best};
      });
      const sum = (key: "ours" | "plain") => results.reduce((total, result) => total + result[key], 0);
      return {
        contracts,
        awards: awards.count,
        runs,
        loadOurs: ours.load,
        loadPlain: plain.load,
        bytesOurs: arrow.length,
        bytesPlain: json.length,
        steps: results,
        slowestOurs: Math.max(...results.map((result) => result.ours)),
        slowestAtBest: Math.max(...results.map((result) => result.oursAtBest)),
        ratio: sum("ours") / sum("plain")
      };
    } finally {
      server.stop();
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** The most frequent value of each facet, a word, a bound, and a search within a facet. */
function stepsFor({facets: columns}: Awards): Step[] {
  const frequent = (id: FacetId) => {
    const {codes, sets, values} = columns[id];
    const counts = values.map(() => 0);
    for (const code of codes) for (const value of sets[code] ?? []) counts[value] = (counts[value] ?? 0) + 1;
    return values[counts.indexOf(Math.max(...counts))] as string;
  };
  const choices = facetIds.map((id) => ({name: facets[id].by, facet: facets[id].param, value: frequent(id)}));
  const [year] = choices as [Step];
  return [
    ...choices.flatMap((step) => [step, {...step, name: `${step.name}, reprise`}]),
    {name: "texte, une lettre", text: "t"},
    {name: "texte, deux mots", text: "travaux école"},
    {...year, name: "texte et année"},
    {name: "texte effacé", text: ""},
    {...year, name: "année, reprise encore"},
    {name: "montant", minEur: 100_000},
    {name: "montant effacé", minEur: null}
  ];
}

function plainAwards(awards: Awards): object[] {
  return Array.from(orderOf(awards, defaultSort), (row) => {
    const {uid, object, notifiedOn, amountEur, suppliers} = awardAt(awards, row);
    const sets = facetIds.map((id) => {
      const {codes, sets: all, values} = awards.facets[id];
      return [facets[id].param, (all[codes[row] as number] ?? []).map((value) => values[value])];
    });
    const named = suppliers.map(({id, name}) => `${name ?? ""} ${id}`).join(" ; ");
    return {uid, object, notifiedOn, amountEur, suppliers: named, ...Object.fromEntries(sets)};
  });
}

async function writePage(site: string, name: string): Promise<void> {
  await build({
    entryPoints: [`test/bench/explore-${name}.ts`],
    outfile: join(site, `${name}.js`),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    logLevel: "error",
    plugins: [
      {
        name: "npm-specifiers",
        setup: ({onResolve, resolve}) =>
          onResolve({filter: /^npm:/}, ({path, ...rest}) =>
            resolve(path.slice(4), {kind: rest.kind, resolveDir: rest.resolveDir})
          )
      }
    ]
  });
  writeFileSync(
    join(site, `${name}.html`),
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Banc</title><main></main><script src="${name}.js"></script></html>`
  );
}

/** One touch, once. */
interface Touched {
  milliseconds: number;
  count: number;
}

/** What one page answered. */
interface Visit {
  load: number;
  answers: {milliseconds: number; best: number; count: number}[];
}

async function visit(
  browser: Browser,
  address: string,
  steps: readonly Step[],
  {runs, bytes}: {runs: number; bytes: number}
): Promise<Visit> {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    const load = await page.evaluate(async (size) => {
      const start = performance.now();
      const {page: own} = globalThis as unknown as {page: BenchPage};
      await own.load(document.querySelector("main") as HTMLElement, size);
      return performance.now() - start;
    }, bytes);
    const passes: Touched[][] = [];
    for (let run = 0; run < runs; run++) passes.push(await page.evaluate(touchAll, steps as Step[]));
    const answers = steps.map((_, i) => {
      const times = passes.map((pass) => pass[i]?.milliseconds ?? Number.NaN);
      return {milliseconds: median(times), best: Math.min(...times), count: passes[0]?.[i]?.count ?? Number.NaN};
    });
    return {load, answers};
  } finally {
    await page.close();
  }
}

/** Runs in the page: every touch in turn, from its event to the page laid out anew. */
function touchAll(steps: Step[]): Touched[] {
  const {page} = globalThis as unknown as {page: BenchPage};
  return steps.map((step) => {
    const start = performance.now();
    page.apply(step);
    document.body.getBoundingClientRect();
    const milliseconds = performance.now() - start;
    const text = document.querySelector(".explorer-status")?.textContent ?? "";
    const [digits = ""] = /^[\d\s\u202f\u00a0]+/.exec(text) ?? [];
    return {milliseconds, count: Number(digits.replace(/\D/g, ""))};
  });
}
