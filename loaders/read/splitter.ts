import {backslash, closeArray, closeObject, colon, comma, openArray, openObject, quote} from "./json-bytes.js";

/** Why bytes cannot be split: `offset` counts from the first byte, `found` is the number of values found before. */
export class JsonStructureError extends Error {
  constructor(
    readonly code: "truncated" | "unbalanced" | "stray" | "too-large",
    readonly offset: number,
    readonly open: number,
    readonly found: number
  ) {
    super(`splitter: expected well-formed JSON, got ${code} (byte ${offset}, ${open} open, ${found} values before).`);
  }
}

/** A value found at a target path: its bytes, valid only during the call; the path; levels of nesting, 0 for a scalar. */
export type OnValue = (bytes: Uint8Array, path: string, depth: number) => void;

/** The largest single value kept in memory, in bytes. */
const maxValueBytes = 64 * 1024 * 1024;

const maxKeyBytes = 256;
/** Stands for a key too long or too broken to be in a path. */
const noKey = "\u0000";

/** An open container outside of the values looked for. */
interface Frame {
  isArray: boolean;
  /** Of the container when an object, of its elements when an array. */
  path: string;
  key: string | null;
  expectsKey: boolean;
}

/** A value being read over: kept when it is a target, else only measured. */
interface Running {
  kind: "container" | "string" | "scalar" | "key";
  path: string | null;
  depth: number;
  deepest: number;
  inString: boolean;
  escaped: boolean;
}

/**
 * Cuts a stream of JSON bytes into the values that stand at given paths, without parsing them and without holding the
 * document: memory is bounded by the largest value.
 *
 * Paths are keys joined by dots; `[]` stands for the elements of an array, however many arrays lie inside each other:
 * `marches.marche[]`, `[]`; `marches.marche` for an object that stands there alone; `""` for the root itself.
 * At a target, objects are given whole; scalars (null included) only when they are elements of an array.
 * Several documents after each other are read one by one.
 *
 * @param targets Paths of the values looked for.
 * @param onValue Called for each value, in the order of the stream.
 */
export class JsonSplitter {
  /** Values found, by path. */
  readonly counts = new Map<string, number>();
  /** Paths of the containers that were walked through. */
  readonly visited = new Set<string>();
  /** First-level keys of the first document, at most fifty; empty when it is an array. */
  readonly rootKeys: string[] = [];
  /** Values found so far. */
  found = 0;
  /** Documents begun so far. */
  roots = 0;

  #targets: Set<string>;
  #prefixes = new Set<string>();
  #onValue: OnValue;
  #stack: Frame[] = [];
  #running: Running | null = null;
  #parts: Uint8Array[] = [];
  #partBytes = 0;
  #offset = 0;

  constructor(targets: readonly string[], onValue: OnValue) {
    this.#targets = new Set(targets);
    this.#onValue = onValue;
    for (const target of targets)
      for (const {index} of target.matchAll(/[.[]/g)) this.#prefixes.add(target.slice(0, index));
    if (targets.some((target) => target !== "")) this.#prefixes.add("");
  }

  /**
   * Takes the next bytes; values that end in them are given out before it returns.
   *
   * @param chunk Any cut of the stream, even inside a character; not kept after the call.
   * @throws {JsonStructureError} When brackets do not match, or one value is larger than `maxValueBytes`.
   */
  push(chunk: Uint8Array): void {
    let i = 0;
    while (i < chunk.length) {
      if (this.#running) i = this.#run(chunk, i);
      else i = this.#walk(chunk, i);
    }
    this.#offset += chunk.length;
  }

  /**
   * Says that the stream is over.
   *
   * @throws {JsonStructureError} When the document is not closed: the file was cut off.
   */
  end(): void {
    const running = this.#running;
    if (running?.kind === "scalar" && this.#stack.length === 0) this.#running = null;
    const open = this.#stack.length + (this.#running ? Math.max(1, this.#running.depth) : 0);
    if (open > 0 || this.roots === 0) throw new JsonStructureError("truncated", this.#offset, open, this.found);
  }

  #walk(chunk: Uint8Array, from: number): number {
    const byte = chunk[from] as number;
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return from + 1;
    const frame = this.#stack.at(-1);
    if (byte === comma || byte === colon) {
      if (!frame) throw this.#error("stray", from);
      if (!frame.isArray) frame.expectsKey = byte === comma;
      return from + 1;
    }
    if (byte === closeArray || byte === closeObject) {
      if (!frame || frame.isArray !== (byte === closeArray)) throw this.#error("unbalanced", from);
      this.#stack.pop();
      return from + 1;
    }
    if (byte === quote && frame?.expectsKey) return this.#start("key", null, from);
    return this.#value(byte, frame, from);
  }

  #value(byte: number, frame: Frame | undefined, from: number): number {
    if (!frame) this.roots++;
    const path = frame ? (frame.isArray ? frame.path : join(frame.path, frame.key)) : "";
    const isTarget = this.#targets.has(path);
    if (byte === openArray) {
      const inside = path.endsWith("[]") ? path : path + "[]";
      if (!this.#targets.has(inside) && !this.#prefixes.has(inside)) return this.#start("container", null, from);
      return this.#enter({isArray: true, path: inside, key: null, expectsKey: false}, from);
    }
    if (byte === openObject) {
      if (isTarget || !this.#prefixes.has(path)) return this.#start("container", isTarget ? path : null, from);
      return this.#enter({isArray: false, path, key: null, expectsKey: true}, from);
    }
    if (!frame && byte !== quote && !isScalarStart(byte)) throw this.#error("stray", from);
    const kept = isTarget && frame?.isArray ? path : null;
    return this.#start(byte === quote ? "string" : "scalar", kept, from);
  }

  #enter(frame: Frame, from: number): number {
    this.#stack.push(frame);
    this.visited.add(frame.path);
    return from + 1;
  }

  #start(kind: Running["kind"], path: string | null, from: number): number {
    this.#running = {kind, path, depth: 0, deepest: 0, inString: false, escaped: false};
    return from;
  }

  /** Goes on with the value that is running, from `from`; returns where the next one may begin. */
  #run(chunk: Uint8Array, from: number): number {
    const running = this.#running as Running;
    const end = running.kind === "scalar" ? scalarEnd(chunk, from) : containerEnd(chunk, from, running);
    const isKept = running.path !== null || running.kind === "key";
    if (end < 0) {
      if (isKept) this.#keep(chunk.slice(from), running.kind);
      return chunk.length;
    }
    this.#running = null;
    if (isKept) this.#give(running, chunk.subarray(from, end));
    return end;
  }

  #keep(part: Uint8Array, kind: Running["kind"]): void {
    this.#partBytes += part.length;
    if (this.#partBytes > maxValueBytes) throw this.#error("too-large", 0);
    if (kind !== "key" || this.#partBytes <= maxKeyBytes) this.#parts.push(part);
  }

  #give(running: Running, last: Uint8Array): void {
    const bytes = this.#parts.length === 0 ? last : concat([...this.#parts, last]);
    const total = this.#partBytes + last.length;
    this.#parts = [];
    this.#partBytes = 0;
    if (running.kind === "key") return this.#setKey(total > maxKeyBytes ? null : textOf(bytes));
    const path = running.path as string;
    this.counts.set(path, (this.counts.get(path) ?? 0) + 1);
    this.found++;
    this.#onValue(bytes, path, running.deepest);
  }

  #setKey(key: string | null): void {
    const frame = this.#stack.at(-1) as Frame;
    frame.expectsKey = false;
    frame.key = key;
    if (this.#stack.length === 1 && this.roots === 1 && this.rootKeys.length < 50 && key !== null)
      this.rootKeys.push(key);
  }

  #error(code: JsonStructureError["code"], at: number): JsonStructureError {
    return new JsonStructureError(code, this.#offset + at, this.#stack.length, this.found);
  }
}

/** Index after the closing byte of the running container or string, or -1 when the chunk ends before. */
function containerEnd(chunk: Uint8Array, from: number, running: Running): number {
  let {depth, deepest, inString, escaped} = running;
  const n = chunk.length;
  let i = from;
  while (i < n) {
    if (inString) {
      if (escaped) {
        escaped = false;
        i++;
        continue;
      }
      let byte = chunk[i];
      while (byte !== quote && byte !== backslash && ++i < n) byte = chunk[i];
      if (i >= n) break;
      i++;
      if (byte === backslash) escaped = true;
      else {
        inString = false;
        if (depth === 0) return i;
      }
      continue;
    }
    const byte = chunk[i++];
    if (byte === quote) inString = true;
    else if (byte === openObject || byte === openArray) {
      if (++depth > deepest) deepest = depth;
    } else if (byte === closeObject || byte === closeArray) {
      if (--depth === 0) {
        running.deepest = deepest;
        return i;
      }
    }
  }
  running.depth = depth;
  running.deepest = deepest;
  running.inString = inString;
  running.escaped = escaped;
  return -1;
}

function scalarEnd(chunk: Uint8Array, from: number): number {
  for (let i = from; i < chunk.length; i++) {
    const byte = chunk[i] as number;
    if (byte === comma || byte === closeArray || byte === closeObject || byte <= 0x20) return i;
  }
  return -1;
}

function isScalarStart(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
  );
}

function join(path: string, key: string | null): string {
  return path === "" ? (key ?? noKey) : `${path}.${key ?? noKey}`;
}

function textOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
