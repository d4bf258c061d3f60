import {spawn, type ChildProcess} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {freePort} from "../../e2e/copy.js";

/** Who builds or shows the pages. */
export type Engine = "carnets" | "framework";

/** What the loader of the small project is made of: a change of any of them must be followed. */
export const ingredients = ["loader", "module", "file", "variable"] as const;
export type Ingredient = (typeof ingredients)[number];

const repository = resolve(".");

/** A project of Observable Framework with one page, one loader, a module that it imports, and a file that it reads. */
export interface SmallProject {
  folder: string;
  /** Writes a file, by its path from the folder. */
  write: (path: string, content: string) => void;
  /** Changes one thing that the loader is made of. */
  change: (ingredient: Ingredient, value: string) => void;
  /** Builds the site and gives what the loader gave. */
  build: (engine: Engine) => Promise<string>;
  /** What the loader gave last. */
  given: () => string;
  /** What the last build by us says that it did. */
  said: () => unknown;
  /** Gives a file the date of now. */
  touch: (path: string) => void;
  remove: (path: string) => void;
  pageText: () => string;
  replaceInPage: (before: string, after: string) => void;
  /** Starts the preview. */
  preview: (engine: Engine) => Promise<Preview>;
}

/** A preview that runs. */
export interface Preview {
  url: string;
  /** All that it printed. */
  said: () => string;
  stop: () => Promise<void>;
}

/**
 * Writes the small project, with the packages of this one.
 *
 * @param name Its folder below `.cache/e2e`, emptied before.
 * @param pages How many pages a loader with a parameter makes besides; none by default.
 */
export function makeSmallProject(name: string, pages = 0): SmallProject {
  const folder = resolve(".cache", "e2e", name);
  let region = "Nord";
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), content);
  };
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  for (const link of ["node_modules", "package-lock.json"]) symlinkSync(join(repository, link), join(folder, link));
  const texts: Record<Exclude<Ingredient, "variable">, (value: string) => [string, string]> = {
    loader: (value) => ["src/towns.txt.ts", loader(value)],
    module: (value) => ["src/lib/unit.ts", `export const unit = ${JSON.stringify(value)};\n`],
    file: (value) => ["data/towns.csv", `town,count\nVille,${value}\n`]
  };
  write("package.json", '{"type": "module"}\n');
  write("observablehq.config.ts", config(pages));
  write("src/index.md", page);
  if (pages > 0) write("src/p/[id].md.ts", parametrised);
  for (const [ingredient, value] of [
    ["loader", "a"],
    ["module", "b"],
    ["file", "1"]
  ] as const)
    write(...texts[ingredient](value));
  let output = "";
  const given = () => readFileSync(join(folder, "src/.observablehq/cache/towns.txt"), "utf8");
  const pageText = () => readFileSync(join(folder, "src/index.md"), "utf8");
  const environment = () => ({...process.env, REGION: region, OBSERVABLE_TELEMETRY_DISABLE: "true"});
  return {
    folder,
    write,
    change(ingredient, value) {
      if (ingredient === "variable") region = value;
      else write(...texts[ingredient](value));
    },
    given,
    said: () => JSON.parse(output.trim().split("\n").at(-1) ?? ""),
    touch(path) {
      const now = new Date();
      utimesSync(join(folder, path), now, now);
    },
    remove: (path) => rmSync(join(folder, path)),
    pageText,
    replaceInPage: (before, after) => write("src/index.md", pageText().replace(before, after)),
    async build(engine) {
      const [command = "", ...args] = engine === "framework" ? [...plain, "build"] : ours("render");
      const run = follow(spawn(command, args, {cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"]}));
      await run.end;
      output = run.said();
      return given();
    },
    async preview(engine) {
      const port = String(await freePort());
      const start = engine === "framework" ? [...plain, "preview", "--no-open"] : ours("preview");
      const [command = "", ...args] = [...start, "--port", port];
      const child = spawn(command, args, {cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"]});
      const run = follow(child);
      run.end.catch(() => undefined);
      const url = `http://127.0.0.1:${port}/`;
      await Promise.race([run.end, answered(url)]);
      return {
        url,
        said: run.said,
        async stop() {
          child.kill("SIGTERM");
          await run.end.catch(() => undefined);
        }
      };
    }
  };
}

const plain = ["node", "node_modules/@observablehq/framework/dist/bin/observable.js"];

function ours(program: string): string[] {
  return ["node", "--import", "tsx/esm", join(repository, "loaders/site/framework", `${program}.ts`)];
}

const page = `# Villes

Premier texte.

\`\`\`js
const size = view(Inputs.range([0, 10], {value: 5, step: 1, label: "Taille"}));
\`\`\`

\`\`\`js
display(html\`<p id="towns">\${await FileAttachment("towns.txt").text()}</p>\`);
\`\`\`
`;

function loader(word: string): string {
  return [
    'import {readFileSync} from "node:fs";',
    'import {unit} from "./lib/unit.ts";',
    `console.log(["${word}", unit, Deno.env.get("REGION"), readFileSync("data/towns.csv", "utf8").split("\\n")[1]].join(" "));`,
    ""
  ].join("\n");
}

const parametrised = `import {unit} from "../lib/unit.ts";
const id = Deno.args.find((word) => word.startsWith("--id="))?.slice(5);
console.log(\`# Page \${id}\\n\\nUne page parmi d’autres, en \${unit}.\\n\\n## Un titre\\n\\nUn lien vers [l’accueil](/).\`);
`;

function config(pages: number): string {
  return `import {installMirror} from ${JSON.stringify(join(repository, "loaders/site/npm-mirror.ts"))};
installMirror({root: process.cwd(), source: "src"});
export default {
  root: "src",
  output: "dist",
  search: false,
  dynamicPaths: Array.from({length: ${pages}}, (_, number) => "/p/" + number),
  interpreters: {
    ".ts": ["node_modules/.bin/deno", "run", "--quiet", "--no-prompt", "--no-remote", "--allow-read=data", "--allow-env=REGION"]
  }
};
`;
}

/** Hears what a process says, to its end; ends with all of it when it fails. */
function follow(child: ChildProcess): {end: Promise<void>; said: () => string} {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
  const end = new Promise<void>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`expected exit code 0, got ${code}.\n${said}`))));
  });
  return {end, said: () => said};
}

/** Waits until a server answers. */
async function answered(url: string): Promise<void> {
  for (;;) {
    const isThere = await fetch(url).then(
      () => true,
      () => false
    );
    if (isThere) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
}
