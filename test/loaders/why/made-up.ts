import type {Figure} from "../../../src/lib/figure.js";
import type {AnyIndicator} from "../../../src/lib/indicator.js";
import type {Report} from "../../../src/lib/report.js";
import {sharedInputs, frameOf} from "../../../loaders/site/framework/page-parts.js";
import {figureInputs, finishingCode} from "../../../loaders/site/figure-inputs.js";
import {Fingerprints, hashOf} from "../../../loaders/site/loop/fingerprints.js";
import {inputsOf} from "../../../loaders/site/loop/freshen.js";
import {absent} from "../../../loaders/site/loop/inputs.js";
import type {ModuleGraph} from "../../../loaders/site/loop/imports.js";
import type {Project} from "../../../loaders/why/project.js";

/** Contents of files, by path; a module is followed by what it imports. */
export type Files = Record<string, string>;

/** Fingerprints of files that exist in a test alone. */
class MadeUp extends Fingerprints {
  constructor(readonly files: Files) {
    super({});
  }

  override of(name: string): string {
    const content = this.files[name.replace(/^file:/, "")];
    return content === undefined ? absent : hashOf(content);
  }

  override graph(entry: string): ModuleGraph {
    const imported = (this.files[entry] ?? "").match(/(?<=import )\S+/g) ?? [];
    return {files: [entry, ...imported.flatMap((path) => this.graph(path).files)], cycles: []};
  }
}

/** A small project as its last builds left it. */
export const files: Files = {
  "loaders/build.ts": "",
  "loaders/marts/award.sql": "SELECT * FROM staged_contract",
  "data/sample/decp.json": "[]",
  "data/build/report.json": "{}",
  "data/build/marts/award.arrow": "rows",
  "src/lib/format.ts": "format",
  "src/indicators/award-count.ts": "count",
  "src/figures/human.ts": "",
  "src/figures/supplier-count.ts": "import src/lib/format.ts",
  "src/components/alive.ts": "import src/figures/supplier-count.ts",
  "src/marches/index.md": "# Marchés",
  "src/agora/votes.md.ts": "import src/lib/format.ts",
  "src/.observablehq/cache/agora/votes.md": "# Votes",
  "observablehq.config.ts": "menu",
  "package-lock.json": "{}",
  "loaders/site/finish.ts": "finish",
  "dist/marches/index.html": "",
  "dist/agora/votes.html": ""
};

const indicator = {id: "award-count", version: 2, name: "Nombre d’attributions", needs: "award"} as AnyIndicator;
const figure = {id: "supplier-count", tables: ["award"], indicators: [indicator]} as unknown as Figure;
const config = {
  interpreters: {".ts": ["deno", "run"]},
  dynamicPaths: [],
  head: "",
  header: ({path}: {path: string}) => path,
  footer: ""
};

/** What stands in `data/build/report.json`. */
const report = {
  generated_at: "2026-11-26T01:45:00.000Z",
  tables: {award: {rows: 2851, arrow_bytes: 1, parquet_bytes: 1}},
  inputs: [
    {
      path: "data/sample/decp.json",
      sha256: "aa81e22b2927".padEnd(64, "0"),
      dataset: "decp",
      records_read: 3012,
      rows_refused: 1,
      is_fictional: false,
      ignored: null,
      failed: null
    }
  ]
} as unknown as Report;

/**
 * The project, built of `files`, then changed.
 *
 * @param changed Files that have another content now; undefined for one that is gone.
 */
export function projectOf(changed: Record<string, string | undefined> = {}): Project {
  const before = new MadeUp(files);
  const contents = Object.entries({...files, ...changed}).filter(([, content]) => content !== undefined);
  const now = new MadeUp(Object.fromEntries(contents) as Files);
  const ofData = ["file:loaders/build.ts", "file:loaders/marts/award.sql", "file:data/sample/decp.json"];
  const meta = {title: "Marchés publics", data: {}, words: ""};
  const {settings: _, ...shared} = sharedInputs({root: "src"}, before);
  const frame = (path: string) => frameOf(config, path, meta);
  const votes = {path: "src/agora/votes.md.ts", command: config.interpreters[".ts"]};
  return {
    figures: [figure],
    indicators: [indicator],
    humanIndicators: [],
    sources: [
      {id: "decp", name: "DECP", producer: "acheteurs publics", licence: "Licence Ouverte 2.0"} as Project["sources"][0]
    ],
    makers: new Map([
      ["staged_contract", {program: "loaders/staging/contract.ts", tables: [], datasets: ["decp", "ocds"]}],
      ["award", {program: "loaders/marts/award.sql", tables: ["staged_contract"], datasets: []}]
    ]),
    report,
    data: {
      request: {from: ["embedded"], keepGoing: false},
      inputs: before.all(ofData),
      report: report.generated_at
    },
    dataNow: now.all(ofData),
    pages: {
      loaders: {
        [votes.path]: {
          inputs: {...inputsOf(votes, null, before), "file:data/build/marts/award.arrow": hashOf("rows")},
          outputs: {"agora/votes.md": hashOf("# Votes")},
          seconds: 1
        }
      },
      pages: {
        "/marches/index": {
          inputs: {
            ...shared,
            settings: "settings",
            source: before.of("file:src/marches/index.md"),
            frame: frame("/marches/index"),
            "module:/components/alive.js": before.program("src/components/alive.ts")
          },
          source: "src/marches/index.md",
          build: "1",
          ...meta
        },
        "/agora/votes": {
          inputs: {...shared, settings: "settings", source: hashOf("# Votes"), frame: frame("/agora/votes")},
          source: votes.path,
          build: "1",
          ...meta,
          title: "Votes"
        }
      },
      builds: {},
      inputs: {},
      raw: {},
      assets: []
    },
    finished: {
      pages: {
        "marches/index.html": {
          inputs: {
            code: finishingCode(before),
            ...figureInputs(figure, {cpv: "45"}, {prints: before, data: "data/build"})
          },
          shown: [{id: "supplier-count", params: {cpv: "45"}}]
        }
      },
      states: {}
    },
    site: {inputs: before.all(Object.keys(files).map((path) => `file:${path}`)), sites: {}},
    builtAt: "2026-11-26T02:13:00.000Z",
    prints: now,
    config,
    files: Object.keys(files).filter((path) => path.startsWith("src/")),
    exists: (path) => now.of(`file:${path}`) !== absent
  };
}
