import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launchBrowser} from "../../e2e/browser.js";
import {ingredients, makeSmallProject, type Ingredient, type Preview} from "./small-project.js";

/** What each change of what the loader is made of makes it give, one after the other. */
const changes: Record<Ingredient, {value: string; line: string}> = {
  loader: {value: "c", line: "c b Nord Ville,1\n"},
  module: {value: "d", line: "c d Nord Ville,1\n"},
  file: {value: "2", line: "c d Nord Ville,2\n"},
  variable: {value: "Sud", line: "c d Sud Ville,2\n"}
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("a build", () => {
  const project = makeSmallProject("stale-build");

  it("runs the loader the first time", async () => {
    expect(await project.build("carnets")).toBe("a b Nord Ville,1\n");
  });

  it.each(ingredients)("follows a change of the %s", async (ingredient) => {
    const {value, line} = changes[ingredient];
    project.change(ingredient, value);
    expect(await project.build("carnets")).toBe(line);
  });
});

describe("a build by plain Framework", () => {
  it("shows what the loader gave before all of them changed: the trap that is closed here", async () => {
    const project = makeSmallProject("stale-build-framework");
    const before = await project.build("framework");
    for (const ingredient of ingredients) project.change(ingredient, changes[ingredient].value);
    expect(await project.build("framework")).toBe(before);
  });
});

describe("a build of which nothing changed", () => {
  it("runs no loader, whatever the dates say", async () => {
    const project = makeSmallProject("stale-nothing");
    await project.build("carnets");
    project.touch("src/towns.txt.ts");
    project.touch("data/towns.csv");
    await project.build("carnets");
    expect(project.said()).toEqual({stale: [], pages: 1, ran: []});
  });

  it("runs a loader all the same that does not tell what it reads", async () => {
    const project = makeSmallProject("stale-silent");
    project.write("src/clock.txt.sh", "cat data/clock.txt\n");
    project.write("data/clock.txt", "midi\n");
    project.replaceInPage("Premier texte.", "Premier texte, ${FileAttachment('clock.txt').text()}.");
    await project.build("carnets");
    project.write("data/clock.txt", "minuit\n");
    await project.build("carnets");
    expect(project.said()).toMatchObject({ran: [{path: "src/clock.txt.sh"}]});
    expect(readFileSync(join(project.folder, "src/.observablehq/cache/clock.txt"), "utf8")).toBe("minuit\n");
  });
});

describe("the preview", () => {
  const project = makeSmallProject("stale-preview");
  let preview: Preview;
  let page: Page;
  const towns = (text: string) => page.locator("#towns", {hasText: text}).waitFor();
  beforeAll(async () => {
    preview = await project.preview("carnets");
    page = await browser.newPage();
    await page.goto(preview.url);
    await towns("a b Nord Ville,1");
    await page.locator("input[type=range]").fill("8");
  });
  afterAll(() => preview?.stop());

  it("follows a change of the loader, of a module that it imports and of a file that it reads", async () => {
    for (const ingredient of ["loader", "module", "file"] as const) {
      project.change(ingredient, changes[ingredient].value);
      await towns(changes[ingredient].line.trim());
    }
  });

  it("follows the words of the page", async () => {
    project.replaceInPage("Premier texte", "Second texte");
    await page.getByText("Second texte").waitFor();
  });

  it("keeps what the reader chose", async () => {
    expect(await page.locator("input[type=range]").inputValue()).toBe("8");
  });

  it("says what a loader lacks the right to read, and goes on when it is put right", async () => {
    project.write("src/towns.txt.ts", 'console.log(Deno.readTextFileSync("package.json"));\n');
    await expect.poll(() => preview.said()).toContain("« --allow-read=data » en « --allow-read=data,package.json »");
    project.change("loader", "e");
    await towns("e d Nord Ville,2");
  });

  it("goes on when a file that the loader reads is deleted, and comes back", async () => {
    project.remove("data/towns.csv");
    await expect.poll(() => preview.said()).toMatch(/towns\.txt\.ts : ce programme s’est arrêté/);
    project.change("file", "3");
    await towns("e d Nord Ville,3");
  });

  it("follows an environment variable from the next start on", async () => {
    await preview.stop();
    project.change("variable", "Sud");
    preview = await project.preview("carnets");
    await page.goto(preview.url);
    await towns("e d Sud Ville,3");
  });
});

describe("the preview of plain Framework", () => {
  it("shows what the loader gave before a file that it reads changed", async () => {
    const project = makeSmallProject("stale-preview-framework");
    const preview = await project.preview("framework");
    const towns = () => fetch(`${preview.url}_file/towns.txt`).then((response) => response.text());
    const before = await towns();
    project.change("file", "2");
    expect(await towns()).toBe(before);
    await preview.stop();
  });
});
