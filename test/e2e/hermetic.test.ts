import {execFileSync, spawnSync} from "node:child_process";
import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {launchBrowser} from "./browser.js";

/** The copy of the project that the global setup started; its site is served from its `dist`. */
const copy = join(".cache", "e2e", "embedded");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Opens a page in a browser that reaches this one site only, and notes what goes wrong. */
async function openAlone(path: string): Promise<{page: Page; troubles: string[]}> {
  const page = await browser.newPage();
  const origin = inject("embeddedUrl");
  const troubles: string[] = [];
  await page.route(
    (url) => url.origin !== origin && !/^(data|blob):$/.test(url.protocol),
    (route) => {
      troubles.push(`request to ${route.request().url()}`);
      return route.abort();
    }
  );
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  await page.goto(origin + path);
  return {page, troubles};
}

/** Everything that a command printed, and how it ended. */
function runInCopy(command: string, args: string[]): {status: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync(command, args, {cwd: copy, encoding: "utf8"});
  return {status, output: `${stdout}${stderr}`};
}

describe("npm start, the second time", () => {
  it("does nothing when nothing changed, and says so in a line each", () => {
    const {status, output} = runInCopy("npm", ["start", "--", "--no-serve"]);
    expect(output).toMatch(/^Données : rien n’a changé/m);
    expect(output).toMatch(/^Site : rien n’a changé/m);
    expect(status).toBe(0);
  });

  it("names the file that it was given and does not find", () => {
    const {status, output} = runInCopy("npm", ["start", "--", "--no-serve", "--from", "absent.json"]);
    expect(output).toContain("« absent.json » n’existe pas");
    expect(status).toBe(1);
  });
});

describe("a site that knows no other host", () => {
  it("keeps the notebook whole: SQL, Plot, Inputs, Arquero and d3 without an import", async () => {
    const {page, troubles} = await openAlone("/bac-a-sable");
    await page.locator("main table tbody tr").first().waitFor({timeout: 60_000});
    await page.locator("main svg rect").first().waitFor();
    await page.getByText(/\d+ années, \d+ attributions/).waitFor();
    expect(await page.locator("main table tbody tr").count()).toBeGreaterThan(1);
    expect(await page.locator(".observablehq--error").allInnerTexts()).toEqual([]);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("finds words in its pages, accents or not, and says so in French", async () => {
    const {page, troubles} = await openAlone("/");
    await page.getByLabel("Chercher dans les carnets").fill("methode");
    await page.locator("#observablehq-search-results li").first().waitFor();
    expect(await page.locator("#observablehq-search-results").innerText()).toMatch(/^\d+ résultats?/);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("serves every library from itself", () => {
    const versions = readdirSync(join(copy, "dist", "_npm"), {recursive: true, encoding: "utf8"});
    expect(versions.some((file) => file.startsWith("apache-arrow@"))).toBe(true);
    expect(versions.filter((file) => /^apache-arrow@[^/]+$/.test(file)).length).toBe(1);
  });

  const offline = inject("offline");
  if (offline)
    it("is built without the network, nothing cached", () => {
      expect(offline.status, offline.output).toBe(0);
      expect(offline.output).toMatch(/\d+ pages, \d+ figures dans dist,/);
      expect(statSync(join(copy, "dist", "bac-a-sable.html")).isFile()).toBe(true);
    });
});

describe("a build that fails", () => {
  it("names the missing package and leaves the last good site as it was", () => {
    const page = join(copy, "src", "essai.md");
    const before = readFileSync(join(copy, "dist", "index.html"), "utf8");
    writeFileSync(page, '# Essai\n\n```js\nimport _ from "npm:lodash";\ndisplay(_.VERSION);\n```\n');
    const {status, output} = runInCopy("npm", ["run", "--silent", "build"]);
    rmSync(page);
    expect(output).toContain("npm:lodash is not in package.json");
    expect(status).toBe(1);
    expect(readFileSync(join(copy, "dist", "index.html"), "utf8")).toBe(before);
    expect(execFileSync("ls", [join(copy, ".cache")], {encoding: "utf8"})).not.toMatch(/dist-\d/);
  });
});
