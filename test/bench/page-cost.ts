import {brotliCompressSync} from "node:zlib";
import type {Browser, Response} from "playwright-core";
import {median} from "./process-tree.js";
import {watchRest} from "./rest.js";

/** What one page costs its reader before a click, after a look down to its end. */
export interface PageCost {
  /** Until the first chart (or, on the empty page, its paragraph) is painted, from the start of the navigation. */
  firstChartSeconds: number;
  /** Of every file that was asked for. */
  addresses: string[];
  /** As this server sent them (gzip), headers included. */
  transferredBytes: number;
  /** Scripts, as a host with brotli would send them. */
  scriptBytes: number;
  /** Everything, as a host with brotli would send it; fonts and images as they are. */
  totalBytes: number;
}

/** What the page may cost, at most. */
export const budget = {firstChartSeconds: 0.8, scriptBytes: 70_000, totalBytes: 250_000} as const;

/** A phone on "fast 4G": 8.1 Mbit/s down, 1.35 Mbit/s up, 165 ms, and a processor four times slower. */
const network = {offline: false, latency: 165, downloadThroughput: 8.1e6 / 8, uploadThroughput: 1.35e6 / 8};
const slowdown = 4;

const compressible = /javascript|json|css|html|svg|wasm|text/;

/**
 * Opens a page as a phone does and looks down to its end.
 *
 * @param selector What must be painted: one of the elements that it names.
 * @param options `isThrottled`: on the slow phone; else as fast as this machine goes, for weight alone.
 * @throws {Error} When the element never shows.
 */
export async function visit(
  browser: Browser,
  address: string,
  selector: string,
  {isThrottled = true} = {}
): Promise<PageCost> {
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", {cacheDisabled: true});
    if (isThrottled) {
      await session.send("Network.emulateNetworkConditions", network);
      await session.send("Emulation.setCPUThrottlingRate", {rate: slowdown});
    }
    let transferredBytes = 0;
    session.on("Network.loadingFinished", ({encodedDataLength}) => (transferredBytes += encodedDataLength));
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.addInitScript(watchFor, selector);
    const rest = watchRest(page, {quietMilliseconds: isThrottled ? 500 : 300});
    await page.goto(address);
    await rest();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await rest();
    let seconds = await page.evaluate(paintedSeconds);
    for (let waits = 0; waits < 80 && !Number.isFinite(seconds); waits++) {
      await page.waitForTimeout(250);
      seconds = await page.evaluate(paintedSeconds);
    }
    if (!Number.isFinite(seconds)) throw new Error(`${address} : « ${selector} » devait être visible, rien ne l’est.`);
    const bodies = await Promise.all(responses.filter((response) => response.ok()).map(weigh));
    return {
      firstChartSeconds: seconds,
      addresses: responses.map((response) => response.url()),
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
    // A figure holds a drawing for each width; the stylesheet shows one.
    const isShown = [...document.querySelectorAll(selector)].some(
      (element) => element.getBoundingClientRect().height > 0 && element.checkVisibility()
    );
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
    bytes: compressible.test(type) ? compressed(response.url(), body) : body.length
  };
}

const weighed = new Map<string, number>();

/** Many pages load the same files. */
function compressed(address: string, body: Buffer): number {
  const bytes = weighed.get(address) ?? brotliCompressSync(body).length;
  weighed.set(address, bytes);
  return bytes;
}

/** The median of each measure over several visits of one page; the addresses are those of the last. */
export function medianCost(costs: readonly PageCost[]): PageCost {
  const of = (key: Exclude<keyof PageCost, "addresses">) => median(costs.map((cost) => cost[key]));
  return {
    firstChartSeconds: of("firstChartSeconds"),
    addresses: costs.at(-1)?.addresses ?? [],
    transferredBytes: of("transferredBytes"),
    scriptBytes: of("scriptBytes"),
    totalBytes: of("totalBytes")
  };
}

function sumBytes(bodies: readonly {bytes: number}[]): number {
  return bodies.reduce((total, {bytes}) => total + bytes, 0);
}
