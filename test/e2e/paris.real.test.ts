import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {launchBrowser} from "./browser.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it("shows the corrected total of Paris 2024 and 2025 first, and the browser finds it again", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("parisUrl")}/marches/`, {waitUntil: "networkidle"});
  const first = page.locator("figure[data-figure]").first();
  expect(await first.getAttribute("data-figure")).toBe("corrected-total");
  expect(await first.textContent()).toContain("2,76\u00a0Md\u00a0€");
  await first.locator(".figure-recompute").click();
  const result = first.locator(".figure-result");
  await result.filter({hasText: /Même résultat|différent|Impossible/}).waitFor({timeout: 30_000});
  const text = (await result.textContent()) ?? "";
  expect(text).toContain("Même résultat");
  expect(text).toContain("2\u202f761\u202f731\u202f784,00\u00a0€");
  await page.close();
});

it("does not call the City's data fictional", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("parisUrl")}/marches/`);
  expect(await page.locator("body").textContent()).not.toContain("fictives");
  await page.close();
});

it("says of Paris what its numbers say, and keeps silent where two years are too few", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("parisUrl")}/agora/indicateurs/`);
  const sentences = await page.locator(".human-cards .human-sentence").allTextContents();
  expect(sentences.some((words) => words.startsWith("En 2025, parmi les achats publics ouverts à tous, "))).toBe(true);
  const silent = page.locator(".human-cards > li", {has: page.locator(".human-abstains")});
  expect(await silent.getByRole("link").allTextContents()).toContain(
    "Les entreprises qui n’avaient pas travaillé pour le même acheteur depuis trois ans"
  );
  await page.close();
});
