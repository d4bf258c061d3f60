import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {beforeAll, describe, expect, it} from "vitest";
import {readNotebook} from "../../loaders/notebook/format.js";
import {publishedNotebooks} from "../../src/carnets/published.js";
import {decimal} from "../../src/components/chart.js";
import indicators from "../../src/indicators/index.js";
import {formatCount, formatEuros, formatFactor, formatRatio} from "../../src/lib/format.js";
import {measure, type Measure} from "../../src/lib/indicator.js";
import {rowsOf} from "../../src/lib/rows.js";
import type {Row, TableName} from "../../src/lib/schema.js";
import {makeCopy} from "../e2e/copy.js";

const hasJupyter = ["/usr/bin/python3", "python3"].some(
  (python) => spawnSync(python, ["-c", "import nbclient, nbformat"]).status === 0
);
if (!hasJupyter && process.env.CI === undefined)
  console.log(
    "Groupe laissé de côté : carnets par le noyau Deno (test/notebooks), faute de jupyter-notebook et jupyter-client."
  );

let copy: string;
beforeAll(() => {
  copy = makeCopy("carnets");
  expect(run("npm", ["run", "--silent", "data"]).status).toBe(0);
});

function run(command: string, args: string[], input?: string): {status: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync(command, args, {
    cwd: copy,
    encoding: "utf8",
    input,
    maxBuffer: 2 ** 26,
    timeout: 240_000
  });
  return {status, output: stdout + stderr};
}

/** Deno with the permissions of a page's loader, so that a published notebook gets no others. */
function deno(args: string[], input?: string) {
  const flags =
    "run --quiet --no-prompt --no-remote --cached-only --config=loaders/deno.json --allow-read=data,src,node_modules";
  return run(join("node_modules", ".bin", "deno"), [...flags.split(" "), ...args], input);
}

function rowsNow<T extends TableName>(name: T): Row<T>[] {
  return rowsOf(name, tableFromIPC(readFileSync(join(copy, "data/build/marts", `${name}.arrow`))));
}

/** A published indicator over the same tables, computed here. */
function now(id: string): Measure & {value: number} {
  const indicator = indicators.find((one) => one.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const {value, ...others} = measure(indicator, rowsNow(indicator.needs as TableName) as never);
  return {...others, value: value ?? Number.NaN};
}

/** What a reader sees of an output. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, "")
    .replace(
      /<svg.*<\/svg>/gs,
      (svg) => (/\saria-label="([^"]*)"/.exec(svg)?.[1] ?? "") + svg.match(/<rect|<path|<circle/g)?.length
    )
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#160;", "\u00a0")
    .replace(/[ \n]+/g, " ")
    .trim();

/** The numbers that must stand in a notebook, by its cells' identifiers. */
const expected: Record<string, () => Record<string, string[]>> = {
  "premiere-exploration": () => {
    const dated = rowsNow("award").filter(({year}) => year !== null);
    const years = [...new Set(dated.map(({year}) => year))].map(
      (year) => `${year} ${formatCount(dated.filter((row) => row.year === year).length)}`
    );
    return {
      "voir-sql": years,
      "compter-arquero": years,
      "compter-indicateur": [formatCount(now("award-count").value)],
      "trois-facons": ["SQL", "Arquero", "boucle, lignes datées"].map((way) => `${way} ${formatCount(dated.length)}`)
    };
  },
  "diversite-des-fournisseurs": () => {
    const counted = rowsNow("award_supplier").filter((row) => row.supplier_siren !== null && row.amount_eur !== null);
    return {
      totaux: [
        `utilisées ${formatCount(now("top-ten-share").used)}`,
        `titulaires distincts ${formatCount(new Set(counted.map(({supplier_siren}) => supplier_siren)).size)}`
      ],
      dix: [formatRatio(now("top-ten-share").value)],
      "dix-indicateur": [formatRatio(now("top-ten-share").value)],
      effectif: [decimal(now("supplier-hhi").value), decimal(now("supplier-gini").value)]
    };
  },
  "qualite-des-decp": () => {
    const kept = now("corrected-total");
    const declared = rowsNow("award").reduce((sum, {amount_declared_eur}) => sum + (amount_declared_eur ?? 0), 0);
    const late = rowsNow("finding").filter(({rule}) => rule === "published-late").length;
    return {
      "voir-regles": [`published-late info ${formatCount(late)}`],
      cadre: [formatEuros(declared), formatEuros(kept.value)],
      "cadre-facteur": [formatFactor(declared / kept.value)],
      remplissage: [`montant retenu ${formatCount(kept.used)}`]
    };
  },
  "trajectoire-climat": () => ({
    chemin: [formatRatio(now("local-emissions-path").value)],
    rythme: [formatFactor(now("local-needed-pace").value)],
    crise: [`toutes ${decimal(now("local-needed-pace").value)}`]
  }),
  "creer-un-indicateur": () => {
    const known = rowsNow("award").filter(({offers_received}) => offers_received !== null);
    const three = known.filter(({offers_received}) => (offers_received ?? 0) >= 3).length;
    return {
      exemple: [`${formatRatio(0.5)} ${formatRatio(0.5)} 4 1`],
      donnees: [`${formatRatio(three / known.length)} ${formatCount(known.length)}`],
      comparer: [formatRatio(now("single-bid-share").value)]
    };
  }
};

/** Outputs in the order of the cells, by the cell's identifier. */
type Outputs = [id: string, text: string][];

function expectNumbers(name: string, outputs: Outputs): void {
  const wanted = Object.entries(expected[name]?.() ?? {});
  expect(wanted.length).toBeGreaterThan(0);
  for (const [id, numbers] of wanted) {
    const text = outputs
      .filter(([cell]) => cell === id)
      .map(([, words]) => words)
      .join(" ");
    for (const number of numbers) expect(text, `${name}, ${id}`).toContain(number);
  }
}

/** Runs notebooks without Jupyter, and gives what each cell showed. */
function runStill(names: readonly string[]): Map<string, Outputs> {
  const code = `import {openRunner} from "./loaders/notebook/run.ts";
import {notebookNamed} from "./src/carnets/make-pages.ts";
const runner = openRunner();
const all = [];
for (const name of ${JSON.stringify(names)}) {
  const notebook = notebookNamed(name);
  const {outputs} = await runner.run(notebook, "src/notebooks/" + name + ".ipynb");
  all.push([name, [...outputs].flatMap(([n, htmls]) => htmls.map((html) => [notebook.cells[n - 1].id, html]))]);
}
runner.close();
console.log(JSON.stringify(all));`;
  const {status, output} = deno(["-"], code);
  expect(status, output).toBe(0);
  const all: [string, Outputs][] = JSON.parse(output);
  return new Map(all.map(([name, outputs]) => [name, outputs.map(([id, html]) => [id, textOf(html)])]));
}

let still: Map<string, Outputs>;

describe("a notebook that the site publishes, run without Jupyter", () => {
  it("gives the numbers of the published indicators", () => {
    still = runStill(publishedNotebooks);
    for (const name of publishedNotebooks) expectNumbers(name, still.get(name) ?? []);
  });

  it("becomes a page with its code, its outputs, its sources and its date, in which nothing runs", () => {
    const {status, output} = deno(["src/carnets/[nom].md.ts", "--nom=trajectoire-climat"]);
    expect(status, output).toBe(0);
    expect(output).toContain("```ts run=false\nconst done = metrics.completionOfLatest(local);");
    expect(output).toContain(formatRatio(now("local-emissions-path").value).replace("\u00a0", "&#160;"));
    expect(output).toMatch(/<svg[^>]*aria-label="Émissions locales publiées/);
    expect(output).toMatch(/données préparées le \d+/);
    expect(output).toMatch(/emissions&#95;ges\.csv<\/code><\/th><td><code>[0-9a-f]{64}/);
    expect(output).not.toMatch(/```(ts|js|sql)\n|\$\{(?!.*`)/);
  });

  it.each([
    ["1;\nconst f = () => {\n  throw new Error('boum');\n};\n\nf();", /cellule 2, ligne 6 : boum/],
    [
      "\nimport x from 'absent-package';",
      /cellule 2, ligne 2 : le paquet « absent-package » n’est pas installé\. Tapez : npm install/
    ],
    ["await fetch('https://example.com')", /cellule 2, ligne 1 : un carnet n’a pas le droit « net »/],
    ["Deno.writeTextFileSync('x', '')", /cellule 2, ligne 1 : un carnet n’a pas le droit « write »/],
    ["let a =\n;", /cellule 2, ligne 2 : erreur de syntaxe/],
    ["while (true) {}", /cellule 2 : plus de 2 s\. La cellule ne finit peut-être jamais/]
  ])("stops at %j, and says where", (source, message) => {
    const cells = [
      {cell_type: "markdown", source: "# T"},
      {cell_type: "code", source}
    ];
    const code = `import {openRunner} from "./loaders/notebook/run.ts";
import {readNotebook} from "./loaders/notebook/format.ts";
const text = ${JSON.stringify(JSON.stringify({cells, nbformat: 4, nbformat_minor: 5}))};
const run = async () => openRunner({limitSeconds: 2}).run(readNotebook(text, "essai.ipynb"), "essai.ipynb");
await run().catch((error) => console.log(error.message));
Deno.exit(0);`;
    const {output} = deno(["-"], code);
    expect(output).toMatch(message);
    expect(output).toContain("essai.ipynb, ");
  });
});

describe("npm run notebook:page and page:notebook", () => {
  it("write one another, refuse to overwrite, and say what is missing", () => {
    const to = (script: string, ...args: string[]) => run("npm", ["run", "--silent", script, "--", ...args]);
    const page = to("notebook:page", "src/notebooks/premiere-exploration.ipynb");
    expect(page.output).toContain("src/premiere-exploration.md est écrit.");
    expect(to("notebook:page", "src/notebooks/premiere-exploration.ipynb").output).toContain(
      "existe déjà. Ajoutez --force"
    );
    expect(to("page:notebook", "src/premiere-exploration.md", "--out", "src/notebooks/retour.ipynb").status).toBe(0);
    const [before, after] = ["premiere-exploration", "retour"].map((name) =>
      readFileSync(join(copy, `src/notebooks/${name}.ipynb`), "utf8")
    );
    expect(after).toBe(before);
    expect(to("notebook:page", "absent.ipynb")).toMatchObject({
      status: 1,
      output: expect.stringContaining("n’existe pas")
    });
  });
});

if (hasJupyter || process.env.CI !== undefined)
  describe("npm run notebook -- --execute, through the Deno kernel", () => {
    const execute = (...args: string[]) => run("npm", ["run", "--silent", "notebook", "--", "--execute", ...args]);

    /** Writes a notebook of code cells after a first cell of prose, without metadata of a kernel. */
    const write = (name: string, ...sources: string[]) => {
      const cells = sources.map((source) => ({
        cell_type: "code",
        metadata: {},
        outputs: [{output_type: "pyout"}],
        source
      }));
      const json = {
        cells: [{cell_type: "markdown", metadata: {}, source: "# T"}, ...cells],
        nbformat: 4,
        nbformat_minor: 2
      };
      writeFileSync(join(copy, name), JSON.stringify({...json, metadata: {}}));
    };

    /** What an executed notebook shows, as its reader sees it. */
    const shown = (name: string): Outputs => {
      const text = readFileSync(join(copy, ".cache/notebooks", `${name}.ipynb`), "utf8");
      const {cells}: {cells: {id: string; outputs?: {data?: Record<string, string[] | string>}[]}[]} = JSON.parse(text);
      return cells.flatMap(({id, outputs = []}) =>
        outputs.map(({data = {}}): [string, string] => {
          const html = data["text/html"];
          const own = html ?? data["text/plain"] ?? "";
          const joined = Array.isArray(own) ? own.join("") : own;
          return [id, html === undefined ? joined.replace(/^"|"$/g, "") : textOf(joined)];
        })
      );
    };

    it("runs the notebooks of the project and loses no output: each shows what the published page shows", () => {
      const {status, output} = execute("all");
      expect(status, output).toBe(0);
      for (const name of publishedNotebooks) {
        expectNumbers(name, shown(name));
        expect(shown(name)).toEqual(still.get(name));
      }
    });

    it("leaves the notebooks of the project as they were", () => {
      for (const name of publishedNotebooks) {
        const text = readFileSync(join(copy, `src/notebooks/${name}.ipynb`), "utf8");
        expect(text).toBe(readFileSync(`src/notebooks/${name}.ipynb`, "utf8"));
        expect(readNotebook(text, name).cells.length).toBeGreaterThan(10);
      }
    });

    it("names the notebook, the cell and the line of a fault, and what to install", () => {
      write("src/notebooks/faute.ipynb", "const f = () => {\n  throw new Error('boum');\n};\nf();");
      write("src/notebooks/paquet.ipynb", "1", "\nimport x from 'absent-package';");
      const {status, output} = execute("src/notebooks/faute.ipynb", "src/notebooks/paquet.ipynb");
      expect(status).toBe(1);
      expect(output).toContain("src/notebooks/faute.ipynb, cellule 2, ligne 4 : boum");
      expect(output).toContain(
        "src/notebooks/paquet.ipynb, cellule 3, ligne 2 : le paquet « absent-package » n’est pas installé."
      );
    });

    it("ends a cell that never ends, and the kernel with it", () => {
      write("src/notebooks/sans-fin.ipynb", "while (true) {}");
      const {status, output} = execute("src/notebooks/sans-fin.ipynb", "--limit", "3");
      expect(status).toBe(1);
      expect(output).toContain(
        "src/notebooks/sans-fin.ipynb, cellule 2 : plus de 3 s. La cellule ne finit peut-être jamais"
      );
    });

    it("has no network, before the tools are imported and after", () => {
      const ask = 'await fetch("https://example.com").then(() => "ouvert", (error) => error.message)';
      write("src/notebooks/reseau.ipynb", ask, 'import {rows} from "carnet";', ask);
      const {status, output} = execute("src/notebooks/reseau.ipynb");
      expect(status, output).toBe(0);
      const texts = shown("reseau").map(([, text]) => text);
      expect(texts).toHaveLength(2);
      for (const text of texts) expect(text).toMatch(/fetch failed|Requires net access/);
    });

    it("never writes into the tables, and binds what stands between ${…}", () => {
      write(
        "src/notebooks/sql.ipynb",
        'import {sql} from "carnet";',
        'await sql`SELECT ${"1); DROP TABLE award; --"} AS texte`',
        "await sql`DELETE FROM award`"
      );
      const {output} = execute("src/notebooks/sql.ipynb");
      expect(output).toMatch(/cellule 4, ligne 1 : .*read-only/s);
      expect(shown("sql").map(([, text]) => text)[0]).toContain("1); DROP TABLE award; --");
    });
  });
