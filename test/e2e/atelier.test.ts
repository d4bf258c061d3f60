import {execFileSync, spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Locator, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {makeCopy} from "./copy.js";
import {barriersOf, pixelsTooWide, useReader, views} from "./reader.js";

const read = useReader();

/** Opens the workshop, with what stands after its address. */
const open = (hash = "", reading: Parameters<typeof read>[1] = {}) => read(`/agora/atelier${hash}`, reading);

const measure = (page: Page) => page.getByLabel("Ce que l’on mesure", {exact: true});
const sentence = (page: Page) => page.getByLabel("La phrase, avec ses cases");
const said = (page: Page) => page.locator(".atelier-preview .atelier-said");

/** Goes to an element with the tabulation key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 250; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`expected the tabulation key to reach ${target}, got nowhere in 250 presses.`);
}

async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.insertText(text);
}

const title = "Les achats ouverts à tous où un seul répond";
const words = "En {annee}, quand tout le monde peut répondre, {un_sur} ne reçoit qu’une offre, ";

describe("composed by keyboard alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "carnets-atelier-"));
  const file = join(folder, "proposition.yaml");
  let spoken = "";

  it("a proposal is said live on real data, saved, and found again in its file and in its address", async () => {
    const {page, troubles, requests, rest, close} = await open();
    expect(requests.filter((url) => /\.arrow|apache-arrow|\/yaml/.test(url))).toEqual([]);
    await tabTo(page, measure(page));
    for (let i = 0; i < 150 && (await measure(page).inputValue()) !== "single-bid-share-open"; i++)
      await page.keyboard.press("ArrowDown");
    expect(await measure(page).inputValue()).toBe("single-bid-share-open");
    const previous = page.getByLabel("À l’année d’avant");
    await previous.waitFor();
    await tabTo(page, page.getByLabel("À rien : la phrase dit le nombre seul".replace(" :", "\u00a0:")));
    await page.keyboard.press("ArrowDown");
    expect(await previous.isChecked()).toBe(true);
    await typeInto(page, "Le titre", title);
    await typeInto(page, "La phrase, avec ses cases", words);
    await tabTo(page, page.getByRole("button", {name: "l’écart", exact: true}));
    await page.keyboard.press("Enter");
    expect(await sentence(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.insertText(" que l’année d’avant.");
    await said(page).filter({hasText: "En 2025, quand tout le monde peut répondre,"}).waitFor();
    spoken = (await said(page).textContent()) ?? "";
    expect(spoken).toMatch(/ne reçoit qu’une offre, .* (plus|moins|autant).* que l’année d’avant\.$/);
    const facts = (await page.locator(".atelier-preview .atelier-facts").textContent()) ?? "";
    for (const part of ["Valeur", "Incertitude", "utilisées", "données d’exemple, fictives"])
      expect(facts).toContain(part);
    await typeInto(page, "La mauvaise nouvelle, ce serait…", "Davantage d’achats ne reçoivent qu’une offre.");
    await typeInto(page, "Qui en répond", "La direction chargée des achats");
    await typeInto(page, "Ce qui le ferait bouger", "Des lots plus petits, annoncés plus tôt.");
    await typeInto(page, "Comment on pourrait l’embellir", "Compter deux fois la même entreprise.");
    await tabTo(page, page.locator(".atelier-criterion input").first());
    await page.keyboard.press("ArrowDown");
    await tabTo(page, page.getByLabel("Le collège qui propose"));
    await page.keyboard.type("Assoc");
    await typeInto(page, "Les mots du groupe", "<b onclick=alert(1)>Ils ont choisi</b> entre un et un.");
    await page.getByText("La proposition est entière.").waitFor();
    await tabTo(page, page.getByRole("button", {name: "Enregistrer le fichier"}));
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await download.saveAs(file);
    expect(download.suggestedFilename()).toBe("les-achats-ouverts-a-tous-ou-un-seul-repond.yaml");
    await page.waitForURL(/#proposition=1\./);
    await page.reload();
    await rest();
    await said(page).filter({hasText: spoken}).waitFor();
    expect(await page.getByLabel("Les mots du groupe").inputValue()).toContain("<b onclick");
    expect(await page.locator("main b").count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it("its file opens again, by keyboard, as it was", async () => {
    const {page, troubles, close} = await open();
    await tabTo(page, page.getByLabel("Rouvrir un fichier"));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
    await chooser.setFiles(file);
    await said(page).filter({hasText: spoken}).waitFor();
    expect(await page.getByLabel("Le titre").inputValue()).toBe(title);
    expect(await page.getByLabel("Le collège qui propose").inputValue()).toBe("associations");
    expect(troubles).toEqual([]);
    await close();
  });

  it("one command adopts it: its test is green, and it has its passport page", () => {
    const copy = makeCopy("adopted");
    const run = (command: string, args: readonly string[]) => {
      const {CI: _, ...env} = process.env;
      const {status, stdout, stderr} = spawnSync(command, args, {cwd: copy, encoding: "utf8", env});
      return {status, output: stdout + stderr};
    };
    const built = join(".cache", "e2e", "embedded", "data", "build");
    cpSync(built, join(copy, "data", "build"), {recursive: true});
    writeFileSync(join(copy, "proposition.yaml"), readFileSync(file));
    const adopted = run("npm", ["run", "--silent", "new", "--", "indicator", "--from", "proposition.yaml"]);
    expect(adopted.status, adopted.output).toBe(0);
    const id = "les-achats-ouverts-a-tous-ou-un-seul-repond";
    const bin = (name: string) => join("node_modules", ".bin", name);
    const unit = "run --config test/vitest.config.ts --project unit test/indicators/human";
    const tested = run(bin("vitest"), unit.split(" "));
    expect(tested.status, tested.output).toBe(0);
    expect(tested.output).toContain(id);
    const loader = "run --quiet --no-prompt --no-remote --cached-only --config=loaders/deno.json";
    const page = run(bin("deno"), [
      ...loader.split(" "),
      "--allow-read=data,src,node_modules",
      "src/agora/indicateurs/[id].md.ts",
      `--id=${id}`
    ]);
    expect(page.status, page.output).toBe(0);
    expect(page.output).toContain(title);
    expect(page.output).toContain(spoken.slice(0, 40));
    mkdirSync(join(copy, "data/agora/2026"), {recursive: true});
    cpSync(file, join(copy, "data/agora/2026/proposition.yaml"));
    const data = run("npm", ["run", "--silent", "data"]);
    expect(data.status, data.output).toBe(0);
    execFileSync("rm", ["-rf", folder]);
  });
});

describe("what is wrong", () => {
  it.each([
    ["cut", "#proposition=1.eJxVkM1u", "coupé ou abîmé"],
    ["of another version", "#proposition=9.abc", "autre version"],
    ["made of a script", "#proposition=<script>alert(1)</script>", "coupé ou abîmé"]
  ])("in a link %s is told, and a blank workshop opens", async (_, hash, message) => {
    const {page, troubles, close} = await open(hash);
    expect(await page.locator(".notice").textContent()).toContain(message);
    expect(await measure(page).inputValue()).toBe("");
    expect(troubles).toEqual([]);
    await close();
  });

  it("in a file is told, and what the group had stays", async () => {
    const {page, close} = await open();
    await page.getByLabel("Le titre").fill(title);
    const bad = {name: "x.yaml", mimeType: "text/yaml", buffer: Buffer.from("definition: <script>alert(1)</script>")};
    await page.getByLabel("Rouvrir un fichier").setInputFiles(bad);
    await page.locator(".notice", {hasText: "Ce fichier n’est pas ouvert."}).waitFor();
    expect(await page.getByLabel("Le titre").inputValue()).toBe(title);
    await close();
  });

  it("in a sentence makes it silent, with the reason", async () => {
    const {page, close} = await open();
    await measure(page).selectOption("award-count");
    await sentence(page).fill("{un_sur} marché, {inconnu}");
    await said(page).filter({hasText: "demande une part"}).waitFor();
    await sentence(page).fill("{valeur} marchés, {inconnu}");
    await said(page).filter({hasText: "n’existe pas"}).waitFor();
    await sentence(page).fill("{valeur} <b>marchés</b>");
    await said(page).filter({hasText: "<b>marchés</b>"}).waitFor();
    await close();
  });

  it("in the network is told, with a button to try again", async () => {
    const {page, close} = await open();
    await page.route("**/award.arrow", (route) => route.abort());
    await measure(page).selectOption("award-count");
    await page.getByRole("button", {name: "Réessayer"}).waitFor();
    await page.unroute("**/award.arrow");
    await page.getByRole("button", {name: "Réessayer"}).click();
    await page.getByLabel("Seulement les lignes où").first().waitFor();
    await close();
  });
});

it.each(views)(
  "has no barrier and no sideways scroll at %i px, %s, blank and filled in",
  async (width, colorScheme) => {
    const {page, troubles, close} = await open("", {width, colorScheme});
    expect(await barriersOf(page)).toEqual([]);
    await measure(page).selectOption("footprint-emissions");
    await page.getByLabel("En choses de tous les jours").waitFor();
    await page.getByLabel("À une valeur promise").check();
    await sentence(page).fill("{valeur} en {annee}.");
    await page.waitForURL(/#proposition/);
    expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
    expect(await barriersOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  }
);

it("prints one page: the sentence, the number, the criteria, room for notes", async () => {
  const {page, close} = await open();
  await measure(page).selectOption("single-bid-share-open");
  await page.getByLabel("Seulement les lignes où").first().waitFor();
  await sentence(page).fill("Quand tout le monde peut répondre, {un_sur} ne reçoit qu’une offre.");
  await said(page).filter({hasText: "sur"}).waitFor();
  await page.emulateMedia({media: "print"});
  const shown = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const part of ["fiche d’atelier", "fictives", "ne reçoit qu’une offre", "Les sept critères", "Notes du groupe"])
    expect(shown).toContain(part);
  expect(shown).not.toContain("Enregistrer le fichier");
  const pdf = (await page.pdf({format: "A4", preferCSSPageSize: true})).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await close();
});

it("without JavaScript says what it needs, and gives a blank sheet to print", async () => {
  const {page, close} = await open("", {javaScriptEnabled: false});
  const text = (await page.locator("main").textContent()) ?? "";
  for (const part of ["besoin de JavaScript", "Fiche d’atelier", "La mauvaise nouvelle", "Notes du groupe"])
    expect(text).toContain(part);
  await close();
});
