import {posix} from "node:path";

/** Where a notebook and its page stand, from the root of the project: imports change between them. */
export interface Places {
  /** `src/notebooks/x.ipynb` */
  notebook: string;
  /** `src/marches/x.md` */
  page: string;
}

/** The module from which a page has the tools that a notebook imports as "carnet". */
const pageModule = "src/components/carnet.js";

/** Tags of fences that Framework runs and that a kernel can run too. */
const shared = new Set(["js", "ts", "jsx", "tsx", "sql"]);

/** A fenced block of a page. */
export interface Fence {
  /** Everything after the opening marks: `sql id=years display`. */
  info: string;
  code: string;
}

/** Whether Framework would run a fence that a kernel can run too. Others (`html`, `tex` …) belong to the prose. */
export function isLive(info: string): boolean {
  const [tag = "", ...attributes] = info.trim().split(/\s+/);
  return shared.has(tag.toLowerCase()) && !attributes.some((attribute) => /^run="?false"?$/i.test(attribute));
}

/** A fence around a text, longer than any fence inside. */
export function fence({info, code}: Fence): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`{3,}/g), ([marks]) => marks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${info}\n${code}\n${marks}`;
}

/**
 * Cuts a text into prose and fences, each with its lines as they stand. A fence that is never closed reaches to the end.
 *
 * @returns Pieces in order; joined by line breaks they are the text again.
 */
export function cutFences(text: string): (string | (Fence & {lines: string; isClosed: boolean}))[] {
  const pieces: ReturnType<typeof cutFences> = [];
  const lines = text.split("\n");
  let prose: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const open = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(lines[i] ?? "");
    if (!open) {
      prose.push(lines[i] ?? "");
      continue;
    }
    const [, marks = "", info = ""] = open;
    const closing = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`);
    const end = lines.findIndex((line, j) => j > i && closing.test(line));
    const last = end === -1 ? lines.length : end;
    if (prose.length > 0) pieces.push(prose.join("\n"));
    prose = [];
    pieces.push({
      info: info.trim(),
      code: lines.slice(i + 1, last).join("\n"),
      lines: lines.slice(i, last + 1).join("\n"),
      isClosed: end !== -1
    });
    i = last;
  }
  if (prose.length > 0) pieces.push(prose.join("\n"));
  return pieces;
}

/**
 * What an import is called on the other side: "carnet" is a module of the page; a package is `npm:` there; a path starts
 * from the other folder.
 *
 * @returns null when a page cannot import it.
 */
export function maybeToPageImport(specifier: string, {notebook, page}: Places): string | null {
  if (specifier === "carnet") return relative(page, pageModule);
  if (/^(node|jsr|https?|file|data):/.test(specifier)) return null;
  if (!specifier.startsWith(".")) return specifier.startsWith("npm:") ? specifier : `npm:${specifier}`;
  return relative(page, posix.join(posix.dirname(notebook), specifier.replace(/\.ts$/, ".js")));
}

/** The way back of {@link maybeToPageImport}. */
export function toNotebookImport(specifier: string, {notebook, page}: Places): string {
  if (specifier.startsWith("npm:")) return specifier.slice("npm:".length);
  if (!/^[./]/.test(specifier)) return specifier;
  const target = specifier.startsWith("/") ? posix.join("src", specifier) : posix.join(posix.dirname(page), specifier);
  return target === pageModule ? "carnet" : relative(notebook, target);
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** A cell's mark in a page: it keeps cells apart and leads the way back. */
export interface Mark {
  id: string;
  kind: "code" | "prose" | "raw";
  /** The cell as it was in the notebook, when the way back would give another text. */
  origin?: string;
}

const words = {code: "code", prose: "texte", raw: "brut"} as const;

/** A mark as a comment, which readers of the page do not see. */
export function writeMark({id, kind, origin}: Mark): string {
  const kept = origin === undefined ? "" : ` ${Buffer.from(origin).toString("base64")}`;
  return `<!-- cellule ${id} ${words[kind]}${kept} -->`;
}

const mark = /^<!-- cellule ([\w-]+) (code|texte|brut)(?: ([\w+/=]*))? -->$/;

/** Reads a line that {@link writeMark} wrote; null for any other line. */
export function maybeReadMark(line: string): Mark | null {
  const [, id, word, origin] = mark.exec(line) ?? [];
  if (id === undefined) return null;
  const kind = (Object.keys(words) as Mark["kind"][]).find((key) => words[key] === word) ?? "code";
  return {id, kind, ...(origin === undefined ? {} : {origin: Buffer.from(origin, "base64").toString()})};
}
