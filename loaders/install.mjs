// Brings node_modules to the state of package-lock.json. Plain JavaScript on Node's own modules: nothing is installed yet.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const oldestNode = 20;

/**
 * Whether every package that the lock file wants on this machine stands in `node_modules`, in its version.
 *
 * @param {{packages: Record<string, {version?: string, optional?: boolean}>}} lock
 * @param {string} root Folder of `package-lock.json`.
 * @returns {boolean} Optional packages (those of other systems) may be absent, not in another version.
 */
export function isInstalled(lock, root) {
  return Object.entries(lock.packages).every(([path, {version, optional}]) => {
    if (path === "") return true;
    const manifest = join(root, path, "package.json");
    if (!existsSync(manifest)) return optional === true;
    return JSON.parse(readFileSync(manifest, "utf8")).version === version;
  });
}

/**
 * Installs what is missing; does nothing, in a few milliseconds, when the lock file is the one of the last time.
 *
 * @param {string} root Folder of `package-lock.json`.
 * @param {{version?: string, run?: typeof run, log?: (line: string) => void}} effects
 * @returns {boolean} Whether something was installed.
 * @throws {Error} In French, with what to do.
 */
export function install(root, effects = {}) {
  const {version = process.versions.node, run: execute = run, log = console.log} = effects;
  if (Number(version.split(".")[0]) < oldestNode)
    throw new Error(`Node ${oldestNode} ou plus récent est attendu, Node ${version} trouvé. Voir https://nodejs.org/.`);
  const text = readFileSync(join(root, "package-lock.json"));
  const hash = createHash("sha256").update(text).digest("hex");
  const stamp = join(root, "node_modules", ".carnets-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  const lock = JSON.parse(text.toString());
  const isFresh = !isInstalled(lock, root);
  if (isFresh) {
    log("Installation des paquets de package-lock.json (une minute environ la première fois)…");
    execute("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"], root);
  }
  prepareDeno(root, execute);
  mkdirSync(join(root, "node_modules"), {recursive: true});
  writeFileSync(stamp, hash);
  return isFresh;
}

/** Puts Deno's binary in place when npm was told not to run install scripts. */
function prepareDeno(root, execute) {
  const binary = join(root, "node_modules", "deno", process.platform === "win32" ? "deno.exe" : "deno");
  if (existsSync(binary)) return;
  const script = join(root, "node_modules", "deno", "install.cjs");
  if (existsSync(script)) execute(process.execPath, [script], root);
  if (!existsSync(binary))
    throw new Error(
      `Deno n’est pas installé : ${binary} manque. ` +
        `Son paquet pour ce système (@deno/…) est optionnel ; relancez « npm ci --include=optional ».`
    );
}

function run(command, args, cwd) {
  const {status, error} = spawnSync(command, args, {cwd, stdio: "inherit", shell: process.platform === "win32"});
  if (error) throw new Error(`${command} ne démarre pas : ${error.message}.`);
  if (status !== 0)
    throw new Error(
      `« ${[command, ...args].join(" ")} » a échoué (code ${status}). ` +
        `La première installation demande le réseau ; le message ci-dessus dit ce qui manque.`
    );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    install(fileURLToPath(new URL("..", import.meta.url)));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
