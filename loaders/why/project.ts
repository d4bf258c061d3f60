import {existsSync, readFileSync, statSync} from "node:fs";
import process from "node:process";
import figures from "../../src/figures/index.js";
import humanIndicators from "../../src/indicators/human/index.js";
import indicators from "../../src/indicators/index.js";
import sources from "../../src/catalogue/index.js";
import type {Figure} from "../../src/lib/figure.js";
import type {HumanIndicator} from "../../src/lib/human/indicator.js";
import type {AnyIndicator} from "../../src/lib/indicator.js";
import type {Report} from "../../src/lib/report.js";
import type {Source} from "../../src/lib/source.js";
import {dataInputs, readDataStore, type DataStore} from "../site/loop/data-inputs.js";
import {filesBelow} from "../site/loop/files.js";
import {Fingerprints} from "../site/loop/fingerprints.js";
import type {Inputs} from "../site/loop/inputs.js";
import {
  finishStore,
  noPages,
  noSite,
  nothingFinished,
  pagesStore,
  siteStore,
  type FinishStore,
  type PagesStore,
  type SiteStore
} from "../site/loop/kept.js";
import {readStore} from "../site/loop/store.js";
import {makersOf, type Maker} from "./makers.js";

/** What of the site’s configuration says how pages are made. */
interface SiteConfig {
  /** The command that runs a loader, by the end of its name. */
  interpreters: Readonly<Record<string, readonly string[]>>;
  /** Addresses that come out of programs with a parameter. */
  dynamicPaths: readonly string[];
  head?: unknown;
  header?: unknown;
  footer?: unknown;
}

/** All that is known of the project and of its last builds. Reading it changes nothing. */
export interface Project {
  figures: readonly Figure<any>[];
  indicators: readonly AnyIndicator[];
  humanIndicators: readonly HumanIndicator[];
  sources: readonly Source[];
  /** By name of table. */
  makers: ReadonlyMap<string, Maker>;
  /** Null when no data were built. */
  report: Report | null;
  /** What the last data were made of, and what they would be made of now. */
  data: DataStore;
  dataNow: Inputs;
  pages: PagesStore;
  finished: FinishStore;
  site: SiteStore;
  /** When the site was built, ISO, UTC; null when it never was. */
  builtAt: string | null;
  prints: Fingerprints;
  config: SiteConfig;
  /** Files below `src`. */
  files: readonly string[];
  exists: (path: string) => boolean;
}

const dataReport = "data/build/report.json";

/** Reads the project in the current folder. */
export async function readProject(say: (line: string) => void): Promise<Project> {
  const prints = new Fingerprints();
  const data = readDataStore(say);
  process.env.CARNETS_READ_ONLY = "yes";
  const {default: config} = (await import(new URL("../../observablehq.config.ts", import.meta.url).href)) as {
    default: SiteConfig;
  };
  const stamp = statSync(siteStore, {throwIfNoEntry: false});
  return {
    figures,
    indicators,
    humanIndicators,
    sources,
    makers: makersOf(),
    report: existsSync(dataReport) ? JSON.parse(readFileSync(dataReport, "utf8")) : null,
    data,
    dataNow: dataInputs(data.request, prints),
    pages: readStore<PagesStore>(pagesStore, noPages, say),
    finished: readStore<FinishStore>(finishStore, nothingFinished, say),
    site: readStore<SiteStore>(siteStore, noSite, say),
    builtAt: stamp ? stamp.mtime.toISOString() : null,
    prints,
    config,
    files: filesBelow("src", /^(\.observablehq|node_modules)$/),
    exists: existsSync
  };
}
