import {build} from "esbuild";
import {describe, expect, it} from "vitest";
import {patcher} from "../../../loaders/site/npm-bundle.js";
import {absentVersion, createMirror} from "../../../loaders/site/npm-mirror.js";
import lock from "../../../package-lock.json";

const fetch = createMirror({root: process.cwd()});
const versions = lock.packages as unknown as Record<string, {version: string}>;
const versionOf = (name: string) => versions[`node_modules/${name}`]?.version ?? "";
const cdn = (path: string) => fetch(`https://cdn.example/npm/${path}`);

/** Text of the module that a page imports when it writes `npm:name`. */
async function moduleOf(name: string): Promise<string> {
  const response = await cdn(`${name}@${versionOf(name)}/+esm`);
  expect(response.headers.get("content-type")).toMatch(/^application\/javascript/);
  return response.text();
}

/** Runs the text of a module that imports nothing. */
function run(text: string) {
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

describe("the npm mirror, asked for a version", () => {
  it("gives that of the lock file, whatever is the latest elsewhere", async () => {
    const response = await fetch("https://registry.example/d3/latest");
    expect(await response.json()).toEqual({version: versionOf("d3")});
  });

  it("knows scoped packages and lists their one version", async () => {
    const response = await fetch("https://registry.example/@observablehq%2Fplot");
    expect(await response.json()).toEqual({versions: {[versionOf("@observablehq/plot")]: {}}});
  });

  it("gives a dummy for a library that Framework names but nobody installed", async () => {
    const response = await fetch("https://registry.example/mapbox-gl/latest");
    expect(await response.json()).toEqual({version: absentVersion});
  });
});

describe("the npm mirror, asked for a module", () => {
  it("keeps shared libraries as one import, so that a page never holds two copies", async () => {
    expect(await moduleOf("@observablehq/plot")).toContain(`"/npm/d3@${versionOf("d3")}/+esm"`);
    expect(await moduleOf("@duckdb/duckdb-wasm")).toContain(`"/npm/apache-arrow@${versionOf("apache-arrow")}/+esm"`);
  });

  it("gives a module whose named exports work", async () => {
    const d3 = await run(await moduleOf("d3"));
    expect(d3.csvParse("a,b\n1,2\n")[0]).toEqual({a: "1", b: "2"});
    expect(d3.sum([1, 2])).toBe(3);
  });

  it("gives a CommonJS package both a default and named exports", async () => {
    const he = await run(await moduleOf("he"));
    expect(he.decode("&eacute;")).toBe("é");
    expect(he.default.decode("&eacute;")).toBe("é");
  });

  it("makes no code from text in d3-dsv, which the pages' security policy would forbid", async () => {
    expect(await moduleOf("d3-dsv")).not.toContain("Function(");
    expect(await moduleOf("d3")).not.toContain("Function(");
  });

  it("tells every DuckDB of a page not to fetch extensions and to give decimals as numbers", async () => {
    const text = await moduleOf("@duckdb/duckdb-wasm");
    expect(text).toContain("autoinstall_known_extensions");
    expect(text).toContain("autoload_known_extensions");
    expect(text).toContain("castDecimalToDouble");
  });

  it("fails when a library no longer holds what is replaced in it", async () => {
    const patch = {library: "d3-dsv", pattern: /no such code/, replacement: "", why: "of a test"};
    const bundle = build({
      stdin: {contents: 'export * from "d3-dsv"', resolveDir: process.cwd()},
      bundle: true,
      write: false,
      logLevel: "silent",
      format: "esm",
      plugins: [patcher([patch])]
    });
    await expect(bundle).rejects.toThrow(/d3-dsv: expected the code .* because of a test, found none/);
  });
});

describe("the npm mirror, asked for a file", () => {
  it("gives its bytes and its type", async () => {
    const response = await cdn(`@duckdb/duckdb-wasm@${versionOf("@duckdb/duckdb-wasm")}/dist/duckdb-eh.wasm`);
    expect(response.headers.get("content-type")).toBe("application/wasm");
    expect(new Uint8Array(await response.arrayBuffer()).subarray(0, 4)).toEqual(new Uint8Array([0, 97, 115, 109]));
  });

  it("pins every dependency of a manifest, so that Framework asks for no range", async () => {
    const response = await cdn(`arquero@${versionOf("arquero")}/package.json`);
    const {dependencies} = (await response.json()) as {dependencies: Record<string, string>};
    expect(dependencies["apache-arrow"]).toBe(versionOf("apache-arrow"));
    expect(Object.values(dependencies).every((version) => /^\d+\.\d+\.\d+/.test(version))).toBe(true);
  });

  it("refuses one outside the package", async () => {
    await expect(cdn(`d3@${versionOf("d3")}/..%2f..%2fpackage.json`)).rejects.toThrow(/expected a file of the package/);
  });

  it("refuses one that the package lacks", async () => {
    await expect(cdn(`d3@${versionOf("d3")}/dist/none.css`)).rejects.toThrow(/expected a file "dist\/none.css"/);
  });
});

describe("the npm mirror refuses", () => {
  it("a package that is not installed, and says what to do", async () => {
    await expect(cdn(`lodash@${absentVersion}/+esm`)).rejects.toThrow(/^npm:lodash is not in package\.json\. Add it/);
  });

  it("another version than the locked one", async () => {
    await expect(cdn("d3@6.0.0/+esm")).rejects.toThrow(/expected the locked version .*, got 6\.0\.0/);
  });

  it("any other host", async () => {
    await expect(fetch("https://example.org/data.json")).rejects.toThrow(/got https:\/\/example\.org\/data\.json/);
  });
});
