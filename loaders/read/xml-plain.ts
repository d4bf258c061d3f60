import type {Json} from "../sources/decp-values.js";

/** Names that need no parser: ASCII, without prefix, and none that every object has. */
const plainName = /^[A-Za-z][\w-]*$/;
/** Ends a reading of what is not plain, or not whole. */
const notPlain = Symbol("not plain");

/**
 * Reads records of the plainest XML five times faster than a parser: elements without attributes, texts without any
 * reference but XML's five, no comment, no CDATA. What it reads, it reads as `XmlRecords` does.
 */
export class PlainRecords {
  /** Where the last record read ends. */
  end = 0;
  readonly #isPlain = new Map<string, boolean>();
  #text = "";

  /** @param maxDepth Levels of elements of a record; a deeper one is not plain. */
  constructor(
    readonly recordNames: ReadonlySet<string>,
    readonly maxDepth: number
  ) {}

  /**
   * The record that begins at a place of the text, and sets `end`.
   *
   * @returns undefined when there is none, when it is not plain, or does not end in the text.
   */
  maybeRead(text: string, from: number): unknown {
    this.#text = text;
    this.end = from;
    const name = this.#openTag();
    if (name === null || !this.recordNames.has(name)) return undefined;
    const value = this.#inside(name, 1);
    return value === notPlain ? undefined : value;
  }

  /** Passes an opening tag; null when it is none, or not plain. The name of an empty one ends in "/". */
  #openTag(): string | null {
    const close = this.#text.indexOf(">", this.end);
    if (close < 0 || this.#text.charCodeAt(this.end) !== 0x3c) return null;
    const name = this.#text.slice(this.end + 1, close);
    let isPlain = this.#isPlain.get(name);
    if (isPlain === undefined) {
      isPlain = name.length < 100 && plainName.test(name.replace(/\/$/, "")) && !(name in Object.prototype);
      if (this.#isPlain.size < 1000) this.#isPlain.set(name, isPlain);
    }
    this.end = close + 1;
    return isPlain ? name : null;
  }

  /** What stands between the tags of an element, and passes its closing tag. */
  #inside(name: string, depth: number): unknown {
    const text = this.#text;
    const start = this.end;
    let next = text.indexOf("<", start);
    if (next < 0 || depth > this.maxDepth) return notPlain;
    if (text.charCodeAt(next + 1) === 0x2f) {
      if (!this.#closes(name, next)) return notPlain;
      return plainText(text.slice(start, next));
    }
    const children: Json = {};
    for (let from = start; text.charCodeAt(next + 1) !== 0x2f; next = text.indexOf("<", from)) {
      if (!isBlank(text, from, next)) return notPlain;
      this.end = next;
      const child = this.#openTag();
      if (child === null) return notPlain;
      const isEmpty = child.endsWith("/");
      const value = isEmpty ? null : this.#inside(child, depth + 1);
      if (value === notPlain || (isEmpty && depth === this.maxDepth)) return notPlain;
      add(children, isEmpty ? child.slice(0, -1) : child, value);
      from = this.end;
      if (text.indexOf("<", from) < 0) return notPlain;
    }
    return isBlank(text, this.end, next) && this.#closes(name, next) ? children : notPlain;
  }

  #closes(name: string, at: number): boolean {
    const end = at + 2 + name.length;
    this.end = end + 1;
    return this.#text.startsWith(name, at + 2) && this.#text.charCodeAt(end) === 0x3e;
  }
}

/** True when nothing but blanks stands between two places. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false;
  }
  return true;
}

const named: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

function plainText(raw: string): string | null | typeof notPlain {
  let text = raw;
  if (text.includes("]]>")) return notPlain;
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (text.includes("&")) {
    if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) return notPlain;
    text = text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] as string);
  }
  return text.trim() || null;
}

function add(children: Json, name: string, value: unknown): void {
  const before = children[name];
  if (before === undefined) children[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else children[name] = [before, value];
}
