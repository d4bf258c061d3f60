import {describe, expect, it} from "vitest";
import {barriersOf, pixelsTooWide, useReader, views} from "./reader.js";

/** Width of what is printed on A4, in CSS pixels: 210 mm less the margins of `print.css`. */
const sheetWidth = 672;

/** One page of each kind, and the numbers that must stand on it, spaces as printed. */
const pages: Record<string, string[]> = {
  "/": [],
  "/marches/": [],
  "/marches/fournisseurs": [],
  "/solidarite/": [
    "3\u202f035",
    "3\u202f641",
    "3\u202f601",
    "2\u202f829",
    "2\u202f598",
    "3\u202f015",
    "3\u202f491",
    "3\u202f507",
    "3\u202f857",
    "provisoire"
  ],
  "/solidarite/la-nuit": ["2\u202f952", "487", "1\u202f083", "provisoire"],
  "/solidarite/ou": ["moins de 11", "non détaillé", "3\u202f635 sur 3\u202f641", "2\u202f810 sur 2\u202f829"],
  "/solidarite/qui": ["14\u00a0%", "n non publié"],
  "/solidarite/hebergement": ["plus de 31\u202f000"],
  "/solidarite/la-fabrique": ["600"],
  "/solidarite/agir": ["115"],
  "/climat/": ["7,42", "5,96", "5,28", "4,82", "3,74", "0,10"],
  "/climat/verdict": ["×0,78", "×0,29", "Ligne droite", "ne se prononce pas"],
  "/climat/budget": ["27,75", "13,23", "14,52", "52,3\u00a0%"],
  "/climat/secteurs": ["1,76", "8,54", "la cible vaut zéro"],
  "/climat/lacunes": ["logements privés rénovés par an", "5,50", "25,57"],
  "/climat/volontaires": ["15\u202f040", "73\u202f765", "95,95\u00a0%"],
  "/climat/en-termes-humains": ["2026-06", "9\u00a0millions"],
  "/carnets/": ["Première exploration"],
  "/carnets/trajectoire-climat": ["70,7\u00a0%", "×0,78"],
  "/agora/": ["3 adoptés", "Entreprises", "fictif"],
  "/agora/votes": ["82,4\u00a0%", "6 sur 7", "refus fort"],
  "/donnees/dictionnaire": ["amount_declared_eur", "CSV", "Parquet"],
  "/methode/corrected-total": [],
  "/methode/cpv-left-pad": []
};

const open = useReader();

describe.each(Object.keys(pages))("%s", (path) => {
  it.each(views)(
    "has no foreign request, no error and no barrier at %i px, %s, and each figure its source",
    async (width, colorScheme) => {
      const {page, troubles, close} = await open(path, {width, colorScheme});
      expect(troubles).toEqual([]);
      expect(await page.locator(".observablehq--error").count()).toBe(0);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
      expect(await barriersOf(page)).toEqual([]);
      for (const text of await page.locator("figure[data-figure]").allTextContents()) {
        expect(text).toMatch(/Lecture/);
        expect(text).toMatch(/Champ/);
        expect(text).toMatch(/Source/);
        expect(text).not.toMatch(/NaN|undefined|null|\[object/);
      }
      await close();
    }
  );

  it("can be read without JavaScript, and fits on A4 without being shrunk", async () => {
    const {page, close} = await open(path, {javaScriptEnabled: false, width: sheetWidth});
    for (const figure of await page.locator("figure[data-figure]").all())
      expect(await figure.locator(".figure-title").textContent()).toBeTruthy();
    const text = (await page.locator("main").textContent()) ?? "";
    for (const number of pages[path] ?? []) expect(text).toContain(number);
    await page.emulateMedia({media: "print"});
    expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
    await close();
  });
});

it("shows a page to a room, one figure a screen, by keys and as the reader chose, and goes back to the page", async () => {
  const {page, troubles, rest, close} = await open("/marches/?corrections=sans");
  await page.getByRole("button", {name: "Présenter cette page"}).click();
  const slide = page.locator("dialog.slides[open] .slide");
  await slide.getByRole("heading").waitFor();
  expect(await barriersOf(page)).toEqual([]);
  const place = page.locator(".slide-place");
  const figures = await page.locator("main figure[data-figure]").count();
  expect(await place.textContent()).toBe(`1 / ${figures + 1}`);
  await page.keyboard.press("ArrowRight");
  expect(await slide.locator(".figure-mark").textContent()).toContain("Sans corrections");
  expect(await slide.locator(".slide-chart svg[role=img]").count()).toBe(1);
  expect(
    await slide.evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight])
  ).toEqual([0, 0]);
  expect(await barriersOf(page)).toEqual([]);
  await page.keyboard.press("End");
  expect(await place.textContent()).toBe(`${figures + 1} / ${figures + 1}`);
  await page.keyboard.press("Home");
  expect(await place.textContent()).toBe(`1 / ${figures + 1}`);
  await page.keyboard.press("Escape");
  await slide.waitFor({state: "detached"});
  await rest();
  expect(troubles).toEqual([]);
  await close();
});

it("prints numbers and proofs in an annex, and has the page back afterwards", async () => {
  const {page, close} = await open("/marches/");
  await page.evaluate(() => {
    for (const name of ["beforeprint", "afterprint"])
      addEventListener(
        name,
        () => (document.title = `${name} ${document.querySelectorAll(".annex > details").length}`)
      );
  });
  await page.pdf({format: "A4"});
  const parts = await page.locator("figure > :is(.figure-table, .figure-proof)").count();
  expect(parts).toBeGreaterThan(0);
  expect(await page.title()).toBe("afterprint 0");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.title()).toBe(`beforeprint ${parts}`);
  await close();
});

it("draws every chart in the HTML itself", async () => {
  const {page, close} = await open("/marches/", {javaScriptEnabled: false});
  expect(await page.locator("figure[data-figure] svg").count()).toBeGreaterThan(2);
  await close();
});

it("says that the procurement data are fictional, wherever they show, and how to bring real ones", async () => {
  for (const path of ["/", "/marches/", "/methode/corrected-total"]) {
    const {page, close} = await open(path, {javaScriptEnabled: false});
    const text = (await page.locator("body").textContent()) ?? "";
    expect(text).toContain("Données d’exemple, fictives");
    expect(text).toContain("npm start -- --from");
    await close();
  }
});

it.each(["/", "/marches/", "/solidarite/", "/climat/"])("finds the published numbers again on %s", async (path) => {
  const {page, troubles, close} = await open(path);
  const figures = await page.locator("figure[data-figure]:has(.figure-recompute)").all();
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    await figure.locator(".figure-recompute").click();
    const result = figure.locator(".figure-result");
    await result.filter({hasText: /Même résultat|différent|Impossible/}).waitFor({timeout: 30_000});
    expect(await result.textContent()).toContain("Même résultat");
  }
  expect(troubles).toEqual([]);
  await close();
});
