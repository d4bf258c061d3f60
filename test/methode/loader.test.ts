import {execFileSync} from "node:child_process";
import {describe, expect, it} from "vitest";
import {methodIds, methodPage} from "../../src/methode/method-page.js";

const deno = ["run", "--quiet", "--no-prompt", "--cached-only", "--config=loaders/deno.json"];

describe("the loader of the pages of method", () => {
  it("prints what the build puts in its place for all of them together", () => {
    for (const id of [methodIds[0], methodIds.at(-1)] as string[]) {
      const args = [...deno, "--allow-read=data,src,node_modules", "src/methode/[id].md.ts", `--id=${id}`];
      expect(execFileSync("node_modules/.bin/deno", args, {encoding: "utf8"})).toBe(`${methodPage(id)}\n`);
    }
  });

  it("refuses a page of nothing", () => {
    expect(() => methodPage("nowhere")).toThrow("attendu un indicateur ou une règle, reçu « nowhere »");
  });
});
