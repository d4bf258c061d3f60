import {spawn, spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {resolve} from "node:path";
import type {TestProject} from "vitest/node";
import {makeCopy, startSite} from "./copy.js";
import {writeLivePages} from "./notebook-pages.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the site built from the embedded data. */
    embeddedUrl: string;
    /** Address of the site built from the City's 2024 and 2025 files; empty where they are absent. */
    parisUrl: string;
    /** How the embedded site's first build, cut off from every network, went; null where the machine cannot cut one off. */
    offline: {status: number | null; output: string} | null;
  }
}

/** The City's two files, beside the repository; see `test/shared-data.ts`. */
const parisFiles = ["2024", "2025"].map((year) => resolve(`../shared/data/decp/v2-2024/paris_decp_${year}.json.gz`));

/** Makes data and site in a fresh copy, where nothing is cached, without a network. */
async function buildOffline(copy: string): Promise<{status: number | null; output: string} | null> {
  if (spawnSync("unshare", ["-rn", "true"]).status !== 0) {
    console.log("Essai laissé de côté : construire sans réseau, que cette machine ne permet pas (unshare -rn).");
    return null;
  }
  const child = spawn("unshare", ["-rn", "npm", "start", "--", "--no-serve"], {cwd: copy});
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return {status, output};
}

/**
 * Starts the product twice, as its users do, in copies of the working tree: as it comes, and with the City's files. The
 * first is made without a network where the machine can cut it off, so that one build proves that too.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const hasParis = parisFiles.every((file) => existsSync(file));
  const copy = writeLivePages(makeCopy("embedded"));
  const [{embedded, offline}, paris] = await Promise.all([
    buildOffline(copy).then(async (offline) => ({offline, embedded: await startSite(copy)})),
    hasParis
      ? startSite(
          makeCopy("paris"),
          parisFiles.flatMap((file) => ["--from", file])
        )
      : null
  ]);
  project.provide("embeddedUrl", embedded.url);
  project.provide("offline", offline);
  project.provide("parisUrl", paris?.url ?? "");
  return async () => {
    await embedded.stop();
    await paris?.stop();
  };
}
