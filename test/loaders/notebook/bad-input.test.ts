import {describe, expect, it} from "vitest";
import {checkNames, checkSyntax} from "../../../loaders/notebook/check.js";
import {readNotebook} from "../../../loaders/notebook/format.js";
import {inFrench} from "../../../loaders/notebook/faults.js";
import {toPage} from "../../../loaders/notebook/to-page.js";

const path = "src/notebooks/essai.ipynb";
const places = {notebook: path, page: "src/essai.md"};

/** A notebook of code cells as an editor could write it; `more` replaces what stands beside the cells. */
function written(sources: readonly string[], more: object = {}, cell: object = {}): string {
  const cells = sources.map((source) => ({cell_type: "code", metadata: {}, outputs: [], source, ...cell}));
  return JSON.stringify({cells, metadata: {}, nbformat: 4, nbformat_minor: 5, ...more});
}
const notebookOf = (...sources: string[]) => readNotebook(written(sources), path);

describe("a notebook that somebody gives", () => {
  it("is TypeScript when it says nothing of its kernel", () => {
    const [cell] = readNotebook(written(["1 + 1"], {metadata: undefined}), path).cells;
    expect(cell).toEqual({kind: "code", id: "c1", source: "1 + 1", metadata: {}});
  });

  it("may carry outputs that another version wrote: they are made again", () => {
    const old = written(["1"], {nbformat_minor: 2}, {outputs: [{output_type: "pyout", prompt_number: 3}]});
    expect(readNotebook(old, path).cells).toHaveLength(1);
  });

  it("is refused in another format, with the command that converts it", () => {
    expect(() => readNotebook(JSON.stringify({worksheets: [], nbformat: 3}), path)).toThrow(
      /essai\.ipynb : un carnet au format nbformat 4 est attendu, reçu nbformat 3\. .*jupyter nbconvert/
    );
    expect(() => readNotebook("{", path)).toThrow(/essai\.ipynb : un carnet Jupyter \(JSON\) est attendu/);
    expect(() => readNotebook("[1]", path)).toThrow(/reçu un autre fichier JSON/);
  });

  it("is refused when it is in Python, whole or by a cell, which is numbered", () => {
    const metadata = {kernelspec: {language: "python", name: "python3"}};
    expect(() => readNotebook(written(["1"], {metadata}), path)).toThrow(/celui-ci est en python/);
    expect(() => readNotebook(written(["1", "%%python\nprint(1)"]), path)).toThrow(/cellule 2 : .*est en python/);
    const vscode = written(["1"], {}, {metadata: {vscode: {languageId: "python"}}});
    expect(() => readNotebook(vscode, path)).toThrow(/cellule 1 : .*est en python/);
  });

  it("gives each cell an identifier of its own", () => {
    const ids = readNotebook(written(["1", "2", "3"], {}, {id: "a"}), path).cells.map(({id}) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe("the code of its cells", () => {
  it("is read before it runs: a syntax error has cell, line and French words", () => {
    expect(() => checkSyntax(notebookOf("1", "const a = 1;\nlet b =\n;"), path)).toThrow(
      "src/notebooks/essai.ipynb, cellule 2, ligne 3 : erreur de syntaxe, Expression attendue."
    );
  });

  it("is told from Python that nobody announced", () => {
    expect(() => checkSyntax(notebookOf("import pandas as pd"), path)).toThrow(/On dirait du Python/);
  });

  it("cannot declare a name twice in a page: both cells are numbered", () => {
    expect(() => toPage(notebookOf("const x = 1;", "x", "const x = 2;"), places)).toThrow(
      "« x » est déclaré 2 fois, cellules 1 et 3."
    );
    expect(() => toPage(notebookOf('import {rows} from "carnet";', 'import {rows} from "carnet";'), places)).toThrow(
      "« rows » est déclaré 2 fois, cellules 1 et 2."
    );
  });

  it("cannot change in one cell what another declares; a name of its own it can", () => {
    expect(() => toPage(notebookOf("let n = 1;", "function f() {}\nn += 1;"), places)).toThrow(
      /cellule 2, ligne 2 : « n », déclaré cellule 1, est changé ici/
    );
    const own = checkSyntax(notebookOf("let n = 1;\nn += 1;", "for (let i = 0; i < 3; i++) {}"), path);
    expect(() => checkNames(own, path)).not.toThrow();
  });

  it("cannot import in a page what only a machine has", () => {
    expect(() => toPage(notebookOf("1", 'import {readFileSync} from "node:fs";'), places)).toThrow(
      /cellule 2, ligne 1 : une page ne peut pas importer « node:fs »/
    );
  });
});

it("says in French what a missing package, module or right is", () => {
  const missing = "Could not find a matching package for 'npm:absent' in the node_modules directory. Ensure …";
  expect(inFrench(missing)).toContain("« absent » n’est pas installé. Tapez : npm install absent");
  expect(inFrench('Import "absent" not a dependency and not in import map from "file:///x"')).toContain(
    "npm install absent"
  );
  expect(inFrench('Requires net access to "a.b:443", run again with the --allow-net flag')).toContain(
    "le droit « net »"
  );
  expect(inFrench("autre chose")).toBe("autre chose");
});
