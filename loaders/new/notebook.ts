import {tables, type TableName} from "../../src/lib/schema.js";
import type {Asker} from "./ask.js";
import type {Scaffold} from "./scaffold.js";

/** A Jupyter notebook in the format 4.5, for the Deno kernel, over one published table. */
export async function newNotebook(name: string, {ask}: Asker): Promise<Scaffold> {
  const title = await ask("title", {words: "Son titre ?"});
  const table = (await ask("table", {
    words: "Quelle table y lit-on ?",
    oneOf: Object.keys(tables),
    fallback: "award"
  })) as TableName;
  const cells = [
    prose(`# ${title}\n\nDites ici la question, et pour qui.`),
    code(`import {rows} from "carnet";\n\nconst lignes = await rows("${table}");\nlignes.length`),
    prose(`## Ce qu’on voit\n\nUne ligne de la table : ${tables[table].grain}.`),
    code("lignes.slice(0, 5)")
  ];
  const notebook = {
    cells: cells.map((cell, i) => ({id: `${name.slice(0, 40)}-${i + 1}`, ...cell})),
    metadata: {
      kernelspec: {display_name: "Carnets (Deno)", language: "typescript", name: "carnets"},
      language_info: {file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript"}
    },
    nbformat: 4,
    nbformat_minor: 5
  };
  return {
    files: {[`src/notebooks/${name}.ipynb`]: `${JSON.stringify(notebook, null, 1)}\n`},
    edits: {},
    next: ["npm run notebook", `Ouvrez ${name}.ipynb.`]
  };
}

function prose(text: string) {
  return {cell_type: "markdown", metadata: {}, source: linesOf(text)};
}

function code(text: string) {
  return {cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: linesOf(text)};
}

/** A text as nbformat stores it: lines that keep their ends. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}
