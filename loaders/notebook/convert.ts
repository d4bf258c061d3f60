import {basename, dirname, relative, resolve} from "node:path";
import {readCommandLine} from "../command-line.js";
import {readNotebook, writeNotebook} from "./format.js";
import {isFile} from "./is-file.js";
import {toNotebook} from "./to-notebook.js";
import {toPage} from "./to-page.js";

const help = `npm run notebook:page -- <carnet.ipynb> [--out src/page.md] [--force]
npm run page:notebook -- <page.md> [--out src/notebooks/carnet.ipynb] [--force]

Un carnet devient une page dont les cellules sont vivantes, et une page un carnet ; aucune cellule ne se perd.`;

/**
 * Writes a notebook as a page, or a page as a notebook.
 *
 * @param args The direction (`page` or `notebook`), then what the user typed.
 * @param directory Where the user typed it.
 * @returns What to say.
 * @throws {Error} When the file is not as expected, or the other one is there already.
 */
function convert(args: string[], directory: string): string {
  const {values, positionals} = readCommandLine(
    args[0] === "page" ? "npm run notebook:page" : "npm run page:notebook",
    {
      args,
      allowPositionals: true,
      options: {out: {type: "string"}, force: {type: "boolean", default: false}, help: {type: "boolean", short: "h"}}
    }
  );
  const [to, given] = positionals;
  if (values.help || given === undefined) return help;
  const fromRoot = (path: string) => relative(Deno.cwd(), resolve(directory, path));
  const source = fromRoot(given);
  const wanted = to === "page" ? ".ipynb" : ".md";
  if (!source.endsWith(wanted)) throw new Error(`Un fichier ${wanted} est attendu, reçu « ${given} ».`);
  const name = basename(source, wanted);
  const out =
    values.out === undefined
      ? to === "page"
        ? `src/${name}.md`
        : `src/notebooks/${name}.ipynb`
      : fromRoot(values.out);
  if (!out.startsWith("src/")) throw new Error(`--out : un chemin de src/ est attendu, reçu « ${values.out} ».`);
  if (isFile(out) && !values.force)
    throw new Error(`${out} existe déjà. Ajoutez --force pour l’écraser, ou --out pour un autre nom.`);
  if (!isFile(source)) throw new Error(`${given} : ce fichier n’existe pas.`);
  const text = Deno.readTextFileSync(source);
  if (to === "notebook") {
    write(out, writeNotebook(toNotebook(text, {notebook: out, page: source})));
    return `${out} est écrit. Ouvrez-le : npm run notebook`;
  }
  const page = toPage(readNotebook(text, source), {notebook: source, page: out});
  write(out, page);
  const titles = page.match(/^# /gm)?.length ?? 0;
  return [
    `${out} est écrit. Regardez-le : npm run dev, puis /${out.replace(/^src\/|\.md$/g, "")}`,
    "Pour le menu : une ligne dans observablehq.config.ts.",
    ...(titles === 1 ? [] : [`Attention : une page a un seul titre « # », celle-ci en a ${titles}.`])
  ].join("\n");
}

/** Writes a file of `src`, in a folder that may be new. */
function write(path: string, text: string): void {
  Deno.mkdirSync(dirname(path), {recursive: true});
  Deno.writeTextFileSync(path, text);
}

if (import.meta.main)
  try {
    console.log(convert([...Deno.args], Deno.env.get("INIT_CWD") ?? Deno.cwd()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
