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
  }
}

/** The City's two files, beside the repository; see `test/shared-data.ts`. */
const parisFiles = ["2024", "2025"].map((year) => resolve(`../shared/data/decp/v2-2024/paris_decp_${year}.json.gz`));

/** Starts the product twice, as its users do, in copies of the working tree: as it comes, and with the City's files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const hasParis = parisFiles.every((file) => existsSync(file));
  const [embedded, paris] = await Promise.all([
    startSite(writeLivePages(makeCopy("embedded"))),
    hasParis
      ? startSite(
          makeCopy("paris"),
          parisFiles.flatMap((file) => ["--from", file])
        )
      : null
  ]);
  project.provide("embeddedUrl", embedded.url);
  project.provide("parisUrl", paris?.url ?? "");
  return async () => {
    await embedded.stop();
    await paris?.stop();
  };
}
