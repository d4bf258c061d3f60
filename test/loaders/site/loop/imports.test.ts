import {execFileSync} from "node:child_process";
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {filesBelow} from "../../../../loaders/site/loop/files.js";
import {Fingerprints} from "../../../../loaders/site/loop/fingerprints.js";
import {importsOf, moduleGraph} from "../../../../loaders/site/loop/imports.js";

describe("what a module imports", () => {
  it.each([
    ['import a from "./a.js";', ["./a.js"]],
    ['import {a, type B} from "./a.js";', ["./a.js"]],
    ['import {\n  a,\n  b as c\n} from\n  "./a.js";', ["./a.js"]],
    ['import * as a from "npm:a";', ["npm:a"]],
    ['import "./a.css.js";', ["./a.css.js"]],
    ['import a, {b} from "./a.js";', ["./a.js"]],
    ['import a from "./a.json" with {type: "json"};', ["./a.json"]],
    ['export {a} from "./a.js";', ["./a.js"]],
    ['export {default as a} from "./a.js";\nexport * from "./b.js";', ["./a.js", "./b.js"]],
    ['export * as a from "./a.js";', ["./a.js"]],
    ['const a = await import("./a.js");', ["./a.js"]],
    ["await import( './a.js' );", ["./a.js"]]
  ])("is read in %j", (source, imports) => expect(importsOf(source)).toEqual(imports));

  it("is no type, which is gone when it runs", () =>
    expect(importsOf('import type {A} from "./a.js";\nexport type {B} from "./b.js";')).toEqual([]));

  it("is nothing that a comment says", () =>
    expect(
      importsOf('// import "./a.js";\n/* import "./b.js"; */\n * import "./c.js"\n'.replace(" * ", "// "))
    ).toEqual([]));

  it("is what a text looks like too, which is harmless", () =>
    expect(importsOf('const code = `import "./a.js";`;')).toEqual(["./a.js"]));

  it("is not known of a computed name", () => expect(importsOf("await import(name);")).toEqual([]));
});

describe("the modules of a program", () => {
  const graph = (modules: Record<string, string[]>) => moduleGraph("src/a.ts", (path) => modules[path] ?? null);

  it("are followed to the last, the program first, each once", () =>
    expect(
      graph({
        "src/a.ts": ["./lib/b.js", "../loaders/c.js", "npm:arquero", "node:fs"],
        "src/lib/b.ts": ["../../loaders/c.ts"],
        "loaders/c.ts": ["./d.json"],
        "loaders/d.json": []
      })
    ).toEqual({files: ["src/a.ts", "src/lib/b.ts", "loaders/c.ts", "loaders/d.json"], cycles: []}));

  it("are JavaScript when such a file stands there", () =>
    expect(graph({"src/a.ts": ["./b.js"], "src/b.js": [], "src/b.ts": []}).files).toEqual(["src/a.ts", "src/b.js"]));

  it("do not hold what is absent", () => expect(graph({"src/a.ts": ["./b.js"]}).files).toEqual(["src/a.ts"]));

  it("in a circle are named, from one back to itself", () =>
    expect(graph({"src/a.ts": ["./b.js"], "src/b.ts": ["./c.js"], "src/c.ts": ["./b.js"]}).cycles).toEqual([
      ["src/b.ts", "src/c.ts", "src/b.ts"]
    ]));

  it("are all reached and none besides, whatever imports what", () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(9), {maxLength: 4}), {minLength: 10, maxLength: 10}), (edges) => {
        const {files} = moduleGraph(
          "0.ts",
          (path) => edges[Number(/^(\d)\.ts$/.exec(path)?.[1])]?.map((to) => `./${to}.js`) ?? null
        );
        const reached = new Set([0]);
        for (const from of reached) for (const to of edges[from] ?? []) reached.add(to);
        expect(files.toSorted()).toEqual(Array.from(reached, (number) => `${number}.ts`).toSorted());
      })
    ));
});

interface Info {
  modules: {specifier: string; dependencies?: {code?: {specifier: string}}[]}[];
}

/** What Deno itself loads: one call for all programs together, then the way from each. */
function byDeno(programs: readonly string[]): (program: string) => string[] {
  const entry = resolve(".cache", `all-${process.pid}.ts`);
  mkdirSync(".cache", {recursive: true});
  writeFileSync(entry, programs.map((path) => `import ${JSON.stringify(pathToFileURL(path).href)};\n`).join(""));
  const args = ["info", "--json", "--config", "loaders/deno.json", entry];
  const {modules} = JSON.parse(
    execFileSync("node_modules/.bin/deno", args, {encoding: "utf8", maxBuffer: 1e9})
  ) as Info;
  rmSync(entry);
  const known = new Map(modules.map(({specifier, dependencies = []}) => [specifier, dependencies]));
  return (program) => {
    const reached = new Set([pathToFileURL(program).href.replaceAll("[", "%5B").replaceAll("]", "%5D")]);
    const local = (specifier: string) => specifier.startsWith("file:") && !specifier.includes("/node_modules/");
    for (const one of reached) {
      const from = known.get(one) ?? known.get(one.replaceAll("%5B", "[").replaceAll("%5D", "]")) ?? [];
      for (const {code} of from) if (code && local(code.specifier)) reached.add(code.specifier);
    }
    return Array.from(reached, (specifier) => fileURLToPath(specifier).slice(resolve(".").length + 1));
  };
}

describe("the modules of the programs of the house", () => {
  const programs = [
    ...filesBelow("src", /^(\.observablehq|node_modules)$/).filter((path) => /\.md\.ts$|^src\/data\//.test(path)),
    ...["build", "read", "shape", "why", "site/build", "site/finish"].map((name) => `loaders/${name}.ts`)
  ];
  const deno = byDeno(programs);
  const prints = new Fingerprints();

  it("are many", () => expect(programs.length).toBeGreaterThan(30));

  it.each(programs)("of %s are those that Deno loads", (program) =>
    expect(prints.graph(program).files.toSorted()).toEqual([...new Set(deno(program))].toSorted())
  );
});
