import {cpSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {makeCopy} from "../e2e/copy.js";
import {makeSmallProject, type Engine, type SmallProject} from "../loaders/site/small-project.js";
import {measureCommand, median} from "./process-tree.js";

/** Seconds of a cold build, and of the next one, of which nothing changed. */
export interface BuildTimes {
  cold: number;
  unchanged: number;
}

/** How long a build takes, and a change until the open page shows it. */
export interface RebuildResult {
  /** The whole site, by `npm run build`. */
  site: BuildTimes;
  siteRatio: number;
  /** A small project, whose loader with a parameter makes {@link smallPages} pages: ours and plain Framework's. */
  small: Record<Engine, BuildTimes>;
  coldRatio: number;
  /** Milliseconds from the writing of a file to the page that shows it; medians. Plain Framework never follows data. */
  text: Record<Engine, number>;
  textRatio: number;
  data: number;
}

/** Pages with a parameter of the small project. */
export const smallPages = 200;

/** What it may cost: ratios inside of one run, but for the two that are promised in seconds. */
export const rebuildBudget = {
  siteRatio: 0.1,
  coldRatio: 0.5,
  unchangedSeconds: 2,
  textRatio: 1,
  dataSeconds: 1
} as const;

const edits = 7;

/**
 * Measures builds and the preview, ours beside plain Framework's in the same run.
 *
 * @param onProgress Told what is measured now.
 * @returns Null when `data/build` is missing: the whole site shows it.
 * @throws {Error} When a build fails, or an open page does not follow.
 */
export async function benchRebuild(
  browser: Browser,
  hasData: boolean,
  onProgress: (what: string) => void
): Promise<RebuildResult | null> {
  if (!hasData) return null;
  onProgress("site entier : construction à froid, puis sans changement");
  const site = await buildSite();
  const small = {} as Record<Engine, BuildTimes>;
  const text = {} as Record<Engine, number>;
  let data = Number.NaN;
  for (const engine of ["framework", "carnets"] as const) {
    onProgress(`${smallPages} pages, ${engine} : à froid, puis sans changement`);
    const project = makeSmallProject(`bench-${engine}`, smallPages);
    small[engine] = {
      cold: await timed(() => project.build(engine)),
      unchanged: await timed(() => project.build(engine))
    };
    onProgress(`aperçu, ${engine} : ${edits} modifications`);
    const seen = await watchEdits(project, engine, browser);
    text[engine] = seen.text;
    if (seen.data !== null) data = seen.data;
  }
  return {
    site,
    siteRatio: site.unchanged / site.cold,
    small,
    coldRatio: small.carnets.cold / small.framework.cold,
    text,
    textRatio: text.carnets / text.framework,
    data
  };
}

async function buildSite(): Promise<BuildTimes> {
  const copy = makeCopy("bench-site");
  cpSync(join("data", "build"), join(copy, "data", "build"), {recursive: true});
  const build = async () => (await measureCommand("npm", ["run", "--silent", "build"], {}, copy)).cost.seconds;
  const times = {cold: await build(), unchanged: await build()};
  rmSync(copy, {recursive: true, force: true});
  return times;
}

async function watchEdits(
  project: SmallProject,
  engine: Engine,
  browser: Browser
): Promise<{text: number; data: number | null}> {
  const preview = await project.preview(engine);
  const page = await browser.newPage();
  try {
    await page.goto(preview.url);
    await page.locator("#towns").waitFor();
    const text = await medianEdit(page, (number) => {
      project.replaceInPage(/texte.*\./.exec(project.pageText())?.[0] ?? "", `texte ${number}.`);
      return `texte ${number}.`;
    });
    if (engine === "framework") return {text, data: null};
    const data = await medianEdit(page, (number) => {
      project.change("file", String(1000 + number));
      return `Ville,${1000 + number}`;
    });
    return {text, data};
  } finally {
    await page.close();
    await preview.stop();
  }
}

/** Median milliseconds from an edit, which gives the words to wait for, to the page that holds them. */
async function medianEdit(page: Page, edit: (number: number) => string): Promise<number> {
  const times: number[] = [];
  for (let number = 1; number <= edits; number++) {
    await page.waitForTimeout(400);
    const start = performance.now();
    const words = edit(number);
    await page.waitForFunction((awaited) => document.querySelector("main")?.textContent?.includes(awaited), words, {
      polling: 5
    });
    times.push(performance.now() - start);
  }
  return median(times);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
