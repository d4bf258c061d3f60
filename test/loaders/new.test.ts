import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {stringify} from "yaml";
import {beforeAll, describe, expect, it} from "vitest";
import {askerOf} from "../../loaders/new/ask.js";
import {NewError} from "../../loaders/new/errors.js";
import {readNewOptions} from "../../loaders/new/options.js";
import {withPage} from "../../loaders/new/page.js";
import {withLine} from "../../loaders/new/scaffold.js";
import type {Draft} from "../../src/lib/human/draft.js";
import {registerEntry} from "../../src/lib/human/proposal.js";
import {makeCopy} from "../e2e/copy.js";
import {trees} from "../lib/human/definition.js";

/** With a title that is a word of SQL, and a last one that begins another. */
const planted = `annee,arrondissement,arbres,part_vivante,releve,remarque,Case,an
2023,18,412,0.91,2024-01-15,,A,1
2024,18,530,0.88,,"sécheresse, deux mois",A,2
2024,05,,1,2025-01-15,,B,2
`;

const bin = (name: string) => join("node_modules", ".bin", name);

/** What a group composed: a filter, a comparison with the year before. */
const proposal: Draft = {
  college: "associations",
  verbatim: "« Ils ont choisi entre un et un. »",
  definition: {
    ...trees,
    id: "choisir-entre-un-et-un",
    sentence:
      "En {annee}, quand tout le monde peut répondre, {un_sur} ne reçoit qu’une seule offre, {ecart} que l’année d’avant.",
    filter: {cpv_division: "77"},
    comparison: {kind: "previous", column: "year"}
  }
};

/** Everything that can be made, with every flag: nobody is there to answer. */
const orders = {
  indicator:
    "indicator duree-mediane --title|Durée médiane --question|Combien de mois dure un marché ? --domain|marches --table|award --column|duration_months",
  share:
    "indicator part-innovante --title|Part innovante --question|Quelle part est innovante ? --domain|marches --table|award --column|is_innovative",
  page: "page climat/a-velo --title|À vélo --section|Climat --figure|footprint",
  source:
    "source arbres-plantes --example|arbres.csv --title|Arbres plantés --producer|Ville --url|https://exemple.fr/arbres --keys|annee,arrondissement",
  human: "indicator --from|proposition.yaml",
  seance: "seance atelier-2031 --date|2031-01-25 --title|Atelier de janvier --kind|atelier --presided-by|volontaires",
  notebook: "notebook premier-essai --title|Premier essai --table|award"
};

describe("npm run new, without a question", () => {
  let copy: string;
  const run = (command: string, args: readonly string[]) => {
    const {CI: _, ...env} = process.env;
    const {status, stdout, stderr} = spawnSync(command, args, {cwd: copy, encoding: "utf8", env, input: ""});
    return {status, output: stdout + stderr};
  };
  const make = (order: string) =>
    run("npm", [
      "run",
      "--silent",
      "new",
      "--",
      ...order.split(/ (?=--)/).flatMap((part, i) => part.split(i ? "|" : " "))
    ]);

  beforeAll(() => {
    copy = makeCopy("new");
    execFileSync("git", ["init", "-q"], {cwd: copy});
    execFileSync("git", ["add", "-A"], {cwd: copy});
    writeFileSync(join(copy, "arbres.csv"), planted);
    writeFileSync(join(copy, "proposition.yaml"), stringify(registerEntry(proposal, "2026-01-24")));
    for (const order of Object.values(orders)) {
      const {status, output} = make(order);
      expect(status, output).toBe(0);
      expect(output).toContain("Ensuite");
    }
  });

  it("writes what the README promises: one line in each registry, new files beside it", () => {
    const changed = run("git", ["diff", "--numstat"])
      .output.trim()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(Object.fromEntries(changed.map(([added, removed, path]) => [path, [added, removed]]))).toEqual({
      "observablehq.config.ts": ["2", "1"],
      "loaders/staging/registry.ts": ["1", "0"],
      "src/catalogue/registry.ts": ["1", "0"],
      "src/indicators/human/registry.ts": ["1", "0"],
      "src/indicators/registry.ts": ["2", "0"],
      "src/lib/schema.ts": ["3", "1"]
    });
    expect(readFileSync(join(copy, "src/climat/a-velo.md"), "utf8")).toContain('<figure data-figure="footprint">');
  });

  it("passes every check, and the tests of the new files", () => {
    const status = run("git", ["status", "--porcelain", "--untracked-files=all"]).output;
    const touched = Array.from(status.matchAll(/^.. (.+\.(?:ts|md))$/gm), ([, path]) => path as string);
    const checks: readonly (readonly [string, ...string[]])[] = [
      ["tsc"],
      ["oxlint"],
      ["prettier", "--check", ...touched],
      [
        "deno",
        "check",
        "--quiet",
        "--config",
        "loaders/deno.json",
        ...touched.filter((path) => path.startsWith("loaders"))
      ]
    ];
    for (const [command, ...args] of checks) {
      const checked = run(bin(command), args);
      expect(checked.status, `${command}: ${checked.output}`).toBe(0);
    }
    expect(run(bin("knip"), []).output).not.toMatch(/duree-mediane|part-innovante|arbres-plantes|premier-essai/);
    const unit = "run --config test/vitest.config.ts --project unit";
    const files =
      "test/indicators/indicators.test.ts test/indicators/duree-mediane.test.ts test/indicators/part-innovante.test.ts test/loaders/staging/arbres-plantes.test.ts test/indicators/human test/boundaries.test.ts";
    const tested = run(bin("vitest"), `${unit} ${files}`.split(" "));
    expect(tested.status, tested.output).toBe(0);
    for (const name of ["duree-mediane", "part-innovante", "arbres-plantes", "choisir-entre-un-et-un"])
      expect(tested.output).toContain(name);
  }, 600_000);

  it("makes of the example a table with its types, from one end to the other", () => {
    const {status, output} = run("npm", ["run", "--silent", "data", "--", "--from", "data/sample"]);
    expect(status, output).toBe(0);
    const report = JSON.parse(readFileSync(join(copy, "data/build/report.json"), "utf8"));
    expect(report.tables.arbres_plantes.rows).toBe(3);
    expect(report.inputs.find(({path}: {path: string}) => path.endsWith("atelier-2031.yaml"))).toMatchObject({
      dataset: "agora",
      ignored: null
    });
    expect(report.inputs.find(({dataset}: {dataset: string}) => dataset === "arbres-plantes")).toMatchObject({
      records_read: 3,
      rows_staged: 3
    });
    const staging = readFileSync(join(copy, "loaders/staging/arbres-plantes.ts"), "utf8");
    expect(staging).toContain('arrondissement: "VARCHAR"');
    expect(staging).toContain('releve: "DATE"');
  });

  it("gives a notebook that Jupyter can open: format 4.5, cells with their own id, prose and code", () => {
    const notebook = JSON.parse(readFileSync(join(copy, "src/notebooks/premier-essai.ipynb"), "utf8"));
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    const ids = notebook.cells.map(({id}: {id: string}) => id) as string[];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-zA-Z0-9_-]{1,64}$/.test(id))).toBe(true);
    expect(notebook.metadata.kernelspec.name).toBe("carnets");
  });

  it("overwrites nothing, and writes nothing when a part of it stands already", () => {
    const before = run("git", ["diff"]).output;
    for (const order of Object.values(orders)) {
      const {status, output} = make(order);
      expect(status).toBe(1);
      expect(output).toMatch(/déjà/);
    }
    expect(run("git", ["diff"]).output).toBe(before);
  });

  it.each([
    [
      "an example that another source reads",
      "source x --example|data/reference/climat/air.csv",
      /« climat-air » lit déjà/
    ],
    ["a missing flag", "page climat/b --section|Climat", /--title manque/],
    [
      "a domain that is none",
      "indicator x --title|Essai de titre --question|Combien ? --domain|sport",
      /--domain : attendu marches/
    ],
    [
      "a column that is none",
      orders.indicator.replace("duration_months", "durée").replace("duree-mediane", "x"),
      /--column : attendu/
    ],
    ["an example that is not there", "source x --example|rien.csv", /rien n’est à .*rien\.csv/]
  ])("refuses %s, and says so", (_, order, message) => {
    const {status, output} = make(order);
    expect(status).toBe(1);
    expect(output).toMatch(message);
    expect(existsSync(join(copy, "src/indicators/x.ts"))).toBe(false);
  });
});

describe("the command line", () => {
  it.each([
    [["maison", "x"], /attendu indicator, page/],
    [["page"], /un nom est attendu/],
    [["indicator", "Mon Nom"], /« Mon Nom »/],
    [["indicator", "../x"], /« \.\.\/x »/],
    [["page", "../x"], /« \.\.\/x »/],
    [["indicator", "x", "y"], /un seul nom/],
    [["indicator", "x", "--titre", "y"], /option inconnue/],
    [["indicator", "x", "--title", " "], /--title attend une valeur/]
  ])("refuses %j", (args, message) => {
    expect(() => readNewOptions(args)).toThrow(message);
  });

  it("gives help when asked", () => expect(readNewOptions(["--help"])).toBeNull());
});

describe("a question", () => {
  it("is asked again until the answer fits, and an empty answer takes what is proposed", async () => {
    const answers = ["sport", "", "climat", ""];
    const said: string[] = [];
    const {ask} = askerOf({}, {prompt: async () => answers.shift() ?? "", say: (line) => said.push(line)});
    expect(await ask("domain", {words: "Quel engagement ?", oneOf: ["marches", "climat"]})).toBe("climat");
    expect(said).toHaveLength(2);
    expect(await ask("licence", {words: "Quelle licence ?", fallback: "ISC"})).toBe("ISC");
  });

  it("is answered by the flag, and the flag is checked too", async () => {
    const {ask} = askerOf({domain: "sport"}, {prompt: null, say: () => undefined});
    await expect(ask("domain", {words: "?", oneOf: ["climat"]})).rejects.toThrow(NewError);
  });
});

describe("a registry", () => {
  const registry = `// Une ligne.\nexport {default as a} from "./a.js";\nexport {default as c} from "./c.js";\n`;
  it("gets its line in the order of the alphabet", () => {
    expect(withLine(registry, "./b-x.js").split("\n")[2]).toBe('export {default as bX} from "./b-x.js";');
    expect(withLine(registry, "./d.js").trimEnd().split("\n").at(-1)).toContain("./d.js");
    expect(() => withLine(registry, "./a.js")).toThrow("déjà");
  });

  it("of the menu takes a page at the end of its part, and refuses one that it has, or a part that it has not", () => {
    const menu = `pages: [{name: "Un",\n open: true,\n pages: [{name: "A", path: "/a"}]}]`;
    const more = withPage(menu, "Un", {name: "B", path: "/b"});
    expect(more.replace(/\s+/g, "")).toContain(`{name:"A",path:"/a"},{name:"B",path:"/b"}]}]`);
    expect(() => withPage(more, "Un", {name: "B", path: "/b"})).toThrow("déjà");
    expect(() => withPage(menu, "Deux", {name: "B", path: "/b"})).toThrow("« Deux »");
  });
});
