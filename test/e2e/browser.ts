import {execFileSync} from "node:child_process";
import {accessSync, constants} from "node:fs";
import {delimiter, join} from "node:path";
import {chromium, type Browser} from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const macPaths = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
);

/** Quiet and alone: no update, no sync, no request of its own. */
const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];

/**
 * Starts a browser for a test: that of `CHROME_PATH`, else one of this machine, else the one that an npm package
 * carries (Linux only).
 *
 * @throws {Error} When there is none; the message holds the one command to type.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = [...flags, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const installed = maybeFindBrowser(process.env);
  if (installed !== null) return chromium.launch({executablePath: installed, args});
  try {
    const {default: packaged} = await import("@sparticuz/chromium");
    return await chromium.launch({executablePath: await packaged.executablePath(), args: [...packaged.args, ...flags]});
  } catch (cause) {
    const command = "npx playwright-core install --with-deps chromium-headless-shell";
    throw new Error(
      `Aucun navigateur pour les essais. Installez Chrome ou Chromium, ou tapez : ${command}, ` +
        `puis donnez son chemin dans CHROME_PATH.`,
      {cause}
    );
  }
}

/**
 * Finds a browser that this machine already has.
 *
 * @returns Its path, or null.
 * @throws {Error} When `CHROME_PATH` names something that does not run.
 */
function maybeFindBrowser(environment: Readonly<Record<string, string | undefined>>): string | null {
  const chosen = environment.CHROME_PATH;
  if (chosen) {
    if (!isExecutable(chosen))
      throw new Error(`CHROME_PATH : un navigateur est attendu, « ${chosen} » ne s’exécute pas.`);
    return chosen;
  }
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...macPaths];
  return candidates.find((path) => isExecutable(path) && runs(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems ship a script that only says how to install the browser. */
function runs(path: string): boolean {
  try {
    return /\d+\.\d+/.test(execFileSync(path, ["--version"], {encoding: "utf8", stdio: ["ignore", "pipe", "ignore"]}));
  } catch {
    return false;
  }
}
