import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import process from "node:process";
import {absent, type Inputs} from "./inputs.js";
import {importsOf, moduleGraph, type ModuleGraph} from "./imports.js";

/** Sixteen hexadecimal digits of the SHA-256 of a content: enough to tell a few thousand files apart. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/**
 * Fingerprints of what results are made of, by content, never by date. Each is taken once: make a new one for each build.
 */
export class Fingerprints {
  readonly #known = new Map<string, string>();
  readonly #imports = new Map<string, readonly string[] | null>();
  readonly #programs = new Map<string, string>();
  readonly #graphs = new Map<string, ModuleGraph>();

  /** @param environment Variables, as `process.env`. */
  constructor(readonly environment: Readonly<Record<string, string | undefined>> = process.env) {}

  /** Fingerprint of an input by its name; {@link absent} when it does not exist. */
  of(name: string): string {
    let known = this.#known.get(name);
    if (known === undefined) this.#known.set(name, (known = this.#take(name)));
    return known;
  }

  /** Fingerprints of several inputs. */
  all(names: Iterable<string>): Record<string, string> {
    return Object.fromEntries(Array.from(names, (name) => [name, this.of(name)]));
  }

  /** The local modules that a program loads. */
  graph(entry: string): ModuleGraph {
    let graph = this.#graphs.get(entry);
    if (!graph) this.#graphs.set(entry, (graph = moduleGraph(entry, (path) => this.#importsIn(path))));
    return graph;
  }

  /** One fingerprint of a program and all the local modules that it loads. */
  program(entry: string): string {
    let known = this.#programs.get(entry);
    if (known === undefined) {
      known = hashOf(
        JSON.stringify(
          this.graph(entry)
            .files.map((file) => [file, this.of(`file:${file}`)])
            .sort()
        )
      );
      this.#programs.set(entry, known);
    }
    return known;
  }

  /** One fingerprint of several inputs together. */
  together(inputs: Inputs): string {
    return hashOf(JSON.stringify(Object.entries(inputs).sort()));
  }

  /** Name of the input that a path is: a file, or a folder of which the list of names counts. */
  nameOf(path: string): string {
    try {
      return statSync(path).isDirectory() ? `folder:${path}` : `file:${path}`;
    } catch {
      return `file:${path}`;
    }
  }

  #importsIn(path: string): readonly string[] | null {
    let imports = this.#imports.get(path);
    if (imports === undefined) this.#imports.set(path, (imports = importsIn(path)));
    return imports;
  }

  #take(name: string): string {
    const [kind = "", ...rest] = name.split(":");
    const value = rest.join(":");
    try {
      if (kind === "file") return hashOf(readFileSync(value));
      if (kind === "folder") return hashOf(readdirSync(value).sort().join("\0"));
      if (kind === "env") return this.environment[value] === undefined ? absent : hashOf(this.environment[value]);
    } catch (error) {
      if (/^(ENOENT|ENOTDIR|EISDIR)$/.test((error as NodeJS.ErrnoException).code ?? "")) return absent;
      throw error;
    }
    throw new TypeError(`fingerprint: expected a name that begins with file:, folder: or env:, got "${name}".`);
  }
}

function importsIn(path: string): readonly string[] | null {
  try {
    return /\.(m?[jt]s|tsx)$/.test(path) ? importsOf(readFileSync(path, "utf8")) : [];
  } catch {
    return null;
  }
}
