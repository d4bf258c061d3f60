import {checkNames, checkSyntax} from "./check.js";
import type {Cell, Notebook} from "./format.js";
import {defaultFront, preludeMark, titleOf} from "./page-head.js";
import {toPageText, traitsOf} from "./page-cell.js";
import {maybeToPageImport, writeMark, type Places} from "./page-parts.js";
import {cellOf} from "./to-notebook.js";

/**
 * Writes a notebook as a page of Observable Framework. Prose, TypeScript and SQL stay in order; outputs are made again by
 * the page. {@link toNotebook} leads back, cell for cell.
 *
 * @throws {Error} On a syntax error, a name of two cells, or an import that a page cannot have, with the cell's number.
 */
export function toPage(notebook: Notebook, places: Places): string {
  const checked = checkSyntax(notebook, places.notebook);
  checkNames(checked, places.notebook);
  const cells = notebook.cells
    .map((cell, i): [Cell, string] => [cell, `${places.notebook}, cellule ${i + 1}`])
    .filter(([cell]) => !traitsOf(cell).notebookOnly);
  const texts = cells.map(([cell, where]) => toPageText(cell, places, where));
  const declared = new Set(
    checked
      .filter(({number}) => !traitsOf(notebook.cells[number - 1] as Cell).notebookOnly)
      .flatMap(({parsed}) => parsed.declared.map(({name}) => name))
  );
  const front = notebook.metadata.carnets as {front?: string} | undefined;
  const tools = [
    ...(texts.some((text) => text.includes("display(show(")) ? ["show"] : []),
    ...(front?.front === undefined && texts.some((text) => /^`{3,}sql\b/.test(text)) ? ["sql"] : [])
  ].filter((name) => !declared.has(name));
  const prelude =
    tools.length === 0
      ? []
      : [
          `${preludeMark}\n\n\`\`\`js\nimport {${tools.join(", ")}} from ${JSON.stringify(maybeToPageImport("carnet", places))};\n\`\`\``
        ];
  const body = cells.map(([cell], i) => marked(cell, texts[i] ?? "", places));
  return `${[`---\n${front?.front ?? defaultFront(titleOf(notebook, places))}\n---`, ...prelude, ...body].join("\n\n")}\n`;
}

/** A cell after its mark, which keeps the cell's own text when the way back would give another one. */
function marked(cell: Cell, text: string, places: Places): string {
  const {id, kind, source} = cell;
  const back = cellOf({id, kind}, text, places);
  const isExact = back.length === 1 && back[0]?.kind === kind && back[0].source === source;
  return `${writeMark({id, kind, ...(isExact ? {} : {origin: source})})}\n\n${text}`;
}
