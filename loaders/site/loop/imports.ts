import {posix} from "node:path";

/** Gives what a module imports, as it names it, by its path from the root of the project; null when there is no such file. */
export type ReadImports = (path: string) => readonly string[] | null;

const pattern =
  /\b(?:import|export)\s+(type\s)?(?:[\w$*{}\s,]+?\s+from\s+)?["']([^"'\n]+)["']|\bimport\s*\(\s*["']([^"'\n]+)["']/g;

/**
 * The modules that a source text imports, as it names them, in order. Types are left out: they are gone when it runs.
 *
 * @param source TypeScript or JavaScript; what looks like an import inside a text counts too, which is harmless.
 */
export function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return Array.from(code.matchAll(pattern), ([, type, whole, dynamic]) =>
    type ? "" : (whole ?? dynamic ?? "")
  ).filter(Boolean);
}

/** The local modules that one file loads, itself first, and how they import one another. */
export interface ModuleGraph {
  /** Paths from the root of the project. */
  files: string[];
  /** Each circle of imports, from a module back to itself: `a.ts`, `b.ts`, `a.ts`. Modules in one may run half made. */
  cycles: string[][];
}

/**
 * Follows the relative imports of a module down to the last one. Packages are not followed: the lock file stands for them.
 *
 * @param entry Path from the root of the project.
 * @param read Called for each path that an import may stand for.
 */
export function moduleGraph(entry: string, read: ReadImports): ModuleGraph {
  const state = new Map<string, "open" | "done">();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string) => {
    state.set(path, "open");
    stack.push(path);
    for (const specifier of read(path) ?? []) {
      const found = /^\.{0,2}\//.test(specifier) ? find(path, specifier, read) : undefined;
      if (found === undefined) continue;
      if (state.get(found) === "open") cycles.push([...stack.slice(stack.indexOf(found)), found]);
      else if (!state.has(found)) visit(found);
    }
    stack.pop();
    state.set(path, "done");
  };
  visit(entry);
  return {files: Array.from(state.keys()), cycles};
}

/** What an import may stand for: `./x.js` is `x.ts` where the source is TypeScript. */
function find(from: string, specifier: string, read: ReadImports): string | undefined {
  const path = posix.join(specifier.startsWith("/") ? "." : posix.dirname(from), specifier);
  return [path, path.replace(/\.js$/, ".ts"), `${path}.ts`].find((one) => read(one) !== null);
}
