import {existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {Fingerprints} from "../../../../loaders/site/loop/fingerprints.js";
import {freshen, loadersOf, outputPath, type LoaderNeed} from "../../../../loaders/site/loop/freshen.js";
import type {LoaderRecord} from "../../../../loaders/site/loop/kept.js";
import {explainFailure, runLoader} from "../../../../loaders/site/loop/run-loader.js";

const repository = process.cwd();
const deno = join(repository, "node_modules/.bin/deno");
const command = [deno, "run", "--quiet", "--no-prompt", "--no-remote", "--allow-read=data", "--allow-env=REGION"];
const folder = realpathSync(mkdtempSync(join(tmpdir(), "freshen-")));

beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(repository);
  rmSync(folder, {recursive: true});
});

function write(path: string, content: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
}

/** A need of one loader of the folder, without arguments. */
function need(path: string, target: string, args: readonly string[] = []): LoaderNeed {
  return {path, command, target, args};
}

const given = (target: string) => readFileSync(outputPath("src", target), "utf8");

describe("loaders", () => {
  const records: Record<string, LoaderRecord> = {};
  const environment: Record<string, string> = {REGION: "Nord"};
  const needs = [
    need("src/towns.txt.ts", "/towns.txt"),
    ...["a", "b"].map((id) => need("src/[id].txt.ts", `/${id}.txt`, [`--id=${id}`]))
  ];
  /** What runs now, and why. */
  const run = async (wanted: readonly LoaderNeed[] = needs) => {
    const ran = await freshen(wanted, {root: "src", records, prints: new Fingerprints(environment)});
    return ran.map(({path, files, why}) => `${path} (${files}) : ${why}`).toSorted();
  };
  const loader = (word: string) => `import {readFileSync, readdirSync} from "node:fs";
import {unit} from "./unit.ts";
const names = readdirSync("data/lists").join(",");
console.log(["${word}", unit, Deno.env.get("REGION"), readFileSync("data/towns.csv", "utf8"), names].join(" "));
`;

  beforeAll(() => {
    vi.stubEnv("REGION", "Nord");
    write("package-lock.json", "{}");
    write("data/towns.csv", "Ville");
    write("data/lists/one.csv", "");
    write("src/unit.ts", 'export const unit = "km";');
    write("src/towns.txt.ts", loader("first"));
    write("src/[id].txt.ts", "console.log(Deno.args[0]);");
  });
  afterAll(() => vi.unstubAllEnvs());

  it("of one program are run together", () =>
    expect(loadersOf(needs).map(({path, runs}) => [path, Array.from(runs)])).toEqual([
      ["src/towns.txt.ts", [["towns.txt", []]]],
      [
        "src/[id].txt.ts",
        [
          ["a.txt", ["--id=a"]],
          ["b.txt", ["--id=b"]]
        ]
      ]
    ]));

  it("are all run the first time", async () => {
    expect(await run()).toEqual(["src/[id].txt.ts (2) : premier passage", "src/towns.txt.ts (1) : premier passage"]);
    expect([given("towns.txt"), given("a.txt"), given("b.txt")]).toEqual([
      "first km Nord Ville one.csv\n",
      "--id=a\n",
      "--id=b\n"
    ]);
    expect(Object.keys(records["src/towns.txt.ts"]?.inputs ?? {}).toSorted()).toEqual([
      "env:REGION",
      "file:data/towns.csv",
      "file:package-lock.json",
      "file:src/towns.txt.ts",
      "file:src/unit.ts",
      "folder:data/lists",
      "settings"
    ]);
  });

  it("are not run again when nothing changed", async () => expect(await run()).toEqual([]));

  it.each([
    ["itself", () => write("src/towns.txt.ts", loader("second")), "le fichier src/towns.txt.ts a changé"],
    [
      "a module that it imports",
      () => write("src/unit.ts", 'export const unit = "m";'),
      "le fichier src/unit.ts a changé"
    ],
    ["a file that it reads", () => write("data/towns.csv", "Bourg"), "le fichier data/towns.csv a changé"],
    ["a folder that it lists", () => write("data/lists/two.csv", ""), "la liste des fichiers de data/lists a changé"],
    [
      "a variable that it asks for",
      () => {
        vi.stubEnv("REGION", "Sud");
        environment.REGION = "Sud";
      },
      "la variable REGION a changé"
    ]
  ])("are run again, and only they, after a change of %s", async (_, change, words) => {
    change();
    expect(await run()).toEqual([`src/towns.txt.ts (1) : ${words}`]);
    expect(await run()).toEqual([]);
  });

  it("give what all these changes make", () => expect(given("towns.txt")).toBe("second m Sud Bourg one.csv,two.csv\n"));

  it("are run again under another command", async () => {
    const other = needs.map((one) => ({...one, command: [...command, "--allow-sys"]}));
    expect(await run(other)).toEqual([
      "src/[id].txt.ts (2) : le réglage du site (observablehq.config.ts) a changé",
      "src/towns.txt.ts (1) : le réglage du site (observablehq.config.ts) a changé"
    ]);
    await run();
  });

  it("make again only the output that is missing, or was touched by another hand", async () => {
    rmSync(outputPath("src", "b.txt"));
    expect(await run()).toEqual(["src/[id].txt.ts (1) : une sortie manque"]);
    write(outputPath("src", "a.txt"), "other");
    expect(await run()).toEqual(["src/[id].txt.ts (1) : une sortie manque"]);
    expect([given("a.txt"), given("b.txt")]).toEqual(["--id=a\n", "--id=b\n"]);
    expect(await run()).toEqual([]);
  });

  it("are told of what they look for in vain", async () => {
    write(
      "src/vain.txt.ts",
      'try { Deno.readTextFileSync("data/new.csv"); console.log("there"); } catch { console.log("none"); }'
    );
    const vain = [need("src/vain.txt.ts", "/vain.txt")];
    await run(vain);
    expect([given("vain.txt"), await run(vain)]).toEqual(["none\n", []]);
    write("data/new.csv", "");
    expect(await run(vain)).toEqual(["src/vain.txt.ts (1) : le fichier data/new.csv vient d’apparaître"]);
    expect(given("vain.txt")).toBe("there\n");
  });

  it("that fail leave the outputs of the others, and their own last one", async () => {
    write("src/towns.txt.ts", 'throw new Error("no towns");');
    write("src/[id].txt.ts", 'console.log("new", Deno.args[0]);');
    await expect(run()).rejects.toThrow(/^src\/towns\.txt\.ts : ce programme s’est arrêté\.\n[\s\S]*no towns/);
    expect([given("towns.txt"), given("a.txt")]).toEqual(["second m Sud Bourg one.csv,two.csv\n", "new --id=a\n"]);
    write("src/towns.txt.ts", loader("third"));
    expect(await run()).toEqual(["src/towns.txt.ts (1) : le fichier src/towns.txt.ts a changé"]);
  });

  it("whose command does not tell what they read are always run", async () => {
    write("src/plain.txt.js", 'console.log("plain");');
    const plain = [{...need("src/plain.txt.js", "/plain.txt"), command: ["node"]}];
    expect(await run(plain)).toEqual(["src/plain.txt.js (1) : premier passage"]);
    expect(await run(plain)).toEqual([
      "src/plain.txt.js (1) : ce programme ne dit pas ce qu’il lit : il est toujours refait"
    ]);
  });

  it("that import in a circle run, and the circle is said", async () => {
    write("src/one.ts", 'import {two} from "./two.ts";\nexport const one = () => two;');
    write("src/two.ts", 'import {one} from "./one.ts";\nexport const two = "two";\nexport const again = () => one();');
    write("src/circle.txt.ts", 'import {one} from "./one.ts";\nconsole.log(one());');
    const say = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await run([need("src/circle.txt.ts", "/circle.txt")]);
    expect(say.mock.calls).toEqual([
      [
        "src/circle.txt.ts : imports en rond, src/one.ts → src/two.ts → src/one.ts. Un de ces modules peut servir avant " +
          "d’être prêt ; mettez ce qu’ils partagent dans un troisième."
      ]
    ]);
    say.mockRestore();
    expect(given("circle.txt")).toBe("two\n");
  });
});

describe("a loader that fails", () => {
  it("is heard to the letter, however its words are cut on their way", async () => {
    const said = "é".repeat(100_000);
    const program = `const bytes = new TextEncoder().encode(${JSON.stringify("x")} + "é".repeat(100_000));
for (let at = 0; at < bytes.length; at += 4096) Deno.stderr.writeSync(bytes.subarray(at, at + 4096));
Deno.exit(1);`;
    write("src/loud.txt.ts", program);
    const runs = new Map([["loud.txt", []]]);
    const heard = await runLoader({path: "src/loud.txt.ts", command, runs}).catch((error: Error) => error.message);
    expect(heard).toBe(`src/loud.txt.ts : ce programme s’est arrêté.\nx${said}`);
  });
});

describe("a loader without the right", () => {
  it("to read a file is told which file, where in it, which flag and in which place", async () => {
    write("secret/keys.csv", "");
    write("src/secret.txt.ts", '\nconsole.log(Deno.readTextFileSync("secret/keys.csv"));');
    const runs = new Map([["secret.txt", []]]);
    await expect(runLoader({path: "src/secret.txt.ts", command, runs})).rejects.toThrow(
      "src/secret.txt.ts : ce programme veut lire le fichier « secret/keys.csv » (src/secret.txt.ts:2), et n’en a pas le droit. " +
        "Si c’est voulu, changez « --allow-read=data » en « --allow-read=data,secret/keys.csv » dans « interpreters » de " +
        "observablehq.config.ts ; sinon, ne le lisez pas."
    );
    expect(existsSync(outputPath("src", "secret.txt"))).toBe(false);
  });

  it.each([
    ['Requires env access to "TOKEN"', "lire la variable « TOKEN »", "ajoutez « --allow-env=TOKEN »"],
    [
      'Requires net access to "example.org:443"',
      "appeler l’hôte « example.org:443 »",
      "ajoutez « --allow-net=example.org:443 »"
    ],
    ['Requires run access to "git"', "lancer le programme « git »", "ajoutez « --allow-run=git »"],
    ['Requires write access to "out.csv"', "écrire le fichier « out.csv »", "ajoutez « --allow-write=out.csv »"]
  ])("is told in its words: %s", (said, wants, advice) =>
    expect(explainFailure("src/a.ts", `error: NotCapable: ${said}, run again`, ["deno", "run"])).toBe(
      `src/a.ts : ce programme veut ${wants}, et n’en a pas le droit. Si c’est voulu, ${advice} dans « interpreters » de ` +
        "observablehq.config.ts ; sinon, ne le lisez pas."
    )
  );

  it("is told anything else as it said it", () =>
    expect(explainFailure("src/a.ts", "Boom", [])).toBe("src/a.ts : ce programme s’est arrêté.\nBoom"));
});

describe("many runs in one process", () => {
  const program = `import process from "node:process";
import {parseArgs} from "node:util";
const {id} = parseArgs({args: Deno.args, options: {id: {type: "string"}}}).values;
console.log("log", id, 1.5, null, {a: 1}, [1, "b"], "é\\n");
console.log("%s is %d, %i, %f, %j %% of %o", "x", "3", 3.7, 0.1, 4, [1], "more", new Map([["a", 1n]]), undefined);
console.log("100 %");
console.log(undefined);
console.log();
process.stdout.write("written " + process.argv.slice(2).join(" ") + "\\n");
process.stdout.write(new Uint8Array([0, 10, 255, Number(id)]));
Deno.stdout.writeSync(new Uint8Array([13, 10, 0]));
await Deno.stdout.write(new TextEncoder().encode("awaited\\n"));
await new Response(new Uint8Array(100_000).fill(Number(id))).body?.pipeTo(Deno.stdout.writable, {preventClose: true});
console.info("info", new Date(0));
console.debug([new Uint8Array(2)], "x".repeat(200), Array.from({length: 150}, (_, i) => i));
`;

  it("give the same bytes as one process each", async () => {
    write("src/[n].bin.ts", program);
    const runs = new Map([1, 2, 10, 255].map((id) => [`${id}.bin`, [`--id=${id}`]] as const));
    const together = await runLoader({path: "src/[n].bin.ts", command, runs});
    for (const [target, args] of runs) {
      const alone = await runLoader({path: "src/[n].bin.ts", command, runs: new Map([[target, args]])});
      const [one, other] = [alone, together].map(({outputs}) => Buffer.from(outputs.get(target) as Uint8Array));
      expect(other?.subarray(0, 300).toString("latin1")).toBe(one?.subarray(0, 300).toString("latin1"));
      expect(other?.equals(one as Buffer)).toBe(true);
    }
  });

  it("that give nothing give nothing each", async () => {
    write("src/[e].txt.ts", "");
    const runs = new Map([
      ["a", []],
      ["b", []]
    ]);
    const {outputs} = await runLoader({path: resolve("src/[e].txt.ts"), command, runs});
    expect(Array.from(outputs, ([target, {length}]) => [target, length])).toEqual([
      ["a", 0],
      ["b", 0]
    ]);
  });
});
