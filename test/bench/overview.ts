import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {medianCost, visit, type PageCost} from "./page-cost.js";
import {buildPlainPage} from "./plain-page.js";

/** The overview page against an empty page, and against a plain page of the same content, of the same server. */
export interface OverviewResult {
  runs: number;
  page: PageCost;
  empty: PageCost;
  /** Null when the data are not there. */
  plain: PageCost | null;
  timeRatio: number;
  transferRatio: number;
  /** First chart, against the plain page's; below 1 is faster. Null with `plain`. */
  plainRatio: number | null;
}

const emptyPage = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Témoin</title><p>Témoin</p></html>`;
/**
 * Measures the built overview page in a real browser on a slow phone.
 *
 * @param dist The built site.
 * @returns Medians over the runs; null when the site is not built.
 */
export async function benchOverview(dist: string, browser: Browser, runs: number): Promise<OverviewResult | null> {
  if (!existsSync(join(dist, "index.html"))) return null;
  const folder = mkdtempSync(join(tmpdir(), "carnets-banc-"));
  cpSync(dist, folder, {recursive: true});
  writeFileSync(join(folder, "temoin.html"), emptyPage);
  const hasPlain = await buildPlainPage(join(dist, "marches", "index.html"), join(folder, "simple"));
  const server = await serveFolder(folder);
  try {
    const plains: PageCost[] = [];
    const pages: PageCost[] = [];
    const empties: PageCost[] = [];
    for (let run = 0; run < runs; run++) {
      empties.push(await visit(browser, `${server.address}temoin`, "p"));
      if (hasPlain) plains.push(await visit(browser, `${server.address}simple/`, "#chart svg"));
      pages.push(await visit(browser, `${server.address}marches/`, "figure[data-figure] svg"));
    }
    const [page, empty] = [medianCost(pages), medianCost(empties)];
    const plain = hasPlain ? medianCost(plains) : null;
    return {
      runs,
      page,
      empty,
      plain,
      plainRatio: plain && page.firstChartSeconds / plain.firstChartSeconds,
      timeRatio: page.firstChartSeconds / empty.firstChartSeconds,
      transferRatio: page.transferredBytes / empty.transferredBytes
    };
  } finally {
    server.stop();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Serves a folder on a free port of this machine, as `npm start` serves the site. */
export async function serveFolder(folder: string): Promise<{address: string; stop: () => void}> {
  const args = ["run", "--allow-net=127.0.0.1", "--allow-read", "--allow-env=PORT", "--config", "loaders/deno.json"];
  const child = spawn("node_modules/.bin/deno", [...args, "loaders/site/serve.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {...process.env, PORT: "0"}
  });
  const address = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (bytes: Uint8Array) => {
      const found = /http:\/\/\S+/.exec((text += String(bytes)));
      if (found) resolve(found[0]);
    });
    child.on("error", reject);
    child.on("close", () => reject(new Error(`serveur : une adresse était attendue, reçu « ${text} ».`)));
  });
  return {address, stop: () => child.kill()};
}
