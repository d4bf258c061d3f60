import {expect, it} from "vitest";
import {useReader} from "./reader.js";

const open = useReader();

it("shows each human indicator as a card that leads to its passport, without JavaScript, and marks invented data", async () => {
  const {page, close} = await open("/agora/indicateurs/", {javaScriptEnabled: false});
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
  await close();
});

it("finds the number of a sentence again in the browser", async () => {
  const {page, close} = await open("/agora/indicateurs/une-seule-reponse");
  const figure = page.locator("figure[data-figure]").first();
  await figure.locator(".figure-recompute").click();
  const result = figure.locator(".figure-result");
  await result.filter({hasText: /Même résultat|différent|abouti/}).waitFor({timeout: 60_000});
  expect(await result.textContent()).toContain("Même résultat");
  await close();
});
