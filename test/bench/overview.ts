import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {brotliCompressSync} from "node:zlib";
import type {Browser, Response} from "playwright-core";
import {median} from "./process-tree.js";

/** What one page costs its reader before a click, after a look down to its end. */
export interface PageCost {
  /** Until the first chart (or, on the empty page, its paragraph) is painted, from the start of the navigation. */
  firstChartSeconds: number;
  requests: number;
  /** As this server sent them (gzip), headers included. */
  transferredBytes: number;
  /** Scripts, as a host with brotli would send them. */
  scriptBytes: number;
  /** Everything, as a host with brotli would send it; fonts and images as they are. */
  totalBytes: number;
}

/** The overview page against an empty page of the same server. */
export interface OverviewResult {
  runs: number;
  page: PageCost;
  empty: PageCost;
  timeRatio: number;
  transferRatio: number;
}

/** What the page may cost, at most. */
export const budget = {firstChartSeconds: 0.8, scriptBytes: 70_000, totalBytes: 250_000} as const;

/** A phone on "fast 4G": 8.1 Mbit/s down, 1.35 Mbit/s up, 165 ms, and a processor four times slower. */
const network = {offline: false, latency: 165, downloadThroughput: 8.1e6 / 8, uploadThroughput: 1.35e6 / 8};
const slowdown = 4;

const emptyPage = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Témoin</title><p>Témoin</p></html>`;
const compressible = /javascript|json|css|html|svg|wasm|text/;

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
  const server = await serveFolder(folder);
  try {
    const pages: PageCost[] = [];
    const empties: PageCost[] = [];
    for (let run = 0; run < runs; run++) {
      empties.push(await visit(browser, `${server.address}temoin`, "p"));
      pages.push(await visit(browser, `${server.address}marches/`, "figure[data-figure] svg"));
    }
    const [page, empty] = [medianPage(pages), medianPage(empties)];
    return {
      runs,
      page,
      empty,
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

async function visit(browser: Browser, address: string, selector: string): Promise<PageCost> {
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", {cacheDisabled: true});
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", {rate: slowdown});
    let transferredBytes = 0;
    session.on("Network.loadingFinished", ({encodedDataLength}) => (transferredBytes += encodedDataLength));
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.addInitScript(watchFor, selector);
    await page.goto(address, {waitUntil: "networkidle"});
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(500);
    await page.waitForLoadState("networkidle");
    const seconds = await page.evaluate(paintedSeconds);
    if (!Number.isFinite(seconds)) throw new Error(`${address} : « ${selector} » devait être visible, rien ne l’est.`);
    const bodies = await Promise.all(responses.filter((response) => response.ok()).map(weigh));
    return {
      firstChartSeconds: seconds,
      requests: responses.length,
      transferredBytes,
      scriptBytes: sumBytes(bodies.filter(({isScript}) => isScript)),
      totalBytes: sumBytes(bodies)
    };
  } finally {
    await context.close();
  }
}

interface Watched {
  /** Start of the first frame that shows the element, and a moment soon after its end; milliseconds. */
  frame?: {start: number; after: number};
}

/** Runs in the page before its own scripts. */
function watchFor(selector: string): void {
  const look = () => {
    const element = document.querySelector(selector);
    const isShown = element !== null && element.getBoundingClientRect().height > 0 && element.checkVisibility();
    if (!isShown) return void requestAnimationFrame(look);
    const start = performance.now();
    const {port1, port2} = new MessageChannel();
    port1.addEventListener("message", () => ((window as Watched).frame = {start, after: performance.now()}));
    port1.start();
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: when the element was painted. The first paint's time is exact; that of a later frame is not told. */
function paintedSeconds(): number {
  const {start, after} = (window as Watched).frame ?? {start: Number.NaN, after: Number.NaN};
  const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  return (first >= start ? first : after) / 1000;
}

async function weigh(response: Response): Promise<{isScript: boolean; bytes: number}> {
  const type = response.headers()["content-type"] ?? "";
  const body = await response.body();
  return {
    isScript: type.includes("javascript"),
    bytes: compressible.test(type) ? brotliCompressSync(body).length : body.length
  };
}

function medianPage(costs: readonly PageCost[]): PageCost {
  const of = (key: keyof PageCost) => median(costs.map((cost) => cost[key]));
  return {
    firstChartSeconds: of("firstChartSeconds"),
    requests: of("requests"),
    transferredBytes: of("transferredBytes"),
    scriptBytes: of("scriptBytes"),
    totalBytes: of("totalBytes")
  };
}

function sumBytes(bodies: readonly {bytes: number}[]): number {
  return bodies.reduce((total, {bytes}) => total + bytes, 0);
}
