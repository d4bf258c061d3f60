import type {Json} from "../sources/decp-values.js";

/** An element that is open inside of a record. */
interface Node {
  name: string;
  children: Json | null;
  text: string;
}

/** One record of an XML document as a plain object; `depth` counts its levels of objects, as for JSON. */
export type OnRecord = (value: unknown, depth: number, notes: readonly string[]) => void;

/**
 * Builds one plain object per record element out of the events of an XML parser. Texts are trimmed, empty elements are
 * null, repeated children become a list; attributes, and texts beside children, are left out; name prefixes are cut.
 * A record element inside of a record is a child like another.
 */
export class XmlRecords {
  #stack: Node[] = [];
  #depth = 0;
  #deepest = 0;
  #notes: string[] = [];

  /**
   * @param recordNames Local names of the elements that are records.
   * @param maxDepth Levels of elements kept; what lies deeper is only counted.
   */
  constructor(
    readonly recordNames: ReadonlySet<string>,
    readonly maxDepth: number,
    readonly onRecord: OnRecord
  ) {}

  /** True while a record is being read. */
  get isOpen(): boolean {
    return this.#depth > 0;
  }

  /** Says what had to be done to the record that is open; nothing when none is. */
  note(note: string): void {
    if (this.isOpen && !this.#notes.includes(note)) this.#notes.push(note);
  }

  open(qualifiedName: string): void {
    const name = localName(qualifiedName);
    if (this.#depth === 0) {
      if (!this.recordNames.has(name)) return;
      this.#deepest = 0;
      this.#notes = [];
    }
    if (++this.#depth > this.#deepest) this.#deepest = this.#depth;
    if (this.#depth <= this.maxDepth) this.#stack.push({name, children: null, text: ""});
  }

  text(text: string): void {
    if (this.#depth === 0 || this.#depth > this.maxDepth) return;
    (this.#stack.at(-1) as Node).text += text;
  }

  close(): void {
    if (this.#depth === 0 || this.#depth-- > this.maxDepth) return;
    const node = this.#stack.pop() as Node;
    const value = node.children ?? (node.text.trim() || null);
    const parent = this.#stack.at(-1);
    if (parent === undefined) this.onRecord(value, this.#deepest - 1, this.#notes);
    else add((parent.children ??= {}), node.name, value);
  }
}

/** The name of an element without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function add(children: Json, name: string, value: unknown): void {
  if (!Object.hasOwn(children, name))
    Object.defineProperty(children, name, {value, writable: true, enumerable: true, configurable: true});
  else if (Array.isArray(children[name])) children[name].push(value);
  else children[name] = [children[name], value];
}
