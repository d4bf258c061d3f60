import {edited, type Edit} from "./edit.js";
import type {Cell} from "./format.js";
import {cutFences, fence, isLive, maybeToPageImport, toNotebookImport, type Fence, type Places} from "./page-parts.js";
import {parseCell} from "./parse-cell.js";
import {sqlOf, typescriptOf} from "./sql-cell.js";

/** What a cell keeps of the page that it comes from, in `metadata.carnets`. */
export interface PageTraits {
  /** The words after the fence's marks; `ts` when absent. */
  info?: string;
  /** True for a cell that serves the notebook alone: a page has its names without an import. */
  notebookOnly?: true;
}

/** Traits of a cell; empty when it never was in a page. */
export function traitsOf({metadata}: Cell): PageTraits {
  return (metadata.carnets as PageTraits | undefined) ?? {};
}

const shownStart = "display(show(";
const shownEnd = "))";

/**
 * A cell as it stands in a page: prose as it is, code as a live fence that shows what the notebook shows.
 *
 * @throws {Error} When it imports what a page cannot have; `where` names the cell.
 */
export function toPageText(cell: Cell, places: Places, where: string): string {
  return masked(unmarked(cell, places, where));
}

/** No line of a cell passes for a mark of the page. */
function masked(text: string): string {
  return text.replace(/^<!-- (?=cellule |outils )/gm, "<!--  ");
}

function unmarked(cell: Cell, places: Places, where: string): string {
  const {info} = traitsOf(cell);
  const {kind, source} = cell;
  if (kind === "raw") return fence({info: "text", code: source});
  if (kind === "prose") return proseInPage(source);
  const sql = sqlOf(source);
  // A shown result is TypeScript there: Framework would show it in a table of its own.
  if (sql && (info?.startsWith("sql") || (info === undefined && !sql.isShown)))
    return fence({info: info ?? `sql id=${sql.name}`, code: sql.text});
  const text = sql ? typescriptOf(sql) : source;
  const {imports, last} = parseCell(text);
  const edits: Edit[] = imports.map(({specifier, quoted, line}) => {
    const target = maybeToPageImport(specifier, places);
    if (target === null)
      throw new Error(
        `${where}, ligne ${line} : une page ne peut pas importer « ${specifier} » : un paquet npm ou un module de src/ est attendu.`
      );
    return {...quoted, text: JSON.stringify(target)};
  });
  // A fence that came from a page already says what it shows.
  if (last && info === undefined)
    edits.push({...last, text: `${shownStart}${text.slice(last.start, last.end)}${shownEnd}`});
  return fence({info: info ?? "ts", code: edited(text, edits)});
}

/**
 * Prose of a notebook as it stands in a page: fences that its reader sees as an illustration do not run there.
 *
 * @param isStill Which fences would run; those of the languages of a kernel when absent.
 */
export function proseInPage(source: string, isStill: (info: string) => boolean = isLive): string {
  return cutFences(source)
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const lines = isStill(piece.info) ? piece.lines.replace(/$/m, " run=false") : piece.lines;
      return piece.isClosed ? lines : `${lines}\n${/`{3,}|~{3,}/.exec(lines)?.[0] ?? ""}`;
    })
    .join("\n");
}

/** Prose of a page as a cell of a notebook. */
export function proseInNotebook(text: string): string {
  return cutFences(text)
    .map((piece) =>
      typeof piece === "string" || !isLive(piece.info.replace(/ run=false$/, ""))
        ? typeof piece === "string"
          ? piece
          : piece.lines
        : piece.lines.replace(/ run=false$/m, "")
    )
    .join("\n");
}

/** A live fence of a page as the code of a notebook, with what the page alone knows of it. */
export function codeInNotebook({info, code}: Fence, places: Places): {source: string; traits: PageTraits} {
  const [tag = "", ...attributes] = info.split(/\s+/);
  if (tag === "sql") {
    const name = attributes.map((attribute) => /^id="?(\w+)"?$/.exec(attribute)?.[1]).find(Boolean) ?? null;
    const isPlain = attributes.every((attribute) => /^(id=\w+|display)$/.test(attribute));
    const source = typescriptOf({name, text: code, isShown: name === null || attributes.includes("display")});
    return {source, traits: isPlain ? {} : {info}};
  }
  const {imports, last} = parseCell(code);
  const edits: Edit[] = imports.map(({specifier, quoted}) => ({
    ...quoted,
    text: JSON.stringify(toNotebookImport(specifier, places))
  }));
  const shown = last ? code.slice(last.start, last.end) : "";
  const isWrapped = shown.startsWith(shownStart) && shown.endsWith(shownEnd);
  if (last && isWrapped) edits.push({...last, text: shown.slice(shownStart.length, -shownEnd.length)});
  return {source: edited(code, edits), traits: info === "ts" && (isWrapped || !last) ? {} : {info}};
}
