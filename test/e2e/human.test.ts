import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {launchBrowser} from "./browser.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it("shows each human indicator as a card that leads to its passport, without JavaScript, and marks invented data", async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${inject("embeddedUrl")}/agora/indicateurs/`);
  const cards = page.locator(".human-cards > li");
  expect(await cards.count()).toBeGreaterThanOrEqual(12);
  const card = cards.filter({hasText: "une seule entreprise répond"});
  expect(await card.textContent()).toContain("données fictives");
  expect(await cards.filter({hasText: "à vélo"}).textContent()).not.toContain("fictives");
  const sentence = await card.locator(".human-sentence").textContent();
  await card.getByRole("link").click();
  expect(await page.locator("h1").textContent()).toBe("Les achats ouverts à tous où une seule entreprise répond");
  expect(await page.locator(".human-sentence").textContent()).toBe(sentence);
  expect(await page.locator("figure svg").count()).toBeGreaterThan(0);
  await context.close();
});

it("finds the number of a sentence again in the browser", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("embeddedUrl")}/agora/indicateurs/une-seule-reponse`, {waitUntil: "networkidle"});
  const figure = page.locator("figure[data-figure]").first();
  await figure.locator(".figure-recompute").click();
  const result = figure.locator(".figure-result");
  await result.filter({hasText: /Même résultat|différent|abouti/}).waitFor({timeout: 60_000});
  expect(await result.textContent()).toContain("Même résultat");
  await page.close();
});
