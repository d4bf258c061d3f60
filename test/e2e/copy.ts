import {execFileSync, spawn, type ChildProcess} from "node:child_process";
import {cpSync, mkdirSync, rmSync} from "node:fs";
import {createServer} from "node:net";
import {dirname, join} from "node:path";

/**
 * A copy of the working tree as a fresh clone would be, uncommitted files included, with the installed packages linked
 * and nothing that was built.
 *
 * @returns Its path, below `.cache/e2e`.
 */
export function makeCopy(name: string): string {
  const copy = join(".cache", "e2e", name);
  rmSync(copy, {recursive: true, force: true});
  mkdirSync(copy, {recursive: true});
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8"
  });
  for (const file of new Set(files.split("\0").filter(Boolean))) {
    mkdirSync(dirname(join(copy, file)), {recursive: true});
    cpSync(file, join(copy, file), {force: true});
  }
  execFileSync("cp", ["-al", "node_modules", join(copy, "node_modules")]);
  return copy;
}

/** A site that somebody started. */
export interface StartedSite {
  url: string;
  stop: () => Promise<void>;
}

/**
 * Runs `npm start` in a folder, with its arguments, and waits until it prints its address.
 *
 * @throws {Error} With everything that it printed, when it ends before.
 */
export async function startSite(folder: string, args: readonly string[] = []): Promise<StartedSite> {
  const port = await freePort();
  const child = spawn("npm", ["start", "--", ...args], {
    cwd: folder,
    env: {...process.env, PORT: String(port)},
    stdio: ["ignore", "pipe", "pipe"],
    detached: true
  });
  const url = `http://127.0.0.1:${port}`;
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(url)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) =>
      reject(new Error(`npm start: expected an address, ended with code ${code}.\n${printed}`))
    );
  });
  return {url, stop: () => stopGroup(child)};
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGINT");
  await ended;
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))
      );
    });
  });
}
