import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, inject, it} from "vitest";
import {queryExamples} from "../../src/lib/explore/sql.js";
import {barriersOf, pixelsTooWide, useReader, views} from "./reader.js";

const open = useReader();

const status = (page: Page) => page.locator("[data-opens=explorer] .explorer-status");
const rows = (page: Page) => page.locator(".awards tbody tr");

/** What the status says: how many are shown, and how many there are. */
async function countsOf(page: Page): Promise<[shown: number, all: number]> {
  const text = (await status(page).textContent()) ?? "";
  const [, shown, all] = /^([\d\u202f]+) attributions? sur ([\d\u202f]+)/.exec(text) ?? [];
  const number = (digits = "") => Number(digits.replaceAll("\u202f", ""));
  return [number(shown), number(all)];
}

const search = (page: Page) => page.getByLabel("Chercher un objet ou un titulaire");

describe.each(views)("at %i px, %s", (width, colorScheme) => {
  it.each([
    ["/marches/explorer", "main table"],
    ["/marches/explorer?q=travaux", ".awards"],
    ["/marches/explorer?vue=graphique&par=procedure", ".explorer-results table"],
    ["/marches/explorer?annee=2050", ".notice"],
    ["/marches/fournisseur", ".notice"],
    ["/marches/marche?uid=rien", ".notice"]
  ])("%s has no barrier, no error and no foreign request", async (path, selector) => {
    const {page, troubles, close} = await open(path, {width, colorScheme});
    await page.locator(selector).first().waitFor();
    expect(troubles).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
    expect(await barriersOf(page)).toEqual([]);
    await close();
  });
});

describe("the explorer", () => {
  it("can be read without JavaScript: totals by year, division and procedure, and the whole table as a file", async () => {
    const {page, close} = await open("/marches/explorer", {javaScriptEnabled: false});
    expect(await page.locator("main table").count()).toBe(3);
    const report = await (await page.request.get(`${inject("embeddedUrl")}/data/report.json`)).json();
    for (const ending of ["csv", "arrow", "parquet"]) {
      const href = await page.locator(`main a[href$="explorer.${ending}"]`).evaluate((a: HTMLAnchorElement) => a.href);
      const file = await page.request.get(href);
      expect(file.ok()).toBe(true);
      if (ending === "csv") expect((await file.text()).split("\r\n")).toHaveLength(report.tables.explorer.rows + 2);
    }
    await close();
  });

  it("loads no table and no engine before it is asked, then the table at the first touch of the search", async () => {
    const {page, requests, troubles, close} = await open("/marches/explorer");
    expect(requests.filter((url) => /\.(arrow|wasm)|duckdb|apache-arrow/.test(url))).toEqual([]);
    await search(page).focus();
    await rows(page).first().waitFor();
    expect(requests.filter((url) => url.endsWith(".arrow")).map((url) => url.split("/").at(-1))).toEqual([
      "explorer.arrow"
    ]);
    expect(requests.filter((url) => /wasm|duckdb/.test(url))).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
    expect(troubles).toEqual([]);
    await close();
  });

  it("filters, says how many are left, and keeps its state in an address that can be sent", async () => {
    const {page, troubles, close} = await open("/marches/explorer");
    await page.getByRole("button", {name: "Ouvrir l’explorateur"}).click();
    await rows(page).first().waitFor();
    const [shown, all] = await countsOf(page);
    expect(shown).toBe(all);
    await page.locator(".facet-procedure summary").click();
    const choice = page.locator(".facet-procedure label", {hasText: "Appel d’offres ouvert"});
    const promised = Number((await choice.locator(".count").textContent())?.replaceAll("\u202f", ""));
    await choice.locator("input").check();
    expect((await countsOf(page))[0]).toBe(promised);
    await page.getByRole("button", {name: "Montant", exact: true}).click();
    await page.getByRole("button", {name: "Page suivante"}).click();
    const address = page.url();
    expect(decodeURIComponent(address)).toContain("procedure=Appel+d’offres+ouvert");
    const text = await page.locator(".awards tbody").textContent();
    const other = await open(address.slice(inject("embeddedUrl").length));
    await rows(other.page).first().waitFor();
    expect(await other.page.locator(".awards tbody").textContent()).toBe(text);
    expect((await countsOf(other.page))[0]).toBe(promised);
    expect(await other.page.locator("th[aria-sort=descending]").textContent()).toContain("Montant");
    expect([...troubles, ...other.troubles]).toEqual([]);
    await other.close();
    await close();
  });

  it("takes a straight apostrophe in the address, and in the search", async () => {
    const {page, close} = await open(`/marches/explorer?procedure=${encodeURIComponent("Appel d'offres ouvert")}`);
    await rows(page).first().waitFor();
    expect(await page.locator(".notice").count()).toBe(0);
    const [shown, all] = await countsOf(page);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(all);
    const procedures = await page.locator(".awards tbody td:nth-of-type(4)").allTextContents();
    expect(new Set(procedures)).toEqual(new Set(["Appel d’offres ouvert"]));
    await search(page).fill("L'Haÿ-les-Roses");
    await page.getByText("Aucun marché pour ce filtre. Élargissez la période.").waitFor();
    await search(page).fill("d’entretien");
    const straight = (await countsOf(page))[0];
    await search(page).fill("D'ENTRETIEN");
    expect((await countsOf(page))[0]).toBe(straight);
    await close();
  });

  it("keeps an unknown value of the address out, with a notice, and shows the rest", async () => {
    const {page, close} = await open("/marches/explorer?annee=2050&cpv=45&tri=hasard");
    await rows(page).first().waitFor();
    const notice = (await page.locator(".notice").textContent()) ?? "";
    expect(notice).toContain("«\u00a02050\u00a0» n’est pas une année de ces données");
    expect(notice).toContain("«\u00a0hasard\u00a0»");
    const divisions = await page.locator(".awards tbody td:nth-of-type(5)").allTextContents();
    expect(divisions.every((text) => text.startsWith("45"))).toBe(true);
    await close();
  });

  it("says that nothing is left, and how to go on", async () => {
    const {page, close} = await open("/marches/explorer?q=introuvable-zzz");
    await page.getByText("Aucun marché pour ce filtre. Élargissez la période.").waitFor();
    await page.getByRole("button", {name: "Effacer tous les filtres"}).click();
    const [shown, all] = await countsOf(page);
    expect(shown).toBe(all);
    expect(new URL(page.url()).search).toBe("");
    await close();
  });

  it("gives as CSV the rows that are shown, in their order, and the groups of the chart", async () => {
    const {page, close} = await open("/marches/explorer?cpv=45&tri=montant");
    await rows(page).first().waitFor();
    const save = async () => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name: "CSV de ce qui est montré"}).click()
      ]);
      return readFileSync(await file.path(), "utf8")
        .trimEnd()
        .split("\r\n");
    };
    const lines = await save();
    expect(lines).toHaveLength((await countsOf(page))[0] + 1);
    const amounts = lines
      .slice(1)
      .flatMap((line) => /,(\d+(?:\.\d+)?),[^,]*,[^,]*$/.exec(line)?.[1] ?? [])
      .map(Number);
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
    await page.getByLabel("Graphique").check();
    await page.locator(".explorer-results .chart-wide rect").first().waitFor();
    const groups = await save();
    expect(groups[0]).toBe("year,awards,awards_with_amount,amount_eur");
    expect(groups).toHaveLength((await page.locator(".explorer-results tbody tr").count()) + 1);
    await close();
  });

  it("says what is missing when the table cannot be read, and tries again when asked", async () => {
    const {page, close} = await open("/marches/explorer");
    await page.route("**/explorer.arrow", (route) => route.fulfill({status: 503, body: ""}));
    await page.getByRole("button", {name: "Ouvrir l’explorateur"}).click();
    const failed = page.locator(".loading-failed");
    await failed.waitFor();
    expect(await failed.textContent()).toMatch(/Il manque\s: la table des attributions.*503/s);
    await page.unroute("**/explorer.arrow");
    await failed.getByRole("button", {name: "Réessayer"}).click();
    await rows(page).first().waitFor();
    await close();
  });

  it("opens the card of a contract from a row, and that of its supplier from there", async () => {
    const {page, troubles, close} = await open("/marches/explorer?tri=-montant");
    await rows(page).first().waitFor();
    const object = await rows(page).first().locator("th a").textContent();
    await rows(page).first().locator("th a").click();
    await page.locator(".sheet-title").waitFor();
    expect(await page.locator(".sheet-title").textContent()).toBe(object);
    const card = (await page.locator(".sheet").textContent()) ?? "";
    for (const words of ["Valeur déclarée, valeur retenue", "sha256", "Modifications", "Sous-traitance"])
      expect(card).toContain(words);
    expect(card).toMatch(/[0-9a-f]{64}/);
    expect(card).not.toMatch(/NaN|undefined|\[object/);
    await page.locator(".sheet a[href*=fournisseur]").first().click();
    await page.locator(".sheet-lead").waitFor();
    expect(await page.locator(".sheet-lead").textContent()).toMatch(/^Titulaire ou cotitulaire de \d+ attribution/);
    expect(await page.locator(".sheet .chart-wide rect").count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    expect(await barriersOf(page)).toEqual([]);
    await close();
  });
});

describe("a card", () => {
  it.each([
    ["/marches/fournisseur?id=123456789", "Aucun titulaire «\u00a0123\u202f456\u202f789\u00a0»"],
    ["/marches/marche?uid=L'Haÿ-1", "Aucun marché «\u00a0L’Haÿ-1\u00a0»"],
    ["/marches/fournisseur", "Quel titulaire"],
    ["/marches/marche", "Quel marché"]
  ])("%s says that there is none, and what to do", async (path, words) => {
    const {page, close} = await open(path);
    const notice = page.locator(".notice");
    await notice.waitFor();
    expect(await notice.textContent()).toContain(words);
    expect(await notice.locator("a[href*=explorer]").count()).toBe(1);
    await close();
  });

  it("without JavaScript says why it is empty, and where the same rows are", async () => {
    for (const path of ["/marches/fournisseur?id=123456789", "/marches/marche?uid=x"]) {
      const {page, close} = await open(path, {javaScriptEnabled: false});
      expect(await page.locator("[data-opens]").textContent()).toContain("a besoin de JavaScript");
      const href = await page
        .locator("[data-opens] a")
        .first()
        .evaluate((a: HTMLAnchorElement) => a.href);
      expect((await page.request.get(href)).ok()).toBe(true);
      await close();
    }
  });

  it("says what is missing when a table cannot be read, and tries again when asked", async () => {
    const {page, close} = await open("/marches/fournisseur");
    await page.route("**/finding.arrow", (route) => route.abort());
    await page.goto(`${inject("embeddedUrl")}/marches/fournisseur?id=inconnu`);
    await page.locator(".loading-failed").waitFor();
    await page.unroute("**/finding.arrow");
    await page.getByRole("button", {name: "Réessayer"}).click();
    await page.locator(".sheet-title, .notice").first().waitFor();
    await close();
  });
});

describe("the SQL panel", () => {
  const openPanel = async () => {
    const opened = await open("/marches/explorer");
    await opened.page.getByRole("button", {name: "Ouvrir le panneau SQL"}).click();
    await opened.page.locator(".sql-form").waitFor();
    return opened;
  };
  const run = (page: Page) => page.getByRole("button", {name: "Exécuter"}).click();
  const engine = (url: string) => /wasm|duckdb/.test(url) && !/\/_import\//.test(url);

  it("runs every example under the page's policy, loading the engine only then, and only the tables named", async () => {
    const {page, requests, troubles, close} = await openPanel();
    expect(requests.filter((url) => url.endsWith(".wasm") || url.endsWith(".arrow"))).toEqual([]);
    const examples = queryExamples("2024");
    for (const [i, {name}] of examples.entries()) {
      await page.getByLabel("Partir d’un exemple").selectOption(String(i));
      await run(page);
      await page.locator(".sql-result table").waitFor({timeout: 60_000});
      expect(await page.locator(".sql-result tbody tr").count(), name).toBeGreaterThan(0);
      expect(await page.locator(".sql-result .loading-failed").count()).toBe(0);
      if (i === 0) {
        const tables = requests.filter((url) => url.endsWith(".arrow")).map((url) => url.split("/").at(-1));
        expect(tables).toEqual(["award.arrow"]);
        expect(requests.filter(engine).length).toBeGreaterThan(0);
        await page.locator(".sql-result .chart-wide").waitFor();
      }
    }
    expect(troubles).toEqual([]);
    expect(await barriersOf(page)).toEqual([]);
    await close();
  });

  it("binds inputs, whatever quotes they hold", async () => {
    const {page, close} = await openPanel();
    await page.getByLabel("Requête").fill("SELECT :mot AS mot, count(*) AS n FROM award WHERE year = :annee");
    await page.getByLabel("Requête").blur();
    await page.getByLabel(":mot").fill("L'Haÿ' OR 1=1 --");
    await page.getByLabel(":annee").fill("1900");
    await run(page);
    await page.locator(".sql-result table").waitFor({timeout: 60_000});
    expect(await page.locator(".sql-result td").allTextContents()).toEqual(["L'Haÿ' OR 1=1 --", "0"]);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "CSV du résultat"}).click()
    ]);
    expect(readFileSync(await file.path(), "utf8")).toBe("mot,n\r\nL'Haÿ' OR 1=1 --,0\r\n");
    await close();
  });

  it("shows DuckDB's message when a query fails, and the page lives on", async () => {
    const {page, close} = await openPanel();
    await page.getByLabel("Requête").fill("SELECT montant FROM award");
    await run(page);
    const failed = page.locator(".sql-result .loading-failed pre");
    await failed.waitFor({timeout: 60_000});
    expect(await failed.textContent()).toMatch(/Binder Error.*montant/s);
    await page.getByLabel("Requête").fill("SELECT 1 AS un");
    await run(page);
    await page.locator(".sql-result table").waitFor();
    expect(await page.locator(".sql-result td").textContent()).toBe("1");
    await page.getByRole("button", {name: "Ouvrir l’explorateur"}).click();
    await rows(page).first().waitFor();
    await close();
  });

  it("stops a query that never ends, and runs the next one", async () => {
    const {page, close} = await openPanel();
    await page
      .getByLabel("Requête")
      .fill("SELECT sum(a.range * b.range) AS s FROM range(10000000) a, range(10000000) b");
    await run(page);
    await page.locator("[data-opens=sql] .explorer-status", {hasText: "le résultat"}).waitFor({timeout: 60_000});
    await page.getByRole("button", {name: "Arrêter"}).click();
    await page.locator("[data-opens=sql] .explorer-status", {hasText: "Requête arrêtée"}).waitFor();
    await page.getByLabel("Requête").fill("SELECT 42 AS n");
    await run(page);
    await page.locator(".sql-result td", {hasText: "42"}).waitFor({timeout: 60_000});
    await close();
  });

  it("lists every table with its columns and what they mean", async () => {
    const {page, close} = await openPanel();
    const summary = page.locator(".sql-tables summary", {hasText: "award_supplier"});
    await summary.click();
    expect(await page.locator(".sql-tables details[open] dl").textContent()).toContain("part du montant");
    await close();
  });
});

it("keeps the cells of the analysts' page running: SQL, inputs, Plot, Arquero", async () => {
  const {page, troubles, close} = await open("/explorer-en-cellules");
  await page.locator("main svg rect").first().waitFor({timeout: 60_000});
  await page.locator("main table").nth(1).waitFor();
  expect(await page.locator(".observablehq--error").allInnerTexts()).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});
