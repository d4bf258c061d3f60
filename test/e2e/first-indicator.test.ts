import {execFileSync, spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launchBrowser} from "./browser.js";
import {makeCopy, startSite, type StartedSite} from "./copy.js";

/** The commands of the README, from the clone to the page, in order. */
const section = readFileSync("README.md", "utf8").split("## Du clone au premier indicateur")[1] ?? "";
const commands = (/```sh\n([\s\S]*?)\n```/.exec(section)?.[1] ?? "").split("\n");

const home = mkdtempSync(join(tmpdir(), "carnets-clone-"));
const clone = join(home, "carnets");
let browser: Browser;
let site: StartedSite | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await site?.stop();
  await browser?.close();
  rmSync(home, {recursive: true, force: true});
});

/** The working tree as a repository that can be cloned, uncommitted files included. */
function repository(): string {
  const origin = makeCopy("origin");
  rmSync(join(origin, "node_modules"), {recursive: true});
  const git = (...args: string[]) => execFileSync("git", args, {cwd: origin});
  git("init", "-q");
  git("add", "-A");
  git("-c", "user.name=essai", "-c", "user.email=essai@example.org", "commit", "-qm", "essai");
  return resolve(origin);
}

/** What another site of these sources left: packages, tables, pages. A clone takes of it what is still true. */
function lendWork(): void {
  execFileSync("cp", ["-al", "node_modules", join(clone, "node_modules")]);
  for (const folder of [".cache/site", "src/.observablehq"])
    cpSync(join(".cache", "e2e", "embedded", folder), join(clone, folder), {recursive: true});
}

it("takes at most ten commands", () => {
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.length).toBeLessThanOrEqual(10);
});

it("leads from the clone to an indicator on a page", async () => {
  const {CI: _, ...env} = process.env;
  const [first = "", ...others] = commands;
  const last = others.pop();
  const run = (command: string, cwd: string) => {
    const {status, stdout, stderr} = spawnSync("bash", ["-c", command], {cwd, encoding: "utf8", env});
    expect(status, `${command}\n${stdout}${stderr}`).toBe(0);
  };
  run(first.replace("<adresse de ce dépôt>", repository()), home);
  lendWork();
  expect(others.shift()).toBe("cd carnets");
  for (const command of others) run(command, clone);
  expect(last).toBe("npm start");
  site = await startSite(clone);

  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(`${site.url}/essais/duree`);
  await page.getByText(/Durée médiane\s:\s\d/).waitFor();
  await page.getByRole("link", {name: "Sa formule, son exemple et sa valeur par année"}).click();
  await page.getByRole("heading", {level: 1, name: "Durée médiane"}).waitFor();
  expect(troubles).toEqual([]);
}, 600_000);
