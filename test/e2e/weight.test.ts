import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {budget, visit} from "../bench/page-cost.js";
import {launchBrowser} from "./browser.js";
import {publicPages, onePerFamily} from "./site-pages.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

// A visit is mostly waiting for the network to rest: two go on at once, `maxConcurrency` of test/vitest.config.ts.
it.concurrent.each(onePerFamily(publicPages()))(
  "$path stays within its weight, and asks for no byte of DuckDB",
  async ({path, html}) => {
    const isDrawn = html.includes(`class="figure-chart`);
    const cost = await visit(browser, inject("embeddedUrl") + path, isDrawn ? "figure[data-figure] svg" : "main", {
      isThrottled: false
    });
    expect(cost.scriptBytes).toBeLessThanOrEqual(budget.scriptBytes);
    expect(cost.totalBytes).toBeLessThanOrEqual(budget.totalBytes);
    expect(cost.addresses.filter((address) => /duckdb|\.wasm/.test(address))).toEqual([]);
  }
);
