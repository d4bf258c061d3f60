import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {install, isInstalled} from "../../loaders/install.mjs";

const root = ".cache/test-install";
const lock = {
  packages: {
    "": {version: "1.0.0"},
    "node_modules/d3": {version: "7.9.0"},
    "node_modules/other-system": {version: "1.0.0", optional: true}
  }
};

function put(path: string, content: unknown): void {
  mkdirSync(join(root, path, ".."), {recursive: true});
  writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
}

beforeEach(() => {
  rmSync(root, {recursive: true, force: true});
  put("package-lock.json", lock);
});

/** Stands for npm: notes its commands and installs. */
function fakeNpm(): {commands: string[]; run: (command: string, args: string[]) => void; log: () => void} {
  const commands: string[] = [];
  return {
    commands,
    log: () => undefined,
    run: (command, args) => {
      commands.push([command, ...args].join(" "));
      put("node_modules/d3/package.json", {version: "7.9.0"});
      put("node_modules/deno/deno", "");
    }
  };
}

describe("what is installed", () => {
  it("is right when every locked package stands in its version, those of other systems apart", () => {
    expect(isInstalled(lock, root)).toBe(false);
    put("node_modules/d3/package.json", {version: "7.9.0"});
    expect(isInstalled(lock, root)).toBe(true);
    put("node_modules/d3/package.json", {version: "7.8.0"});
    expect(isInstalled(lock, root)).toBe(false);
  });
});

describe("install", () => {
  it("runs npm ci once, then nothing until the lock file changes", () => {
    const npm = fakeNpm();
    expect(install(root, npm)).toBe(true);
    expect(npm.commands).toEqual(["npm ci --prefer-offline --no-audit --no-fund"]);
    expect(install(root, npm)).toBe(false);
    put("package-lock.json", {packages: {...lock.packages, "node_modules/new": {version: "2.0.0"}}});
    expect(install(root, npm)).toBe(true);
    expect(npm.commands.length).toBe(2);
  });

  it("only notes it when somebody already installed the locked packages", () => {
    put("node_modules/d3/package.json", {version: "7.9.0"});
    put("node_modules/deno/deno", "");
    const npm = fakeNpm();
    expect(install(root, npm)).toBe(false);
    expect(npm.commands).toEqual([]);
    expect(readFileSync(join(root, "node_modules/.carnets-lock"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("puts Deno in place when npm runs no install scripts", () => {
    put("node_modules/d3/package.json", {version: "7.9.0"});
    put("node_modules/deno/install.cjs", "");
    const npm = fakeNpm();
    install(root, npm);
    expect(npm.commands[0]).toContain(join("node_modules", "deno", "install.cjs"));
  });

  it("names the Node that it needs", () => {
    expect(() => install(root, {...fakeNpm(), version: "18.20.0"})).toThrow(/Node 20 ou plus récent.*Node 18\.20\.0/);
  });
});
