import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, beforeAll, inject} from "vitest";
import {watchRest} from "../bench/rest.js";
import {launchBrowser} from "./browser.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Each width and each scheme once: a fault of one shows in its pair. */
export const views = [
  [1280, "light"],
  [390, "dark"]
] as const;

/** A page as a reader has it before him. */
export interface OpenPage {
  page: Page;
  /** What no reader may meet: requests to another host, answers that are errors, errors of scripts, dialogs. */
  troubles: string[];
  /** Address of every request, in order. */
  requests: string[];
  /** Waits until the page has loaded what it asked for. */
  rest: () => Promise<void>;
  close: () => Promise<void>;
}

/** How a reader reads; 1280 px wide, in light, with JavaScript, unless told. */
interface Reading extends Pick<BrowserContextOptions, "colorScheme" | "javaScriptEnabled"> {
  width?: number;
}

/**
 * A reader with a browser of his own for the tests of a file.
 *
 * @returns A function that opens a path of the site of the embedded data, and waits until the page rests.
 */
export function useReader(): (path: string, reading?: Reading) => Promise<OpenPage> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return async (path, {width = 1280, ...options} = {}) => {
    const origin = inject("embeddedUrl");
    const context = await browser.newContext({viewport: {width, height: 900}, ...options});
    const page = await context.newPage();
    const rest = watchRest(page, {runsScripts: options.javaScriptEnabled});
    const {troubles, requests} = noteTroubles(page, origin);
    await page.goto(origin + path);
    await rest();
    return {page, troubles, requests, rest, close: () => context.close()};
  };
}

function noteTroubles(page: Page, origin: string): Pick<OpenPage, "troubles" | "requests"> {
  const [troubles, requests]: string[][] = [[], []] as [string[], string[]];
  page.on("request", (request) => {
    requests.push(request.url());
    if (new URL(request.url()).origin !== origin && !/^(data|blob):/.test(request.url()))
      troubles.push(`request to ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} for ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {troubles, requests};
}

/** What axe finds that keeps readers out, with the element of each; empty on a page without barrier. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const {violations} = await page.evaluate(() =>
    (globalThis as unknown as {axe: {run: () => Promise<AxeResults>}}).axe.run()
  );
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`));
}

/** By how many pixels the page is wider than its window: zero or less where it does not scroll sideways. */
export function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
