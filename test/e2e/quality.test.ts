import {describe, expect, inject, it} from "vitest";
import {barriersOf, pixelsTooWide, useReader, views} from "./reader.js";

const open = useReader();

describe.each(views)("the quality page at %i px, %s", (width, colorScheme) => {
  it.each(["/marches/qualite", "/marches/qualite#regle=cpv-left-pad", "/marches/?corrections=sans"])(
    "has no barrier, no error and no foreign request: %s",
    async (path) => {
      const {page, troubles, close} = await open(path, {width, colorScheme});
      if (path.includes("#")) await page.locator(".findings-browser table").waitFor();
      if (path.includes("?")) await page.locator(".switch-status", {hasText: "telles que déclarées"}).waitFor();
      expect(troubles).toEqual([]);
      expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
      expect(await barriersOf(page)).toEqual([]);
      await close();
    }
  );
});

describe("the quality page", () => {
  it("can be read without JavaScript, with the file in the place of the records", async () => {
    const {page, close} = await open("/marches/qualite", {javaScriptEnabled: false});
    expect(await page.locator("figure[data-figure] .figure-title").count()).toBe(6);
    expect(await page.locator("figure[data-figure=coverage-by-month] [data-mark=gap]").count()).toBe(2);
    expect(await page.locator("[data-findings]").textContent()).toContain("a besoin de JavaScript");
    const {href} = await page.locator("[data-findings] a").evaluate((a: HTMLAnchorElement) => ({href: a.href}));
    expect((await page.request.get(href)).ok()).toBe(true);
    expect(await page.locator("input[name=corrections]").count()).toBe(0);
    await close();
  });

  it("shows every part on the embedded sample: two platforms, a hole, default values, euros", async () => {
    const {page, close} = await open("/marches/qualite", {javaScriptEnabled: false});
    const titles = await page.locator("figure[data-figure] .figure-title").allTextContents();
    expect(titles.join("\n")).toMatch(/4 mois presque vides/);
    expect(titles.join("\n")).toMatch(/Les réparations retirent/);
    const svg = (id: string) => page.locator(`figure[data-figure=${id}] .chart-wide`).textContent();
    expect(await svg("completeness")).toContain("Valeur par défaut");
    expect(await svg("findings-by-platform")).toMatch(/exemple-fictif.*exemple-fictif-2024/s);
    await close();
  });

  it("opens the records of a rule, page by page, in an address that can be sent", async () => {
    const {page, troubles, close} = await open("/marches/qualite");
    const row = page.locator("figure[data-figure=findings-by-rule] tbody tr", {hasText: "titulaire"}).first();
    await row.locator("a", {hasText: "Les voir"}).click();
    await page.locator(".findings-browser tbody tr").first().waitFor();
    expect(page.url()).toMatch(/\/marches\/qualite#regle=[\w-]+$/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H4");
    await page.goto(`${inject("embeddedUrl")}/marches/qualite#regle=placeholder-amount&page=2`);
    await page.locator(".findings-browser", {hasText: "26 à 50 sur"}).waitFor();
    await page.locator(".findings-pages a", {hasText: "Page suivante"}).click();
    await page.locator(".findings-browser", {hasText: "51 à 75 sur"}).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it("gives a findings file of one line per finding, and no company's name", async () => {
    const {page, close} = await open("/marches/qualite");
    const text = await (await page.request.get(`${inject("embeddedUrl")}/data/constats.csv`)).text();
    const report = await (await page.request.get(`${inject("embeddedUrl")}/data/report.json`)).json();
    const procurement = report.findings.filter(({rule}: {rule: string}) => !/figure|night|target/.test(rule));
    const count = procurement.reduce((sum: number, {rows}: {rows: number}) => sum + rows, 0);
    expect(text.split("\r\n")).toHaveLength(count + 2);
    expect(text).not.toMatch(/\(fictif\)/);
    await close();
  });
});

describe("with and without corrections", () => {
  it("the choice follows the reader, says itself on each figure, and can be proved", async () => {
    const {page, troubles, close} = await open("/marches/qualite");
    const corrected = await page.locator("figure[data-figure=corrected-total] .figure-title").textContent();
    await page.locator("input[value=sans]").check();
    await page.locator("figure[data-figure=corrected-total] .figure-mark").waitFor();
    expect(page.url()).toContain("?corrections=sans");
    await page.locator("#observablehq-sidebar a[href*='marches/?']").click();
    await page.waitForURL(/\/marches\/\?corrections=sans$/);
    await page.locator(".switch-status", {hasText: "telles que déclarées"}).waitFor();
    expect(await page.locator(".figure-mark").count()).toBe(4);
    const total = page.locator("figure[data-figure=corrected-total]");
    await total.locator(".figure-recompute").click();
    await total.locator(".figure-result strong").waitFor();
    expect(await total.locator(".figure-result").textContent()).toMatch(/Même résultat.*Montant déclaré/s);
    const csv = await total
      .locator(".figure-actions a")
      .first()
      .evaluate((a: HTMLAnchorElement) => a.href);
    expect((await page.request.get(csv)).ok()).toBe(true);
    await page.locator("input[value=avec]").check();
    await page.locator(".switch-status", {hasText: "corrigés"}).waitFor();
    expect(new URL(page.url()).search).toBe("");
    expect(await total.locator(".figure-title").textContent()).toBe(corrected);
    expect(troubles).toEqual([]);
    await close();
  });
});
