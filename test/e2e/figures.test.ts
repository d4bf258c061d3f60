import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import type {Locator, Page} from "playwright-core";
import {describe, expect, inject, it} from "vitest";
import {useReader} from "./reader.js";
import {publicPages, onePerFamily} from "./site-pages.js";

const pages = onePerFamily(publicPages())
  .filter(({path, html}) => path.startsWith("/marches/") && html.includes("<figure "))
  .map(({path}) => path);

const open = useReader();

async function textOf(address: string): Promise<string> {
  const response = await fetch(address);
  expect([address, response.status]).toEqual([address, 200]);
  return response.text();
}

async function hrefOf(figure: Locator, name: string): Promise<string> {
  return figure.locator(".figure-actions a", {hasText: name}).evaluate((link) => (link as HTMLAnchorElement).href);
}

/** Every line of a CSV file that begins a row: a cell may hold line ends between quotes. */
function rowsIn(csv: string): number {
  return (
    csv
      .replace(/"(?:[^"]|"")*"/g, "")
      .trimEnd()
      .split("\r\n").length - 1
  );
}

/** What each figure must have, JavaScript or not. */
async function lookAt(figure: Locator, key: string): Promise<void> {
  const one = (selector: string) => figure.locator(selector).first();
  expect(await one(".figure-title").textContent(), key).toMatch(/\p{L}/u);
  expect(await one(".figure-subtitle").textContent(), key).toMatch(/\p{L}/u);
  expect(await one(".figure-notes").textContent(), key).toMatch(/Champ.*Source.*données lues le \d/s);
  for (const svg of await figure.locator(".figure-chart > svg").all()) {
    expect(await svg.getAttribute("role"), key).toBe("img");
    expect((await svg.getAttribute("aria-label"))?.length, key).toBeGreaterThan(40);
  }
  const proof = await one(".figure-proof").textContent();
  expect(proof, key).toMatch(/Valeur publiée.*Formule.*Référence.*Version.*Lignes.*Table lue.*Fichiers d’origine/s);
  expect(proof, key).toMatch(/[0-9a-f]{64}/);
  expect(await one(".figure-share").textContent(), key).toMatch(/Carnets de l’Agora, figure .*@misc\{.*<iframe src=/s);
}

/** The numbers of a figure as table, CSV, picture and embed page: all there, and of one mind. */
async function lookAtFiles(figure: Locator, key: string): Promise<void> {
  if ((await figure.locator(".figure-empty").count()) > 0) return;
  const rows = await figure.locator("table").first().locator("tbody tr").count();
  expect(rows, key).toBeGreaterThan(0);
  expect(rowsIn(await textOf(await hrefOf(figure, "Données (CSV)"))), key).toBe(rows);
  const title = (await figure.locator(".figure-title").first().textContent()) ?? "";
  if ((await figure.locator(".figure-chart").count()) > 0)
    expect(await textOf(await hrefOf(figure, "Image (SVG)")), key).toMatch(/Source(&#160;|\u00a0):.*données lues le/s);
  const embed = await textOf((await hrefOf(figure, "Données (CSV)")).replace(/\.csv$/, ".html"));
  expect(embed.replaceAll("&#160;", "\u00a0").replaceAll("&amp;", "&"), key).toContain(title);
  expect(embed, key).not.toContain("<script");
}

async function recomputed(figure: Locator): Promise<string> {
  await figure.locator(".figure-recompute").click();
  const result = figure.locator(".figure-result");
  await result.filter({hasText: /Même résultat|Résultat différent|abouti/}).waitFor({timeout: 60_000});
  return (await result.textContent()) ?? "";
}

it("finds the procurement pages that hold figures", () => expect(pages).toContain("/marches/"));

describe.each(pages)("%s", (path) => {
  it("has figures that are whole, alone under their name, and come out again when computed anew", async () => {
    const {page, troubles, close} = await open(path);
    const figures = await page.locator("figure[data-figure]").all();
    const anchors = await Promise.all(figures.map((figure) => figure.getAttribute("id")));
    expect(new Set(anchors).size).toBe(figures.length);
    for (const [i, figure] of figures.entries()) {
      const key = `${path}#${anchors[i]}`;
      await lookAt(figure, key);
      await lookAtFiles(figure, key);
      const result = await recomputed(figure);
      expect(result, key).toContain("Même résultat");
      expect(result, key).not.toContain("Résultat différent");
    }
    expect(troubles).toEqual([]);
    await close();
  });
});

describe("a figure's exports, in the browser", () => {
  async function download(page: Page, button: Locator): Promise<{name: string; bytes: Buffer}> {
    const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return {name: file.suggestedFilename(), bytes: Buffer.concat(chunks)};
  }

  it("give the rows used and left out, as many as the page says", async () => {
    const {page, close} = await open("/marches/");
    const figure = page.locator("figure#corrected-total");
    await figure.locator(".figure-proof summary").press("Enter");
    const told = (await figure.locator(".proof-part").first().textContent()) ?? "";
    const [, used = "", left = ""] = /([\d\u202f]+) utilisées?, ([\d\u202f]+) écartées?/.exec(told) ?? [];
    const counts = [used, left].map((text) => Number(text.replaceAll("\u202f", "")));
    for (const [i, act] of ["used", "left-out"].entries()) {
      const {name, bytes} = await download(page, figure.locator(`[data-act="${act}"]`).first());
      expect(name).toMatch(/^corrected-total-corrected-total-lignes-(utilisees|ecartees)\.csv$/);
      expect(rowsIn(bytes.toString("utf8"))).toBe(counts[i]);
    }
    await close();
  });

  it("draw a PNG at twice the size of the picture", async () => {
    const {page, troubles, close} = await open("/marches/");
    const {name, bytes} = await download(page, page.locator('figure#top-suppliers [data-act="png"]'));
    expect(name).toBe("top-suppliers.png");
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(2 * 752);
    expect(troubles).toEqual([]);
    await close();
  });

  it("write the address at which the page is read into what is copied", async () => {
    const {page, close} = await open("/marches/");
    const figure = page.locator("figure#top-suppliers");
    await figure.locator(".figure-share summary").press("Enter");
    const address = `${inject("embeddedUrl")}/marches/#top-suppliers`;
    await figure.locator(".share-text", {hasText: address}).first().waitFor();
    const code = figure.locator(".share-text", {hasText: "<iframe"});
    expect(await code.textContent()).toContain(`src="${inject("embeddedUrl")}/figures/top-suppliers.html"`);
    await close();
  });

  it("may be shown by another site, where the site's pages may not", async () => {
    const frames = ["figures/top-suppliers.html", "marches/"].map(
      (path) => `<iframe src="${inject("embeddedUrl")}/${path}"></iframe>`
    );
    const other = createServer((_, response) =>
      response.setHeader("content-type", "text/html").end(`<!doctype html>${frames.join("")}`)
    );
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const {page, close} = await open("/marches/");
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const [embed, whole] = [page.frameLocator("iframe").nth(0), page.frameLocator("iframe").nth(1)];
    await embed.locator("h1.figure-title").waitFor();
    expect(await whole.locator("h1.figure-title, main").count()).toBe(0);
    await close();
    other.close();
  });
});
