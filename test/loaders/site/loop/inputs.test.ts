import {mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {Fingerprints, hashOf} from "../../../../loaders/site/loop/fingerprints.js";
import {absent, changesBetween, sayChange, sayInput} from "../../../../loaders/site/loop/inputs.js";
import {readStore, writeStore} from "../../../../loaders/site/loop/store.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "loop-"));
});
afterEach(() => rmSync(folder, {recursive: true}));

/** The fingerprint of an input now. */
const print = (name: string, environment = {}) => new Fingerprints(environment).of(name);

describe("a fingerprint", () => {
  it("of a file is that of its content, never of its date", () => {
    const path = join(folder, "a.ts");
    writeFileSync(path, "one");
    const before = print(`file:${path}`);
    utimesSync(path, new Date(0), new Date(0));
    expect(print(`file:${path}`)).toBe(before);
    writeFileSync(path, "two");
    expect(print(`file:${path}`)).not.toBe(before);
    writeFileSync(path, "one");
    expect(print(`file:${path}`)).toBe(before);
    expect(before).toBe(hashOf("one"));
    expect(before).toMatch(/^[0-9a-f]{16}$/);
  });

  it("of a folder is that of the names in it, not of what they hold", () => {
    writeFileSync(join(folder, "a.csv"), "1");
    const before = print(`folder:${folder}`);
    writeFileSync(join(folder, "a.csv"), "2");
    expect(print(`folder:${folder}`)).toBe(before);
    writeFileSync(join(folder, "b.csv"), "");
    expect(print(`folder:${folder}`)).not.toBe(before);
  });

  it("of a variable is that of its value, and an empty one is there", () => {
    expect(print("env:REGION", {REGION: "Nord"})).toBe(print("env:REGION", {REGION: "Nord", OTHER: "1"}));
    expect(print("env:REGION", {REGION: "Nord"})).not.toBe(print("env:REGION", {REGION: "Sud"}));
    expect(print("env:REGION", {REGION: ""})).not.toBe(absent);
    expect(print("env:REGION")).toBe(absent);
  });

  it("of what is not there says so", () => {
    expect(print(`file:${folder}/a`)).toBe(absent);
    expect(print(`file:${folder}`)).toBe(absent);
    expect(print(`folder:${folder}/a`)).toBe(absent);
  });

  it("of a program changes with any module that it loads, and with no other file", () => {
    const path = (name: string) => join(folder, name);
    writeFileSync(path("a.ts"), 'import "./b.js";');
    writeFileSync(path("b.ts"), "1");
    const before = new Fingerprints().program(path("a.ts"));
    writeFileSync(path("c.ts"), "1");
    expect(new Fingerprints().program(path("a.ts"))).toBe(before);
    writeFileSync(path("b.ts"), "2");
    expect(new Fingerprints().program(path("a.ts"))).not.toBe(before);
  });

  it("is taken once, so that one build sees one state", () => {
    const path = join(folder, "a.ts");
    writeFileSync(path, "one");
    const prints = new Fingerprints();
    const before = prints.of(`file:${path}`);
    writeFileSync(path, "two");
    expect(prints.of(`file:${path}`)).toBe(before);
  });

  it("is refused under a name of no known kind", () =>
    expect(() => print("src/a.ts")).toThrow(
      'fingerprint: expected a name that begins with file:, folder: or env:, got "src/a.ts".'
    ));

  it("names a path by what it is, a file where there is nothing yet", () => {
    const prints = new Fingerprints();
    mkdirSync(join(folder, "data"));
    expect(prints.nameOf(join(folder, "data"))).toBe(`folder:${folder}/data`);
    expect(prints.nameOf(join(folder, "new.csv"))).toBe(`file:${folder}/new.csv`);
  });
});

describe("what changed", () => {
  it("is nothing between equals", () => expect(changesBetween({a: "1", b: "2"}, {b: "2", a: "1"})).toEqual([]));

  it("is everything the first time", () =>
    expect(changesBetween(null, {b: "1", a: "2"})).toEqual([
      {name: "a", kind: "new-input"},
      {name: "b", kind: "new-input"}
    ]));

  it("is told by kind, in the order of the names", () =>
    expect(
      changesBetween({e: "1", d: "1", c: "1", b: absent, a: "1"}, {e: "1", c: absent, b: "1", a: "2", f: "1"}).map(
        sayChange
      )
    ).toEqual(["a a changé", "b vient d’apparaître", "c n’est plus là", "d n’est plus lu", "f est lu depuis peu"]));

  it.each([
    ["file:src/a.ts", "le fichier src/a.ts"],
    ["given:/home/a/b.json", "le fichier /home/a/b.json"],
    ["folder:data/agora", "la liste des fichiers de data/agora"],
    ["env:REGION", "la variable REGION"],
    ["module:/components/alive.js", "le programme de la page /components/alive.js"],
    ["output:/data/award.arrow", "la sortie /data/award.arrow"],
    ["table:award", "la table award"],
    ["figure:top-suppliers", "le programme de la figure top-suppliers"],
    ["request", "ce qui est demandé (--from, --keep-going, --mapping)"],
    ["source", "le texte de la page"],
    ["frame", "l’en-tête ou le pied de la page"],
    ["settings", "le réglage du site (observablehq.config.ts)"],
    ["tools", "la version d’un outil (package-lock.json)"],
    ["styles", "une feuille de style"],
    ["names", "la liste des pages"],
    ["code", "le code qui dessine les figures et finit les pages"],
    ["other", "other"]
  ])("%s is %s", (name, words) => expect(sayInput(name)).toBe(words));

  it("of a program that does not tell what it reads is never known", () =>
    expect(changesBetween({unknown: "unknown"}, {}).map(sayChange)).toEqual([
      "ce programme ne dit pas ce qu’il lit : il est toujours refait"
    ]));
});

describe("what a build keeps", () => {
  const nothing = {pages: {} as Record<string, string>, list: [] as string[]};
  const read = (path: string) => {
    const said: string[] = [];
    return {store: readStore(path, nothing, (line) => said.push(line)), said};
  };

  it("is read again as it was written", () => {
    const path = join(folder, "new/store.json");
    writeStore(path, {pages: {a: "1"}, list: ["b"]});
    expect(read(path)).toEqual({store: {pages: {a: "1"}, list: ["b"]}, said: []});
  });

  it("is nothing before the first build, without a word", () =>
    expect(read(join(folder, "none.json"))).toEqual({store: nothing, said: []}));

  it.each([
    ["cut", (text: string) => text.slice(0, 10)],
    ["no JSON", () => "<html>"],
    ["without one of its parts", (text: string) => text.replace("list", "other")],
    ["null where a part should be", (text: string) => text.replace('["b"]', "null")]
  ])("is nothing when it is %s, which is said", (_, damage) => {
    const path = join(folder, "store.json");
    writeStore(path, {pages: {a: "1"}, list: ["b"]});
    writeFileSync(path, damage(readFileSync(path, "utf8")));
    expect(read(path)).toEqual({
      store: nothing,
      said: [`${path} : ce fichier est abîmé. Il est refait, et tout ce qu’il disait à jour avec lui.`]
    });
  });

  it("is nothing when an older version wrote it, without a word", () => {
    const path = join(folder, "store.json");
    writeFileSync(path, JSON.stringify({version: 0, pages: {a: "1"}, list: []}));
    expect(read(path)).toEqual({store: nothing, said: []});
  });
});
