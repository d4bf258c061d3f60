import type {Cell, Notebook} from "./format.js";
import {codeInNotebook, proseInNotebook, toPageText, type PageTraits} from "./page-cell.js";
import {cutFences, isLive, maybeReadMark, type Fence, type Mark, type Places} from "./page-parts.js";
import {parseCell} from "./parse-cell.js";
import {defaultFront, preludeMark, titleOf} from "./page-head.js";

/** Names that a page has without an import, and a notebook has not. */
const implicit = ["Plot", "aq", "sql"];

/**
 * Reads a page of Observable Framework into a notebook: live `js`, `ts` and `sql` fences become code, everything else
 * prose. A page that a notebook gave leads back to the same cells.
 */
export function toNotebook(page: string, places: Places): Notebook {
  const text = page.replaceAll("\r\n", "\n");
  const [head = "", front = ""] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text) ?? [];
  const cells = segmentsOf(text.slice(head.length)).flatMap(({mark, body}) => cellOf(mark, body, places));
  const names = new Set<string>();
  for (const cell of cells) {
    while (names.has(cell.id)) cell.id += "b";
    names.add(cell.id);
  }
  const notebook: Notebook = {cells: [...missingImports(cells), ...cells], metadata: {}};
  if (head && front !== defaultFront(titleOf(notebook, places))) notebook.metadata.carnets = {front};
  return notebook;
}

/** Cuts a page at its marks; what stands before the first one has none. */
function segmentsOf(text: string): {mark: Mark | null; body: string}[] {
  const segments: {mark: Mark | null; isTool: boolean; lines: string[]}[] = [{mark: null, isTool: false, lines: []}];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const mark = maybeReadMark(line);
    if (mark || line === preludeMark) segments.push({mark, isTool: line === preludeMark, lines: []});
    else segments.at(-1)?.lines.push(line);
  }
  return segments.flatMap(({mark, isTool, lines}, i): {mark: Mark | null; body: string}[] => {
    if (isTool) return [];
    if (mark === null) return [{mark, body: lines.join("\n").trim()}];
    // Exactly the empty line that the writer put on each side.
    const from = lines[0] === "" ? 1 : 0;
    const to = i < segments.length - 1 && lines.length > from && lines.at(-1) === "" ? -1 : undefined;
    return [{mark, body: lines.slice(from, to).join("\n")}];
  });
}

/**
 * The cells of a piece of page.
 *
 * @param mark Of the cell that it was; null when no notebook gave it. Somebody may have added fences to it since.
 */
export function cellOf(mark: Mark | null, body: string, places: Places): Cell[] {
  if (mark?.origin !== undefined) {
    const before: Cell = {kind: mark.kind, id: mark.id, source: mark.origin, metadata: {}};
    if (toPageText(before, places, "") === body) return [before];
  }
  const id = mark?.id ?? "p";
  const cell = (kind: Cell["kind"], source: string, traits: PageTraits = {}): Cell => ({
    kind,
    id,
    source,
    metadata: Object.keys(traits).length > 0 ? {carnets: traits} : {}
  });
  const pieces = cutFences(body);
  const isFence = (piece: (typeof pieces)[number]): piece is Fence & {lines: string; isClosed: boolean} =>
    typeof piece !== "string";
  const [first] = pieces;
  if (mark?.kind === "raw" && pieces.length === 1 && first !== undefined && isFence(first))
    return [cell("raw", first.code)];
  const cells: Cell[] = [];
  let prose: string[] = [];
  const flush = () => {
    const text = proseInNotebook(prose.join("\n"));
    const isWhole = mark?.kind === "prose" && !pieces.some((piece) => isFence(piece) && isLive(piece.info));
    if (isWhole || text.trim()) cells.push(cell("prose", isWhole ? text : text.trim()));
    prose = [];
  };
  for (const piece of pieces) {
    if (!isFence(piece) || !isLive(piece.info)) {
      prose.push(isFence(piece) ? piece.lines : piece);
      continue;
    }
    if (prose.some((text) => text.trim())) flush();
    prose = [];
    const {source, traits} = codeInNotebook(piece, places);
    cells.push(cell("code", source, mark || traits.info ? traits : {...traits, info: piece.info}));
  }
  if (prose.length > 0) flush();
  return cells;
}

/** One cell that imports what the page has without an import. */
function missingImports(cells: readonly Cell[]): Cell[] {
  const parsed = cells.filter(({kind}) => kind === "code").map(({source}) => parseCell(source));
  const declared = new Set(parsed.flatMap((one) => one.declared.map(({name}) => name)));
  const missing = implicit.filter((name) => !declared.has(name) && parsed.some(({used}) => used.has(name)));
  if (missing.length === 0) return [];
  const source = `import {${missing.join(", ")}} from "carnet";`;
  return [{kind: "code", id: "outils", source, metadata: {carnets: {notebookOnly: true}}}];
}
