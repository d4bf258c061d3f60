import {readdirSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import ts from "typescript";
import {describe, expect, it} from "vitest";

/** Who may import whom: a room, and the rooms that it may look into besides itself. */
const mayImport: Record<string, string[]> = {
  "src/lib": [],
  "src/catalogue": ["src/lib"],
  "src/i18n": ["src/lib"],
  "src/indicators": ["src/lib"],
  "src/components": ["src/lib", "src/catalogue", "src/indicators", "src/i18n", "src/figures"],
  "src/figures": ["src/lib", "src/catalogue", "src/indicators", "src/components"],
  "src/data": ["src/lib", "loaders"],
  "src/notebooks": ["src/lib", "src/indicators", "src/catalogue", "src/components", "src/theme"],
  "src/carnets": ["src/lib", "src/catalogue", "src/components", "src/methode", "loaders"],
  loaders: [
    "src/notebooks",
    "src/carnets",
    "src/lib",
    "src/catalogue",
    "src/indicators",
    "src/figures",
    "src/components",
    "src/methode",
    "src/marches",
    "src/agora"
  ]
};

/** Rooms that only compute: no package, no host, no clock, no machine's locale. */
const pure = ["src/lib", "src/indicators"];
const impure =
  /\bDeno\b|["']node:|\bdocument\b\.|\bfetch\(|Date\.now|new Date\(\)|Math\.random|Intl\.\w+\(\)|toLocale\w*\(\)/;

const files = ["src", "loaders"]
  .flatMap((top) => readdirSync(top, {recursive: true, encoding: "utf8"}).map((file) => posix.join(top, file)))
  .filter((file) => /\.(ts|mjs)$/.test(file) && !/\.observablehq|node_modules/.test(file));

const roomOf = (file: string) => Object.keys(mayImport).find((room) => file.startsWith(`${room}/`));

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map(({fileName}) => fileName);
}

describe("the rooms of the house", () => {
  it("are read at all", () => expect(files.length).toBeGreaterThan(20));

  it("import only the rooms that they may look into", () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      if (!room) return [];
      return importsOf(file)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => posix.join(posix.dirname(file), specifier))
        .filter((target) => ![room, ...(mayImport[room] ?? [])].some((allowed) => target.startsWith(`${allowed}/`)))
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("end their relative imports in .js below src, since Framework drops a .ts ending without a word", () => {
    const wrong = files
      .filter((file) => file.startsWith("src/"))
      .flatMap((file) =>
        importsOf(file)
          .filter((s) => s.startsWith(".") && s.endsWith(".ts"))
          .map((s) => `${file} → ${s}`)
      );
    expect(wrong).toEqual([]);
  });

  it("keep lib and indicators free of packages, hosts, clocks and locales", () => {
    const wrong = files
      .filter((file) => pure.some((room) => file.startsWith(`${room}/`)))
      .flatMap((file) => [
        ...importsOf(file)
          .filter((s) => !s.startsWith("."))
          .map((s) => `${file} imports ${s}`),
        ...(impure.test(stripComments(readFileSync(file, "utf8"))) ? [`${file} touches its host`] : [])
      ]);
    expect(wrong).toEqual([]);
  });

  it("write every library of a component with npm:, never both ways", () => {
    const wrong = files
      .filter((file) => /^src\/(components|figures)\//.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((s) => !s.startsWith(".") && !/^(npm|observablehq):/.test(s))
          .map((s) => `${file} → ${s}`)
      );
    expect(wrong).toEqual([]);
  });
});

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
