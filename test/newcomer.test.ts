import {execFileSync, spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {makeCopy} from "./e2e/copy.js";

/** What a newcomer writes: the indicator, what is particular to it, and one line of the registry. */
const indicator = `import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "several-offers-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["offers_received"],
  name: "Part des attributions à plusieurs offres",
  question: "Quelle part des attributions a reçu au moins deux offres ?",
  formula:
    "Nombre d’attributions à deux offres ou plus, divisé par le nombre d’attributions qui disent combien d’offres.",
  origin: "Essai d’un nouvel arrivant.",
  reference: "Open Contracting Partnership, concurrence : procédures à offre unique.",
  limits: ["Beaucoup de contrats ne disent pas combien d’offres ils ont reçu."],
  excludes: {unknown: "nombre d’offres non publié"},
  leaveOut: ({offers_received}) => (offers_received === null ? "unknown" : null),
  example: {rows: [{offers_received: 1}, {offers_received: 3}, {offers_received: null}], value: 0.5},
  compute: (rows) =>
    rows.length === 0 ? null : rows.filter(({offers_received}) => (offers_received ?? 0) > 1).length / rows.length
});
`;
const itsTest = `import {expect, it} from "vitest";
import severalOffersShare from "../../src/indicators/several-offers-share.js";
import {measure} from "../../src/lib/indicator.js";

it("is one when every award received several offers", () => {
  expect(measure(severalOffersShare, [{offers_received: 2}]).value).toBe(1);
});
`;
const line = `export {default as severalOffersShare} from "./several-offers-share.js";\n`;

const bin = (name: string) => join("node_modules", ".bin", name);

describe("adding an indicator costs two new files and one edited line", () => {
  let copy: string;
  const run = (command: string, args: string[]) => {
    // The real data do not stand beside a copy: its tests run as in a user's clone, not as in CI.
    const {CI: _, ...env} = process.env;
    const {status, stdout, stderr} = spawnSync(command, args, {cwd: copy, encoding: "utf8", env});
    return {status, output: stdout + stderr};
  };

  beforeAll(() => {
    copy = makeCopy("newcomer");
    execFileSync("git", ["init", "-q"], {cwd: copy});
    execFileSync("git", ["add", "-A"], {cwd: copy});
    writeFileSync(join(copy, "src/indicators/several-offers-share.ts"), indicator);
    writeFileSync(join(copy, "test/indicators/several-offers-share.test.ts"), itsTest);
    const registry = join(copy, "src/indicators/registry.ts");
    writeFileSync(registry, readFileSync(registry, "utf8") + line);
  });

  it("changes nothing else", () => {
    const {output} = run("git", ["status", "--porcelain", "--untracked-files=all"]);
    expect(output.match(/^\?\?/gm)).toHaveLength(2);
    expect(run("git", ["diff", "--numstat"]).output.trim()).toBe("1\t0\tsrc/indicators/registry.ts");
  });

  it("passes types, style and tests at once", () => {
    expect(run(bin("tsc"), [])).toEqual({status: 0, output: ""});
    expect(run(bin("oxlint"), ["src/indicators", "test/indicators"]).status).toBe(0);
    expect(run(bin("prettier"), ["--check", "src/indicators", "test/indicators"]).status).toBe(0);
    const unit = "run --config test/vitest.config.ts --project unit test/indicators test/boundaries.test.ts";
    const {status, output} = run(bin("vitest"), unit.split(" "));
    expect(output).toContain("several-offers-share");
    expect(status, output).toBe(0);
  });

  it("gives the indicator its method page", () => {
    const deno = "run --quiet --no-prompt --no-remote --cached-only --config=loaders/deno.json";
    const loader = "--allow-read=data,src,node_modules src/methode/[id].md.ts --id=several-offers-share";
    const {status, output} = run(bin("deno"), `${deno} ${loader}`.split(" "));
    expect(status, output).toBe(0);
    expect(output).toContain("Quelle part des attributions a reçu au moins deux offres");
  });
});
