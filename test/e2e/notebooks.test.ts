import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {livePages} from "./notebook-pages.js";
import {barriersOf, pixelsTooWide, useReader, type OpenPage} from "./reader.js";

const read = useReader();

/** Opens a page and waits until its cells have run. */
async function open(path: string, colorScheme: "light" | "dark"): Promise<OpenPage> {
  const opened = await read(path, {colorScheme});
  await opened.page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {timeout: 60_000});
  return opened;
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
    await live.close();
    await still.close();
  });

  it("has one title, no error, no foreign request, no barrier, and stays within a phone", async () => {
    const {page, troubles, close} = await open(path, "dark");
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 900});
      expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
      expect(await barriersOf(page)).toEqual([]);
    }
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator(".observablehq--error").allInnerTexts()).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });
});
