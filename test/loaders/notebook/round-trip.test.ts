import {readdirSync, readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readNotebook, writeNotebook, type Cell} from "../../../loaders/notebook/format.js";
import {toNotebook} from "../../../loaders/notebook/to-notebook.js";
import {toPage} from "../../../loaders/notebook/to-page.js";

const folder = "src/notebooks";
const ours = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const places = {notebook: `${folder}/essai.ipynb`, page: "src/marches/essai.md"};

const cell = (kind: Cell["kind"], source: string, id = "a"): Cell => ({kind, id, source, metadata: {}});

/** The cells after a way to a page and back. */
function thereAndBack(cells: Cell[]): Cell[] {
  return toNotebook(toPage({cells, metadata: {}}, places), places).cells;
}

describe("the notebooks of this project", () => {
  it("are five at least, and stored without outputs, as the writer writes them", () => {
    expect(ours.length).toBeGreaterThanOrEqual(5);
    for (const name of ours) {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      expect(writeNotebook(readNotebook(text, name))).toBe(text);
    }
  });

  it.each(ours)("%s becomes a page and comes back, cell for cell", (name) => {
    const path = `${folder}/${name}`;
    const notebook = readNotebook(readFileSync(path, "utf8"), path);
    const page = toPage(notebook, {notebook: path, page: `src/${name.replace(".ipynb", ".md")}`});
    expect(toNotebook(page, {notebook: path, page: `src/${name.replace(".ipynb", ".md")}`}).cells).toEqual(
      notebook.cells
    );
    expect(page).not.toContain('"carnet"');
    expect(page.match(/^# /gm)).toHaveLength(1);
  });
});

describe("a page made of a notebook", () => {
  it("shows what the notebook shows, with live TypeScript and SQL", () => {
    const page = toPage(
      {
        cells: [
          cell("code", 'import {rows, sql} from "carnet";\nimport {mean} from "d3";', "i"),
          cell("code", "const a = await sql`\nSELECT ${n} AS n\n`;", "s"),
          cell("code", "const n: number = 2;\na.length", "t")
        ],
        metadata: {}
      },
      places
    );
    expect(page).toContain('from "../components/carnet.js"');
    expect(page).toContain('import {mean} from "npm:d3"');
    expect(page).toContain("```sql id=a\nSELECT ${n} AS n\n```");
    expect(page).toContain("const n: number = 2;\ndisplay(show(a.length))");
    expect(page).toContain('import {show} from "../components/carnet.js"');
  });

  it("does not run what the notebook only quotes", () => {
    expect(toPage({cells: [cell("prose", "Ainsi :\n\n```js\nalert(1)\n```")], metadata: {}}, places)).toContain(
      "```js run=false\n"
    );
  });

  it("may be edited: a changed cell comes back changed, a new one is found", () => {
    const page = toPage({cells: [cell("prose", "# Titre", "p"), cell("code", "1 + 1", "c")], metadata: {}}, places);
    const edited = page.replace("1 + 1", "1 + 2").replace("# Titre", "# Autre\n\n```sql id=lus\nSELECT 1\n```\n\nFin.");
    const cells = toNotebook(edited, places).cells.filter(({id}) => id !== "outils");
    expect(cells.map(({kind, source}) => [kind, source])).toEqual([
      ["prose", "# Autre"],
      ["code", "const lus = await sql`\nSELECT 1\n`;"],
      ["prose", "Fin."],
      ["code", "1 + 2"]
    ]);
    expect(new Set(cells.map(({id}) => id)).size).toBe(cells.length);
  });
});

describe("a page that no notebook gave", () => {
  it.each(["src/bac-a-sable.md", "src/explorer-en-cellules.md", "src/solidarite/agir.md"])(
    "%s comes back from a notebook with its head, its prose and every fence",
    (path) => {
      const page = readFileSync(path, "utf8");
      const own = {notebook: `${folder}/x.ipynb`, page: path};
      const notebook = readNotebook(writeNotebook(toNotebook(page, own)), own.notebook);
      const back = toPage(notebook, own).replace(/^<!-- cellule .* -->\n\n/gm, "");
      expect(back).toBe(page);
    }
  );

  it("keeps html fences and ${…} in the prose, and gets the imports that a kernel wants", () => {
    const page = "# T\n\nIl y a ${n} lignes.\n\n```html\n<b>${n}</b>\n```\n\n```js\nPlot.plot({})\n```\n";
    const {cells} = toNotebook(page, places);
    expect(cells.map(({kind, source}) => [kind, source])).toEqual([
      ["code", 'import {Plot} from "carnet";'],
      ["prose", "# T\n\nIl y a ${n} lignes.\n\n```html\n<b>${n}</b>\n```"],
      ["code", "Plot.plot({})"]
    ]);
  });
});

describe("any notebook", () => {
  const line = fc.constantFrom(
    "",
    " ",
    "# Titre",
    "texte « ici »",
    "```",
    "````",
    "~~~",
    "```js",
    "```js run=false",
    "```html",
    "```sql id=a",
    "<!-- cellule a texte -->",
    "<!-- outils du carnet -->",
    "---",
    "${x}",
    "<b>gras</b>",
    "`${a}`",
    "\\`",
    "  - point"
  );
  const prose = fc.array(line, {maxLength: 8}).map((lines) => lines.join("\n"));
  const code = fc.constantFrom(
    "",
    "1 + 1",
    "1 + 1;\n",
    "display(show(2))",
    "display(show(3));",
    'import "../lib/format.js";',
    'import "d3";',
    'import "npm:d3";',
    'import "../lib/format.ts";',
    "await sql`\nSELECT 1\n`",
    "await sql`SELECT ${2}`",
    "%%sql\nSELECT '`' || \"x\"",
    "/*\n```\n*/ 1",
    "// rien\n",
    "(() => {\n  return 1;\n})()",
    "`<!-- cellule a texte -->\n<!-- cellule b code -->`"
  );
  const anyCell = fc.oneof(
    prose.map((source) => cell("prose", source)),
    code.map((source) => cell("code", source)),
    prose.map((source) => cell("raw", source))
  );

  it("becomes a page and comes back with every cell as it was, whatever fences and comments it holds", () => {
    fc.assert(
      fc.property(fc.array(anyCell, {maxLength: 6}), (drawn) => {
        const cells = drawn.map((one, i) => ({...one, id: `c${i}`}));
        const back = thereAndBack(cells).filter(
          ({metadata}) => !("carnets" in metadata && (metadata.carnets as {notebookOnly?: true}).notebookOnly)
        );
        expect(back).toEqual(cells);
      }),
      {numRuns: 150}
    );
  });

  it("comes back with its named queries", () => {
    const cells = [
      cell("code", "const a = await sql`\nSELECT 1\n`;", "x"),
      cell("code", "%%sql b\nSELECT '`'", "y"),
      cell("code", "const c = await sql`\nSELECT 2\n`;\nc", "z")
    ];
    expect(thereAndBack(cells).filter(({id}) => id !== "outils")).toEqual(cells);
  });
});
