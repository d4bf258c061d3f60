import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {launchBrowser} from "./browser.js";
import {livePages} from "./notebook-pages.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Opens a page that may reach this one site only, waits until its cells have run, and notes what goes wrong. */
async function open(path: string, colorScheme: "light" | "dark"): Promise<{page: Page; troubles: string[]}> {
  const page = await browser.newPage({colorScheme});
  const origin = inject("embeddedUrl");
  const troubles: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin && !/^(data|blob):/.test(request.url()))
      troubles.push(`request to ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  await page.goto(origin + path, {waitUntil: "networkidle"});
  await page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {timeout: 60_000});
  return {page, troubles};
}

/** What the cells show, in order: words, tables, and the label and number of marks of each chart. */
const shownBy = (page: Page) =>
  page
    .locator(".carnet-words, .carnet-table, svg.chart")
    .evaluateAll((elements) =>
      elements.map((element) =>
        element.tagName.toLowerCase() === "svg"
          ? `${element.getAttribute("aria-label")} (${element.querySelectorAll("rect, path, circle").length})`
          : (element.textContent ?? "").replace(/\s+/g, " ").trim()
      )
    );

describe.each(livePages)("the live page of $name", ({name, path}) => {
  it("shows, computed in the browser, what the published page shows, computed at build", async () => {
    const live = await open(path, "light");
    const still = await open(`/carnets/${name}`, "light");
    const shown = await shownBy(still.page);
    expect(shown.length).toBeGreaterThan(4);
    expect(await shownBy(live.page)).toEqual(shown);
    expect([...live.troubles, ...still.troubles]).toEqual([]);
    await live.page.close();
    await still.page.close();
  });

  it("has one title, no error, no foreign request, no barrier, and stays within a phone", async () => {
    const {page, troubles} = await open(path, "dark");
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 900});
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.evaluate(axeSource);
      const {violations} = await page.evaluate(() =>
        (globalThis as unknown as {axe: {run: () => Promise<AxeResults>}}).axe.run()
      );
      expect(violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
    }
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator(".observablehq--error").allInnerTexts()).toEqual([]);
    expect(troubles).toEqual([]);
    await page.close();
  });
});
