import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {makePlace} from "../../loaders/build/place.js";
import {runDeno} from "../../loaders/build/processes.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "carnets-place-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("a process of the pipeline", () => {
  it("does not begin when the user has already stopped the run", async () => {
    const trace = join(folder, "trace");
    const program = ["-e", `require("node:fs").writeFileSync(${JSON.stringify(trace)}, "")`];
    await runDeno(program, () => undefined, new AbortController().signal);
    expect(existsSync(trace)).toBe(true);
    rmSync(trace);
    await expect(runDeno(program, () => undefined, AbortSignal.abort())).rejects.toThrow("aborted");
    expect(existsSync(trace)).toBe(false);
  });
});

describe("the place of a build", () => {
  it("is not one that holds an input through a link", () => {
    const [out, link] = [join(folder, "linked"), join(folder, "link")];
    mkdirSync(out);
    writeFileSync(join(out, "report.json"), "{}");
    symlinkSync(out, link);
    const input = {path: join(link, "report.json"), label: "link/report.json", isFictional: false};
    expect(() => makePlace(out, [input])).toThrow("l’un dans l’autre");
  });

  it.each(["a.json", "..a.json", "..."])("is not one that would swallow an input, here %s", (name) => {
    const out = join(folder, `out-${name.length}`);
    mkdirSync(out);
    for (const file of [name, "report.json"]) writeFileSync(join(out, file), "{}");
    const input = {path: join(out, name), label: name, isFictional: false};
    expect(() => makePlace(out, [input])).toThrow("l’un dans l’autre");
    expect(readdirSync(folder).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });
});
