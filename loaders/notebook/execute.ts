import {checkSyntax} from "./check.js";
import {edited} from "./edit.js";
import {readNotebook, writeNotebook} from "./format.js";
import {failed, tooLong} from "./faults.js";

/** Where executed notebooks go: never over those of the project, which carry no output. */
const outFolder = ".cache/notebooks";

/** What Jupyter needs to find the kernel of this project. */
export function jupyterEnvironment(root: string): Record<string, string> {
  const before = Deno.env.get("JUPYTER_PATH");
  return {JUPYTER_PATH: [`${root}/.jupyter`, ...(before ? [before] : [])].join(":")};
}

/** What the runner says of one notebook. */
type Told = {path: string} & (
  {seconds: number} | {cell: number; line: number; kind: "error" | "timeout" | "dead"; message: string}
);

/**
 * Runs notebooks through the Deno kernel, without a window.
 *
 * @param paths From the root of the project.
 * @param options `limitSeconds`: how long one cell may take; `onNotebook` is called with a line for each that ran.
 * @returns Paths of the executed notebooks, outputs included.
 * @throws {Error} On the faults of all notebooks together, with notebook, cell and line; when Jupyter is not there.
 */
export async function executeNotebooks(
  paths: readonly string[],
  {limitSeconds = 60, onNotebook = console.log}: {limitSeconds?: number; onNotebook?: (line: string) => void} = {}
): Promise<string[]> {
  const python = await findPython();
  await Deno.mkdir(outFolder, {recursive: true});
  const notebooks = paths.map((path) => ({
    ...markedNotebook(path),
    path,
    out: `${outFolder}/${path.split("/").at(-1)}`
  }));
  const child = new Deno.Command(python, {
    args: ["loaders/notebook/execute.py"],
    env: jupyterEnvironment(Deno.cwd()),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped"
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify({limit: limitSeconds, notebooks})));
  await writer.close();
  const {success, stdout, stderr} = await child.output();
  const told: Told[] = new TextDecoder()
    .decode(stdout)
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  if (!success || told.length < notebooks.length)
    throw new Error(
      `Jupyter s’est arrêté sans finir.\n${new TextDecoder().decode(stderr).trim().split("\n").slice(-8).join("\n")}`
    );
  const faults = told.flatMap((one) => ("seconds" in one ? [] : [faultOf(one, limitSeconds)]));
  for (const one of told)
    if ("seconds" in one) onNotebook(`${one.path} : exécuté en ${one.seconds.toFixed(1).replace(".", ",")} s.`);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return notebooks.map(({out}) => out);
}

/** The notebook, and for each cell its code in which every statement says its line. */
function markedNotebook(path: string): {notebook: string; marked: Record<string, string>} {
  const notebook = readNotebook(Deno.readTextFileSync(path), path);
  const marked = checkSyntax(notebook, path).map(({number, source, parsed: {statements}}): [string, string] => [
    notebook.cells[number - 1]?.id ?? "",
    edited(
      source,
      statements.map(({start, line}) => ({start, end: start, text: `;void (globalThis.$line = ${line}); `}))
    )
  ]);
  return {notebook: writeNotebook(notebook), marked: Object.fromEntries(marked)};
}

function faultOf({path, cell, line, kind, message}: Exclude<Told, {seconds: number}>, limitSeconds: number): string {
  if (kind === "timeout") return tooLong(path, cell, limitSeconds);
  if (kind === "dead")
    return `${path}, cellule ${cell} : le noyau s’est arrêté, sans doute faute de mémoire. Réduisez les données.`;
  return failed(path, {cell, line, message});
}

/** A Python that sees Jupyter's client: Debian's own is not always the first of PATH. */
async function findPython(): Promise<string> {
  for (const python of ["/usr/bin/python3", "python3", "python"]) {
    const found = await new Deno.Command(python, {
      args: ["-c", "import nbclient, nbformat"],
      stdout: "null",
      stderr: "null"
    })
      .output()
      .catch(() => null);
    if (found?.success) return python;
  }
  throw new Error(`Jupyter n’est pas là.\n${howToInstall}`);
}

/** What to type when no Jupyter is there. */
export const howToInstall = [
  "Debian, Ubuntu : sudo apt-get install --no-install-recommends jupyter-notebook jupyter-client jupyter-nbconvert",
  "ailleurs : pip install jupyterlab",
  "ou VS Code avec son extension Jupyter : https://code.visualstudio.com/docs/datascience/jupyter-notebooks"
].join("\n");
